/**
 * Facts: what happened to a case, in the past tense. They are the history staff read, the audit trail, and all a case is
 * made of: `case = facts.reduce(evolve)`.
 */
import { z } from 'zod';
import { CorrespondenceEvent } from '../correspondence/message-template.ts';
import { t } from '../language/language.ts';
import { CaseId, Code, StaffId } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';
import { IsoDate, UtcMs } from '../util/time.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { ClockKind, SurveyMethod } from './case-parts.ts';
import { Channel, CaseLink, EDITABLE_FIELDS, OpenedCase, Person, Pin, ReferralAgency, Sha256 } from './case.ts';

export const ContactMethod = z.enum(['phone', 'letter', 'fax', 'email', 'text', 'inPerson']);
export type ContactMethod = z.infer<typeof ContactMethod>;
export const ContactDirection = z.enum(['toCitizen', 'fromCitizen']);
export type ContactDirection = z.infer<typeof ContactDirection>;
/** `reached`: they have the message; `leftMessage`, `noAnswer`: tried, not reached. Written methods are always `reached`. */
export const ContactOutcome = z.enum(['reached', 'leftMessage', 'noAnswer']);
export type ContactOutcome = z.infer<typeof ContactOutcome>;

/**
 * Set by `decide` around every fact. `id` is `<command id>.<n>`, so station and server make the same id; a fact the clock
 * brings is `<case id>.<what>-<moment>`, so that whoever notices it first states the same one.
 */
const envelope = {
  id: z.string().regex(/^[0-9a-f-]{36}\.(\d+|[a-z]+(-[A-Za-z0-9_.-]+)?-\d+)$/),
  at: UtcMs,
  by: StaffId,
  station: z.string(),
};

const fact = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.looseObject({ kind: z.literal(kind), ...envelope, ...shape });

export const FieldChange = z.object({
  field: z.enum(EDITABLE_FIELDS as readonly [string, ...string[]]),
  from: z.unknown(),
  to: z.unknown(),
});

