import { unreachable } from '../util/unreachable.ts';
import { type CaseState, type Channel, EDITABLE_FIELDS } from './case.ts';
import type { Case } from './case-document.ts';
import type { Fact, FactOf } from './fact.ts';
import type { CaseId, StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import { changedTasks, latenessChange, mergedChange, surveyChange } from './evolve-parts.ts';

/**
 * The case after one more fact. Pure and total: whatever `decide` stated is applied, nothing is judged here.
 *
 * `current` is null only for `caseOpened`. Throws on a fact for a case that was never opened, or opened twice: then the
 * history itself is broken.
 */
export function evolve(caseId: CaseId, current: Case | null, fact: Fact): Case {
  if (fact.kind === 'caseOpened') {
    if (current) throw new Error(`Broken history: case ${caseId} opened twice`);
    return openedCase(caseId, fact);
  }
  if (!current) throw new Error(`Broken history: ${fact.kind} before case ${caseId} was opened`);
  return { ...current, ...changeOf(current, fact), history: [...current.history, fact] };
}

/** Applies facts in order. */
export function evolveAll(caseId: CaseId, current: Case | null, facts: readonly Fact[]): Case | null {
  return facts.reduce<Case | null>((state, fact) => evolve(caseId, state, fact), current);
}

/** Channels on which the citizen has the number at once, so that opening the case acknowledges it (S2, Step 2.2). */
const ACKNOWLEDGED_ON_THE_SPOT: ReadonlySet<string> = new Set(['phone', 'counter', 'web', 'mobile']);

/** Whether a citizen who comes this way has the number at once. */
export const isToldAtOnce = (channel: Channel): boolean => ACKNOWLEDGED_ON_THE_SPOT.has(channel);

function openedCase(id: CaseId, fact: FactOf<'caseOpened'>): Case {
  const { opened } = fact;
  return {
    ...opened,
    id,
    state: 'new',
    assigneeId: null,
    enteredAt: fact.at,
    enteredBy: fact.by,
    station: fact.station,
    acknowledgedAt: isToldAtOnce(opened.channel) ? fact.at : null,
    respondedAt: null,
    closedAt: null,
    disposition: null,
    closingNote: null,
    completionDate: null,
    lastProgressAt: null,
    hold: null,
    referral: null,
    coReporters: [],
    attachments: [],
    links: [],
    isFirstContactResolution: false,
    lateness: [],
    escalations: [],
    tasks: [],
    mergedInto: null,
    absorbed: [],
    survey: null,
    followUp: null,
    review: null,
    seal: null,
    fieldVersions: Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, fact.id])),
    history: [fact],
  };
}

type LaterFact = Exclude<Fact, { kind: 'caseOpened' }>;

