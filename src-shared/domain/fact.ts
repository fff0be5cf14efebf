/**
 * Facts: what happened to a case, in the past tense. They are the history staff read, the audit trail, and all a case is
 * made of: `case = facts.reduce(evolve)`.
 */
import { z } from 'zod';
import { Code, StaffId } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';
import { IsoDate, UtcMs } from '../util/time.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { Channel, CaseLink, EDITABLE_FIELDS, OpenedCase, Person, Pin, ReferralAgency, Sha256 } from './case.ts';

export const ContactMethod = z.enum(['phone', 'letter', 'fax', 'email', 'text', 'inPerson']);
export type ContactMethod = z.infer<typeof ContactMethod>;
export const ContactDirection = z.enum(['toCitizen', 'fromCitizen']);
export type ContactDirection = z.infer<typeof ContactDirection>;
/** `reached`: they have the message; `leftMessage`, `noAnswer`: tried, not reached. Written methods are always `reached`. */
export const ContactOutcome = z.enum(['reached', 'leftMessage', 'noAnswer']);
export type ContactOutcome = z.infer<typeof ContactOutcome>;

/** Set by `decide` around every fact. `id` is `<command id>.<n>`, so station and server make the same id. */
const envelope = {
  id: z.string().regex(/^[0-9a-f-]{36}\.\d+$/),
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
  fact('dueDatesSet', { catalogueVersion: z.int(), respondBy: UtcMs.nullable(), resolveBy: UtcMs.nullable() }),
  fact('assigned', { assigneeId: StaffId, note: freeText(2_000) }),
  fact('transferred', { fromDepartmentCode: Code, toDepartmentCode: Code, reason: freeText(2_000) }),
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
  fact('noteAdded', { text: requiredText(10_000, 'Write the note') }),
  fact('progressNoteAdded', { text: requiredText(10_000, 'Write what has been done') }),
  fact('putOnHold', { reasonCode: Code, note: freeText(2_000), until: IsoDate.nullable() }),
  fact('resumed', { note: freeText(2_000) }),
  fact('closed', {
    disposition: Code,
    closingNote: requiredText(10_000, 'Write the closing note'),
    completionDate: IsoDate.nullable(),
  }),
  fact('reopened', { reason: requiredText(2_000, 'Say why') }),
  fact('coReporterAdded', {
    trackingNumber: TrackingNumber,
    person: Person.nullable(),
    channel: Channel,
    receivedAt: UtcMs,
    pin: Pin,
  }),
  fact('fileAttached', { sha256: Sha256, name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  fact('linked', { link: CaseLink }),
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