export const Fact = z.discriminatedUnion('kind', [
  fact('caseOpened', { opened: OpenedCase }),
  fact('fieldsEdited', { changes: z.array(FieldChange).min(1) }),
  fact('dueDatesSet', {
    catalogueVersion: z.int(),
    policyCode: z.string().default(''),
    acknowledgeBy: UtcMs.nullable().default(null),
    respondBy: UtcMs.nullable(),
    resolveBy: UtcMs.nullable(),
  }),
  fact('assigned', { assigneeId: StaffId.nullable(), note: freeText(2_000) }),
  fact('transferred', {
    fromDepartmentCode: Code,
    toDepartmentCode: Code,
    reason: freeText(2_000),
    /** It had been sent to the wrong department; counted in the monthly report. */
    isMisrouted: z.boolean().default(false),
  }),
  fact('referred', { agency: ReferralAgency, note: freeText(2_000) }),
  fact('contactLogged', {
    method: ContactMethod,
    direction: ContactDirection,
    outcome: ContactOutcome,
    person: freeText(200),
    text: freeText(10_000),
  }),
  /** The first real answer to the citizen: a stamp, never a closure (S2, Step 3.3 and 3.6). */
  fact('responded', {}),
  /** The citizen knows that the city has it, and by which number (S3, B.1). */
  fact('acknowledged', { method: ContactMethod, text: freeText(10_000) }),
  fact('noteAdded', { text: requiredText(10_000, () => t`Write the note`) }),
  fact('progressNoteAdded', { text: requiredText(10_000, () => t`Write what has been done`), nextProgressBy: UtcMs.nullable().default(null) }),
  fact('putOnHold', {
    reasonCode: Code,
    note: freeText(2_000),
    until: IsoDate.nullable(),
    pauses: z.array(z.enum(['acknowledge', 'respond', 'resolve'])).default([]),
  }),
  fact('resumed', { note: freeText(2_000) }),
  fact('closed', {
    disposition: Code,
    closingNote: requiredText(10_000, () => t`Write the closing note`),
    completionDate: IsoDate.nullable(),
    isFirstContactResolution: z.boolean().default(false),
  }),
  fact('reopened', { reason: requiredText(2_000, () => t`Say why`) }),
  fact('coReporterAdded', {
    trackingNumber: TrackingNumber,
    person: Person.nullable(),
    channel: Channel,
    receivedAt: UtcMs,
    pin: Pin,
  }),
  fact('fileAttached', { sha256: Sha256, name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  fact('linked', { link: CaseLink }),
  fact('unlinked', { link: CaseLink, reason: freeText(2_000) }),
  /** A promise was missed: stated when it happens, by whoever notices first; closing, reopening and new dates leave it. */
  fact('wentOverdue', {
    clock: ClockKind,
    taskId: z.uuid().nullable(),
    due: UtcMs,
    departmentCode: Code,
    assigneeId: StaffId.nullable(),
  }),
  /** It had been kept in time after all: the workstation that knew was offline. */
  fact('overdueWithdrawn', { clock: ClockKind, taskId: z.uuid().nullable(), due: UtcMs }),
  fact('escalated', { ruleCode: Code, clock: ClockKind, due: UtcMs, toStaffId: StaffId }),
  fact('taskAdded', {
    taskId: z.uuid(),
    title: requiredText(300, () => t`Say what is to be done`),
    departmentCode: Code,
    assigneeId: StaffId.nullable(),
    after: z.uuid().nullable(),
    withinBusinessDays: z.int().nullable(),
    dueBy: UtcMs.nullable(),
  }),
  fact('taskAssigned', { taskId: z.uuid(), departmentCode: Code, assigneeId: StaffId.nullable(), note: freeText(2_000) }),
  fact('taskStarted', { taskId: z.uuid(), dueBy: UtcMs.nullable() }),
  fact('taskFinished', { taskId: z.uuid(), outcome: z.enum(['done', 'notNeeded']), note: freeText(10_000) }),
  fact('merged', { intoCaseId: CaseId, intoTrackingNumber: TrackingNumber, reason: freeText(2_000) }),
  fact('unmerged', { fromCaseId: CaseId, fromTrackingNumber: TrackingNumber, reason: requiredText(2_000, () => t`Say why`) }),
  /** The other side of `merged`, on the case that goes on. */
  fact('absorbed', { caseId: CaseId, trackingNumber: TrackingNumber }),
  fact('separated', { caseId: CaseId, trackingNumber: TrackingNumber }),
  /** A letter, mail or text went out to one citizen of the case; `body` is what they read. */
  fact('correspondenceSent', {
    method: z.enum(['letter', 'email', 'text']),
    templateCode: Code.nullable(),
    templateVersion: z.int().nullable(),
    language: z.enum(['en', 'es']),
    /** Whose: the number on their slip. */
    trackingNumber: TrackingNumber,
    toName: freeText(200),
    toAddress: freeText(400),
    subject: freeText(300),
    body: requiredText(20_000, () => t`Write the text`),
    isAutomatic: z.boolean(),
    /** What it is about; null: nothing in particular, or nobody said. */
    event: CorrespondenceEvent.nullable().default(null),
  }),
  fact('surveyOffered', { method: SurveyMethod }),
  fact('surveyAnswered', { trackingNumber: TrackingNumber, rating: z.int().min(1).max(5), comment: freeText(5_000), method: SurveyMethod }),
  fact('followUpOpened', { departmentCode: Code, dueBy: UtcMs, rating: z.int() }),
  /** Somebody who answers for the department read how the case was closed (RC-8). */
  fact('reviewed', { verdict: z.enum(['complete', 'incomplete']), note: freeText(2_000) }),
  fact('followUpClosed', { note: requiredText(10_000, () => t`Write what was done for the citizen`) }),
  fact('sealed', {
    reason: freeText(2_000),
    accusedStaffId: StaffId.nullable(),
    supervisorStaffId: StaffId.nullable(),
    keptBy: Code,
  }),
  /** Somebody looked at a sealed case (CO-6). */
  fact('sealedOpened', {}),
  /** Only the server states it: the number was on another case's slip already, so this one goes on under a new one. */
  fact('numberReplaced', { formerNumber: TrackingNumber, trackingNumber: TrackingNumber }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

type EnvelopeKey = 'id' | 'at' | 'by' | 'station';
type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
type WithoutEnvelope<T> = T extends unknown ? Omit<Known<T>, EnvelopeKey> : never;
/** A fact as a command's rule states it, before `decide` gives it id, time, author and station. */
export type NewFact = WithoutEnvelope<Fact>;
