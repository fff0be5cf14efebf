/**
 * The draft of a case: every fact as it was typed, in whatever order, with the ids the case will have.
 *
 * The ids are fixed when the draft begins. Issuing twice, after a double key press or a restart, therefore has one effect.
 */
import { t } from '../../../src-shared/language/language.ts';
import { z } from 'zod';
import { CaseKind, Channel, ContactPreference, Language, Nature } from '../../../src-shared/domain/case.ts';
import { CaseId, CommandId } from '../../../src-shared/util/ids.ts';
import { KeptFile } from '../../../src-shared/protocol/data-rpc/kept-file.ts';
import { IsoDate, UtcMs } from '../../../src-shared/util/time.ts';

const Point = z.object({ latitude: z.number(), longitude: z.number() });

/** A file that is on this disk already, and the id of the command that will attach it: attaching twice has one effect. */
export const DraftFile = KeptFile.extend({ commandId: CommandId });
export type DraftFile = z.infer<typeof DraftFile>;

/** The town hall a draft was begun under, as it was then; the draft needs nothing else of it, wherever and whenever it goes on. */
export const DraftEvent = z.object({
  id: CommandId,
  name: z.string(),
  date: IsoDate,
  neighborhoodCode: z.string().nullable(),
  /** When what was said there counts as received: the evening of a day before. Null: when the draft was begun, that same day. */
  receivedAt: UtcMs.nullable(),
  /** The service that stood in the draft before a word was typed. */
  carried: z.object({ serviceCode: z.string(), serviceText: z.string(), kind: CaseKind.nullable() }).nullable(),
});
export type DraftEvent = z.infer<typeof DraftEvent>;

/** A service as it was when it was taken: the city may change it before the number is issued (`changed-service.ts`). */
const AskedService = z.object({ name: z.string(), isActive: z.boolean(), questions: z.array(z.object({ code: z.string(), label: z.string() })) });
export type AskedService = z.infer<typeof AskedService>;

export const IntakeDraft = z.object({
  draftId: z.uuid(),
  caseId: CaseId,
  commandId: CommandId,
  /** The command id for adding this caller to a case that exists, instead of opening one. */
  joinCommandId: CommandId,
  /** The command id of the note that carries what a joining caller said. */
  joinNoteCommandId: CommandId,
  /** Who types it: another person at this workstation finds it among the parked drafts. */
  typedBy: z.string(),
  /** When the first fact was typed: a call or a visit was received then. Null while the draft is empty. */
  startedAt: UtcMs.nullable(),
  channel: Channel,
  /** The channel was said of this case: the next one begins as this workstation's do. */
  isChannelSaid: z.boolean().default(false),
  /** What stands in the line "Anything the caller says" and is not put anywhere yet. */
  said: z.string().default(''),
  receivedText: z.string(),
  /** What `receivedText` meant when it was typed, so that "yesterday" does not move while a draft is parked. */
  receivedAt: UtcMs.nullable(),
  phone: z.string(),
  name: z.string(),
  email: z.string(),
  address: z.string(),
  language: Language,
  /** Null: by what the citizen gave. */
  preference: ContactPreference.nullable(),
  needs: z.string(),
  isAnonymous: z.boolean(),
  /** Of the neighborhood liaison program; null: nobody has said. */
  isContributor: z.boolean().nullable().default(null),
  onBehalfOf: z.string(),
  otherPhone: z.string(),
  otherEmail: z.string(),
  otherAddress: z.string(),
  /** Set when staff said which of the two people asks; null lets the titles decide. */
  asker: z.enum(['main', 'other']).nullable(),
  locationText: z.string(),
  unit: z.string(),
  point: Point.nullable(),
  /** Null: by the place, or by the town hall. */
  neighborhoodCode: z.string().nullable().default(null),
  description: z.string(),
  /** What stands in the field Service while nothing is chosen. */
  serviceText: z.string(),
  serviceCode: z.string().nullable(),
  answers: z.record(z.string(), z.string()),
  /** Null: no service was chosen by hand. */
  asked: AskedService.nullable().default(null),
  /** Null: as the service says. */
  kind: CaseKind.nullable(),
  nature: Nature.nullable(),
  isMajorRepair: z.boolean().nullable(),
  departmentCode: z.string().nullable(),
  /** Of a complaint; null: as the service says. */
  complaintAbout: z.enum(['service', 'conduct']).nullable().default(null),
  /** Whose conduct it is about, as it was typed, and the member of staff that was picked. */
  accusedText: z.string().default(''),
  accusedId: z.string().nullable().default(null),
  alleged: z.string().default(''),
  isAnsweredNow: z.boolean(),
  outcome: z.string().nullable(),
  toldText: z.string(),
  /** Pasted, dropped or scanned: attached as soon as there is a case. */
  files: z.array(DraftFile).default([]),
  /** The agency outside the city that the caller is sent to; null: the city's own matter. */
  referral: z.object({ code: z.string(), name: z.string(), address: z.string(), phone: z.string(), hours: z.string() }).nullable().default(null),
  /** Null: of no town hall. Counts while the channel is Event. */
  event: DraftEvent.nullable().default(null),
  /** The paper form this is keyed in from, as it was typed; what this workstation knows of it; and that somebody has looked twice. */
  formNumber: z.string().default(''),
  formKnown: z.enum(['out', 'unknown', 'spoiled', 'keyedIn', 'used']).nullable().default(null),
  isFormSure: z.boolean().default(false),
  /** The caller taken from earlier cases, and the fields that were filled from there. */
  taken: z.object({ key: z.string(), name: z.string(), filled: z.array(z.string()) }).nullable(),
});
export type IntakeDraft = z.infer<typeof IntakeDraft>;

