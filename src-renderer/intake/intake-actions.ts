/** What the keys and buttons of "New case" do. Each returns when it is done; the screen then moves the focus. */
import type { Agency } from '../../src-shared/agencies/agency.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName } from '../../src-shared/catalogue/lookup.ts';
import { whoIsToldWords, whoSeesWords } from '../../src-shared/domain/seal-words.ts';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { NumberIssuedReply } from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { DraftRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { commands } from '../data/run-command.ts';
import { maySeeAfterwards, sealOfDraft } from './draft/complaint-of-draft.ts';
import { draftTitle, type IntakeDraft, isEmptyDraft, readDraft } from './draft/draft.ts';
import { carriedFrom, isOfEvent } from './draft/event-of-draft.ts';
import { findJoinProblems, findProblems, firstProblem, type ProblemField, type Problems } from './draft/find-problems.ts';
import { referralOf } from './draft/referral-of-draft.ts';
import { referredDraft } from './draft/referred-draft.ts';
import { serviceOf, settledBy, takeNamedService } from './draft/service-of-draft.ts';
import { withPlaceMeant } from './draft/settle-place.ts';
import { toAddCoReporter, toJoinNote, toOpenCase } from './draft/to-open-case.ts';
import { readEntry } from './event/read-entry.ts';
import { attachFilesOf } from './files/draft-files.ts';
import { beginDraft, changeDraft, draftSaver, type Issued, runningDraft, showDraft, useIntake } from './intake-store.ts';
import { rememberChannel } from './station-habits.ts';

const PLACES_ASKED = 8;
const PLACE_TIMEOUT_MS = 400;

/** How a try to get a number ended: with one, at a field, or with a sentence beside the button. */
export type IssueResult = { readonly outcome: 'issued' | 'failed' | 'ignored' } | { readonly outcome: 'incomplete'; readonly field: ProblemField };

/**
 * Opens the case. The command's id belongs to the draft, so that pressing twice, or again after a restart, makes one case.
 *
 * Nothing of the draft is written any more once the command is on its way: the command itself removes it from the disk.
 */
export async function issueNumber(catalogue: Catalogue): Promise<IssueResult> {
  if (!isEmptyDraft(useIntake.getState().draft)) changeDraft((now) => takeNamedService(now, catalogue));
  await takePlaceMeant();
  const { draft } = useIntake.getState();
  const now = utcMs(Date.now());
  return obtainNumber('issue', findProblems(draft, catalogue, now), async () => {
    const reply = await commands.openCase(toOpenCase(draft, catalogue, now));
    if (!reply.ok) return reply.sentence;
    void attachFilesOf(draft, reply.caseId);
    carryOver(draft, catalogue);
    return issuedFor(draft, catalogue, reply, null);
  });
}

/** The number may be asked for before the Location field is left, which else takes the place. */
async function takePlaceMeant(): Promise<void> {
  const { draft: asked } = useIntake.getState();
  const settled = await withPlaceMeant(asked, (text) => data.intake.findPlaces({ text, limit: PLACES_ASKED }, { context: { timeoutMs: PLACE_TIMEOUT_MS } }));
  if (settled !== null) changeDraft((draft) => (draft.draftId === asked.draftId && draft.locationText === asked.locationText && draft.point === null ? { ...draft, locationText: settled.locationText, point: settled.point, unit: draft.unit === asked.unit ? settled.unit : draft.unit } : draft));
}

/** Sends the caller to an agency outside the city, and issues the number with its name, address, phone and hours on the slip (AS-3). */
export function referAtOnce(catalogue: Catalogue, agency: Agency): Promise<IssueResult> {
  changeDraft((draft) => referredDraft(draft, agency, catalogue));
  return issueNumber(catalogue);
}

/** The next wish of the town hall begins with what this one ended with. */
function carryOver(draft: IntakeDraft, catalogue: Catalogue): void {
  const { entry } = useIntake.getState();
  if (entry !== null && draft.event?.id === entry.event.id) useIntake.setState({ entry: { ...entry, carried: carriedFrom(draft, catalogue) } });
}

/** A case that a caller is added to, wherever it was found. */
export type JoinTarget = Pick<CaseRow, 'caseId' | 'trackingNumber' | 'serviceCode' | 'departmentCode'>;

/** Adds the caller to a case that exists, with a number and a receipt of their own; what they said goes there as a note. */
export async function joinCase(catalogue: Catalogue, existing: JoinTarget): Promise<IssueResult> {
  const { draft } = useIntake.getState();
  const now = utcMs(Date.now());
  return obtainNumber('join', findJoinProblems(draft, catalogue, now), async () => {
    const reply = await commands.addCoReporter(toAddCoReporter(draft, existing.caseId, now));
    if (!reply.ok) return reply.sentence;
    const note = toJoinNote(draft, existing.caseId, reply.trackingNumber);
    if (note) await commands.run(note);
    void attachFilesOf(draft, existing.caseId);
    return issuedFor(draft, catalogue, reply, existing);
  });
}

async function obtainNumber(tried: 'issue' | 'join', problems: Problems, obtain: () => Promise<Issued | string>): Promise<IssueResult> {
  const { stage, draft } = useIntake.getState();
  if (stage !== 'typing') return { outcome: 'ignored' };
  const field = firstProblem(problems);
  if (field) {
    useIntake.setState({ tried });
    return { outcome: 'incomplete', field };
  }
  useIntake.setState({ stage: 'issuing', failure: null });
  await draftSaver.stop();
  const result = await obtain().catch(dataErrorSentence);
  if (typeof result === 'string') {
    useIntake.setState({ stage: 'typing', failure: result });
    draftSaver.changed(draft);
    return { outcome: 'failed' };
  }
  useIntake.setState({ stage: 'issued', issued: result, saveState: 'saved' });
  // The number first: what else there is to do waits until it is painted.
  if (!isOfEvent(draft) && !draft.isChannelSaid) rememberChannel(draft.channel);
  // A try after a lost answer put the draft back on disk; its number was given out, so it goes again. Nobody waits for it.
  data.intake.discardDraft({ draftId: draft.draftId }).catch(() => undefined);
  return { outcome: 'issued' };
}

function issuedFor(draft: IntakeDraft, catalogue: Catalogue, reply: Extract<NumberIssuedReply, { ok: true }>, joined: JoinTarget | null): Issued {
  const { trackingNumber, caseId, respondBy, resolveBy } = reply;
  const settled = settledBy(draft, serviceOf(draft, catalogue));
  const departmentCode = joined?.departmentCode ?? settled.departmentCode;
  return {
    trackingNumber,
    caseId,
    respondBy,
    resolveBy,
    channel: draft.channel,
    serviceName: serviceName(catalogue, joined?.serviceCode ?? draft.serviceCode ?? ''),
    departmentName: departmentCode === null ? '' : departmentName(catalogue, departmentCode),
    joined: joined?.trackingNumber ?? null,
    isAnsweredNow: joined === null && draft.isAnsweredNow,
    referral: joined === null ? referralOf(draft, catalogue) : null,
    sealed: joined === null ? sealedFor(draft, catalogue) : null,
    isOfEvent: isOfEvent(draft),
    language: draft.language === 'en' ? null : draft.language,
  };
}

function sealedFor(draft: IntakeDraft, catalogue: Catalogue): Issued['sealed'] {
  const seal = sealOfDraft(draft, catalogue);
  if (seal === null) return null;
  return { words: `${whoSeesWords(seal, catalogue)} ${whoIsToldWords(seal, catalogue)}`, mayOpen: maySeeAfterwards(draft, catalogue) };
}

/** Being read right now: whoever asks meanwhile waits for the same, or what was typed after the first would go with the second. */
let opening: { readonly typedBy: string; readonly done: Promise<void> } | null = null;

/** Reads the drafts of this workstation once for a person and goes on with the one they were typing, or begins a new one. */
export function openIntake(typedBy: string, catalogue: Catalogue): Promise<void> {
  if (useIntake.getState().typedBy === typedBy) return Promise.resolve();
  if (opening?.typedBy !== typedBy) {
    const done = readDrafts(typedBy, catalogue).finally(() => {
      if (opening?.done === done) opening = null;
    });
    opening = { typedBy, done };
  }
  return opening.done;
}

async function readDrafts(typedBy: string, catalogue: Catalogue): Promise<void> {
  await draftSaver.flush();
  const [rows, entry] = await Promise.all([data.intake.listDrafts(), readEntry(catalogue)]);
  const running = runningDraft(rows, typedBy);
  if (opening?.typedBy !== typedBy) return; // somebody else has signed in meanwhile
  useIntake.setState({ entry });
  if (running) showDraft(running);
  else beginDraft(typedBy);
}

/** Leaves the number behind and begins the next case. */
export function startNextCase(): void {
  beginDraft(useIntake.getState().draft.typedBy);
}

/** Puts the draft aside and begins a new one. Does nothing with an empty draft. */
export async function parkDraft(): Promise<boolean> {
  const { draft, stage } = useIntake.getState();
  if (stage !== 'typing' || isEmptyDraft(draft)) return false;
  await draftSaver.stop();
  try {
    await data.intake.saveDraft({ draftId: draft.draftId, isParked: true, title: draftTitle(draft), body: { ...draft } });
  } catch (error) {
    useIntake.setState({ failure: dataErrorSentence(error) });
    draftSaver.changed(draft);
    return false;
  }
  beginDraft(draft.typedBy);
  return true;
}

/** Goes on with a parked draft; the present one is parked first. */
export async function resumeDraft(row: DraftRow): Promise<boolean> {
  const parked = readDraft(row.body);
  const { stage, draft, typedBy } = useIntake.getState();
  if (!parked || stage === 'issuing' || typedBy === null) return false;
  if (stage === 'typing' && !isEmptyDraft(draft) && !(await parkDraft())) return false;
  const resumed = { ...parked, typedBy };
  showDraft(resumed);
  draftSaver.changed(resumed);
  await draftSaver.flush();
  return true;
}

/** Throws a draft away, for good. */
export async function discardDraft(draftId: string): Promise<void> {
  const { draft } = useIntake.getState();
  const isPresent = draft.draftId === draftId;
  if (isPresent) await draftSaver.stop();
  await data.intake.discardDraft({ draftId });
  if (isPresent) beginDraft(draft.typedBy);
}