function changeOf(current: Case, fact: LaterFact): Partial<Case> {
  switch (fact.kind) {
    case 'fieldsEdited':
      return editedFields(current, fact);
    case 'dueDatesSet':
      return {
        respondBy: fact.respondBy,
        resolveBy: fact.resolveBy,
        catalogueVersion: fact.catalogueVersion,
        policyCode: fact.policyCode,
        acknowledgeBy: fact.acknowledgeBy,
      };
    case 'assigned':
      return { assigneeId: fact.assigneeId, ...stateWithAssignee(current.state, fact.assigneeId) };
    case 'transferred':
      return { departmentCode: fact.toDepartmentCode, assigneeId: null, state: 'new', hold: null, ...followUpMoved(current, fact.toDepartmentCode) };
    case 'referred':
      return { referral: fact.agency };
    case 'contactLogged':
    case 'noteAdded':
      return {};
    case 'sealedOpened':
    case 'correspondenceSent':
      return {};
    case 'acknowledged':
      return { acknowledgedAt: earlier(current.acknowledgedAt, fact.at) };
    case 'responded':
      return { respondedAt: earlier(current.respondedAt, fact.at), acknowledgedAt: earlier(current.acknowledgedAt, fact.at) };
    case 'progressNoteAdded':
      return { lastProgressAt: fact.at, nextProgressBy: fact.nextProgressBy, ...startedWork(current) };
    case 'putOnHold':
      return {
        state: 'onHold',
        hold: {
          reasonCode: fact.reasonCode,
          note: fact.note,
          since: fact.at,
          until: fact.until,
          stateBefore: current.state,
          pauses: fact.pauses,
        },
      };
    case 'resumed':
      return { state: current.hold?.stateBefore ?? 'new', hold: null };
    case 'closed':
      return {
        state: 'closed',
        hold: null,
        closedAt: fact.at,
        disposition: fact.disposition,
        closingNote: fact.closingNote,
        completionDate: fact.completionDate ?? current.completionDate,
        isFirstContactResolution: fact.isFirstContactResolution,
        review: null,
      };
    case 'reopened':
      return {
        state: current.assigneeId ? 'assigned' : 'new',
        closedAt: null,
        disposition: null,
        closingNote: null,
        completionDate: null,
        isFirstContactResolution: false,
        review: null,
      };
    case 'coReporterAdded': {
      const { trackingNumber, person, channel, receivedAt, pin } = fact;
      const added = { trackingNumber, person, channel, receivedAt, pin, addedAt: fact.at };
      return { coReporters: [...current.coReporters, added] };
    }
    case 'numberReplaced':
      return replacedNumber(current, fact);
    case 'fileAttached': {
      const { sha256, name, mediaType, sizeBytes } = fact;
      return { attachments: [...current.attachments, { sha256, name, mediaType, sizeBytes, addedAt: fact.at }] };
    }
    case 'linked':
      return { links: [...current.links, fact.link] };
    case 'unlinked':
      return { links: current.links.filter((link) => link.caseId !== fact.link.caseId || link.relation !== fact.link.relation) };
    case 'taskAdded':
    case 'taskAssigned':
    case 'taskStarted':
    case 'taskFinished':
      return { tasks: changedTasks(current.tasks, fact) };
    case 'merged':
    case 'unmerged':
    case 'absorbed':
    case 'separated':
      return mergedChange(current, fact);
    case 'wentOverdue':
    case 'overdueWithdrawn':
    case 'escalated':
      return latenessChange(current, fact);
    case 'surveyOffered':
    case 'surveyAnswered':
    case 'followUpOpened':
    case 'followUpClosed':
      return surveyChange(current, fact);
    case 'reviewed':
      return { review: { at: fact.at, by: fact.by, verdict: fact.verdict, note: fact.note } };
    case 'sealed': {
      const { reason, accusedStaffId, supervisorStaffId, keptBy } = fact;
      return { isSealed: true, seal: { at: fact.at, by: fact.by, reason, accusedStaffId, supervisorStaffId, keptBy }, ...handedOver(current, fact) };
    }
    default:
      return unreachable(fact);
  }
}

/** Whoever is told deals with it: from now on the case is theirs, unless it went to somebody else under an earlier seal. */
function handedOver({ seal, assigneeId, state }: Case, { accusedStaffId, supervisorStaffId }: FactOf<'sealed'>): Partial<Case> {
  const staysTheirs = seal !== null && assigneeId !== null && assigneeId !== accusedStaffId && assigneeId !== seal.supervisorStaffId;
  if (staysTheirs) return {};
  const isWaiting = state === 'new' || state === 'assigned';
  return { assigneeId: supervisorStaffId, ...(isWaiting ? { state: supervisorStaffId === null ? 'new' : 'assigned' } : {}) };
}

/** An open follow-up goes with the case: the department that has it answers to the citizen. */
function followUpMoved({ followUp }: Case, departmentCode: string): Partial<Case> {
  return followUp !== null && followUp?.closedAt === null ? { followUp: { ...followUp, departmentCode } } : {};
}

/** What is known first may come last: a workstation that was offline tells of an answer from before. */
function earlier(known: UtcMs | null, moment: UtcMs): UtcMs {
  return known !== null && known < moment ? known : moment;
}

/** A progress note says that work has begun. */
function startedWork(current: Case): Partial<Case> {
  return current.state === 'new' || current.state === 'assigned' ? { state: 'inProgress' } : {};
}

function editedFields(current: Case, fact: FactOf<'fieldsEdited'>): Partial<Case> {
  const values = Object.fromEntries(fact.changes.map((change) => [change.field, change.to]));
  const versions = Object.fromEntries(fact.changes.map((change) => [change.field, fact.id]));
  // Safe: `decide` took every value from an EditCaseArgs that its schema had parsed.
  return { ...(values as Partial<Case>), fieldVersions: { ...current.fieldVersions, ...versions } };
}

/** The case's own number, or that of one of its co-reporters; the old one leads here all the same. */
function replacedNumber(current: Case, { formerNumber, trackingNumber }: FactOf<'numberReplaced'>): Partial<Case> {
  return {
    trackingNumber: current.trackingNumber === formerNumber ? trackingNumber : current.trackingNumber,
    coReporters: current.coReporters.map((reporter) => (reporter.trackingNumber === formerNumber ? { ...reporter, trackingNumber } : reporter)),
    formerNumbers: [...(current.formerNumbers ?? []), formerNumber],
  };
}

/** A case that nobody works on yet is assigned, or new, by whether it is somebody’s. */
function stateWithAssignee(state: CaseState, assigneeId: StaffId | null): { readonly state?: CaseState } {
  if (state !== 'new' && state !== 'assigned') return {};
  return { state: assigneeId === null ? 'new' : 'assigned' };
}