/** The fields that hold typed text. */
export type TextField = {
  [Field in keyof IntakeDraft]: IntakeDraft[Field] extends string ? (string extends IntakeDraft[Field] ? Field : never) : never;
}[Exclude<keyof IntakeDraft, 'draftId'>];

export interface DraftStart {
  readonly channel: Channel;
  readonly typedBy: string;
  /** Gives a fresh random UUID. */
  readonly newId: () => string;
  /** Of a town hall: the service that is carried over stands there already. */
  readonly event?: DraftEvent | null;
}

export function emptyDraft({ channel, typedBy, newId, event = null }: DraftStart): IntakeDraft {
  const carried = channel === 'event' ? (event?.carried ?? null) : null;
  return {
    draftId: newId(),
    caseId: CaseId.parse(newId()),
    commandId: CommandId.parse(newId()),
    joinCommandId: CommandId.parse(newId()),
    joinNoteCommandId: CommandId.parse(newId()),
    typedBy,
    startedAt: null,
    channel,
    isChannelSaid: false,
    said: '',
    receivedText: '',
    receivedAt: null,
    phone: '',
    name: '',
    email: '',
    address: '',
    language: 'en',
    preference: null,
    needs: '',
    isAnonymous: false,
    isContributor: null,
    onBehalfOf: '',
    otherPhone: '',
    otherEmail: '',
    otherAddress: '',
    asker: null,
    locationText: '',
    unit: '',
    point: null,
    neighborhoodCode: null,
    description: '',
    serviceText: carried?.serviceText ?? '',
    serviceCode: carried?.serviceCode ?? null,
    answers: {},
    asked: null,
    kind: carried?.kind ?? null,
    nature: null,
    isMajorRepair: null,
    departmentCode: null,
    complaintAbout: null,
    accusedText: '',
    accusedId: null,
    alleged: '',
    isAnsweredNow: false,
    outcome: null,
    toldText: '',
    files: [],
    referral: null,
    event,
    formNumber: '',
    formKnown: null,
    isFormSure: false,
    taken: null,
  };
}

/** A draft as it was saved, or null when it is not one (a newer or broken form). */
export function readDraft(body: unknown): IntakeDraft | null {
  const parsed = IntakeDraft.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** Whether anything at all was entered: an empty draft is neither saved nor parked. */
export function isEmptyDraft(draft: IntakeDraft): boolean {
  return draft.startedAt === null;
}

/** What a draft has before a word was said: these say nothing about a case. */
const NO_FACTS: ReadonlySet<string> = new Set(['draftId', 'caseId', 'commandId', 'joinCommandId', 'joinNoteCommandId', 'typedBy', 'startedAt', 'channel', 'receivedAt', 'event', 'taken', 'formKnown', 'isFormSure', 'asked']);

/** Whether anything at all stands in the form. A draft whose every fact was taken back begins anew, with a new time. */
export function hasFacts(draft: IntakeDraft): boolean {
  const untouched = emptyDraft({ channel: draft.channel, typedBy: draft.typedBy, newId: () => draft.draftId, event: draft.event });
  return Object.entries(draft).some(([field, value]) => {
    if (NO_FACTS.has(field)) return false;
    if (Array.isArray(value)) return value.length > 0;
    const before = untouched[field as keyof IntakeDraft]; // safe: both are drafts
    if (typeof value === 'string') return value.trim() !== String(before ?? '');
    return field === 'answers' ? Object.values(draft.answers).some((answer) => answer.trim() !== '') : value !== before;
  });
}

/** Of who calls, and in what words: nothing of it makes a case of its own. */
const CALLER_ONLY = { said: '', phone: '', name: '', email: '', address: '', language: 'en', preference: null, needs: '', isContributor: null, isAnonymous: false, description: '' } as const;

/** Whether a draft says who calls, and at most in what words, and nothing that would be a case of its own. */
export function isOnlyAboutCaller(draft: IntakeDraft): boolean {
  return !hasFacts({ ...draft, ...CALLER_ONLY });
}

/** One line by which staff tell parked drafts apart: the first facts there are. */
export function draftTitle(draft: IntakeDraft): string {
  const facts = [draft.name, draft.phone, draft.serviceText, draft.locationText, draft.description, draft.said];
  const title = facts.map((fact) => fact.trim()).filter((fact) => fact !== '').join(' · ');
  return (title || draft.email.trim() || t`Draft without a name`).replace(/\s+/g, ' ').slice(0, 120);
}
