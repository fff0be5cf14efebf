/**
 * A case: everything the city knows of one request, as one document with its history.
 *
 * This document is what `evolve` builds, what the server keeps, what sync carries and what the case screen shows.
 * Objects are loose on purpose: a field that a newer version added survives a round trip through an older workstation.
 */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { CaseId, Code } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';
import { UtcMs } from '../util/time.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';

export const CASE_STATES = ['new', 'assigned', 'inProgress', 'onHold', 'closed'] as const;
export const CaseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof CaseState>;

export const CASE_KINDS = ['serviceRequest', 'complaint', 'inquiry', 'suggestion', 'compliment'] as const;
export const CaseKind = z.enum(CASE_KINDS);
export type CaseKind = z.infer<typeof CaseKind>;

/** What the citizen wants: to know something, or to have something done (S2, Policy). */
export const Nature = z.enum(['information', 'action']);
export type Nature = z.infer<typeof Nature>;

export const CHANNELS = [
  'phone',
  'counter',
  'letter',
  'fax',
  'email',
  'web',
  'mobile',
  'social',
  'text',
  'commissioner',
  'event',
] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

const WRITTEN: ReadonlySet<Channel> = new Set<Channel>(['letter', 'fax', 'email']);

/** Letters, faxes and e-mails carry the day they were received, so it has to be asked (S2, Step 2.1). */
export function isWritten(channel: Channel): boolean {
  return WRITTEN.has(channel);
}

export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;

export const ContactPreference = z.enum(['email', 'text', 'push', 'letter', 'phone', 'none']);
export type ContactPreference = z.infer<typeof ContactPreference>;

/** A citizen as they gave their details; every part may be missing, a wholly anonymous requester is `null` instead. */
export const Person = z.looseObject({
  name: freeText(200),
  phone: freeText(60),
  email: freeText(254),
  address: freeText(300),
  language: Language,
  preference: ContactPreference,
  /** Accessibility or other needs, in the citizen's words. */
  needs: freeText(500),
  /** One of the neighborhood liaison program's contributors (CE-2). */
  isContributor: z.boolean().optional(),
});
export type Person = z.infer<typeof Person>;

export const Location = z.looseObject({
  text: requiredText(500, () => t`Say where it is`),
  unit: freeText(60),
  /** WGS84 degrees; both or neither. 0,0 is no place and never stored. */
  point: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullable(),
});
export type Location = z.infer<typeof Location>;

/** Printed on the slip beside the number; asked for when a citizen looks up the case. Null for imported cases. */
export const Pin = z
  .string()
  .regex(/^[0-9]{4}$/, { error: () => t`A PIN has four digits` })
  .nullable()
  .default(null);

/** Another citizen who reported the same thing: has a number, a receipt and notices of their own. */
export const CoReporter = z.looseObject({
  trackingNumber: TrackingNumber,
  person: Person.nullable(),
  channel: Channel,
  receivedAt: UtcMs,
  addedAt: UtcMs,
  pin: Pin,
});
export type CoReporter = z.infer<typeof CoReporter>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Attachment = z.looseObject({
  sha256: Sha256,
  name: requiredText(255, () => t`The file needs a name`),
  mediaType: z.string().max(100),
  sizeBytes: z.int().min(0),
  addedAt: UtcMs,
});
export type Attachment = z.infer<typeof Attachment>;

/** Where an imported case came from; `flags` names what was odd about it (`closedBeforeReceived`). */
export const Source = z.looseObject({
  system: requiredText(100, () => t`Name the system the case comes from`),
  id: requiredText(200, () => t`Give the id the case had there`),
  flags: z.array(Code),
});
export type Source = z.infer<typeof Source>;

/** An agency outside the city; name, address and phone are all required because a reply must carry them (S2, Policy). */
export const ReferralAgency = z.looseObject({
  name: requiredText(200, () => t`Give the agency’s name`),
  address: requiredText(300, () => t`Give the agency’s address`),
  phone: requiredText(60, () => t`Give the agency’s phone number`),
  /** As in the directory; null when it was typed by hand. */
  code: Code.nullable().optional(),
  hours: freeText(300).optional(),
});
export type ReferralAgency = z.infer<typeof ReferralAgency>;

export const CaseLink = z.looseObject({
  relation: z.enum(['related', 'duplicateOf']),
  caseId: CaseId,
  trackingNumber: TrackingNumber,
});
export type CaseLink = z.infer<typeof CaseLink>;


/** What `caseOpened` sets. Fields staff may change later carry the id of the fact that last set them in `fieldVersions`. */
export const EditableFields = z.object({
  kind: CaseKind,
  nature: Nature,
  channel: Channel,
  serviceCode: Code,
  description: freeText(10_000),
  location: Location.nullable(),
  requester: Person.nullable(),
  onBehalfOf: Person.nullable(),
  /** Answers to the service's questions, by question code. */
  answers: z.record(z.string(), freeText(1_000)),
  receivedAt: UtcMs,
  isMajorRepair: z.boolean(),
  /** What a complaint is about: a service, or the conduct of a person of the city (CO-1; S3, Definitions). Null: no complaint. */
  complaintAbout: z.enum(['service', 'conduct']).nullable(),
  /** Part of the city it concerns; null: not known. */
  neighborhoodCode: Code.nullable(),
  /** The town hall or workshop where it was said (CE-1). */
  eventId: z.uuid().nullable(),
});
export type EditableFields = z.infer<typeof EditableFields>;
export type EditableField = keyof EditableFields;
export const EDITABLE_FIELDS = Object.keys(EditableFields.shape) as readonly EditableField[]; // safe: the keys of the schema

/** The fields of a case that is opened; what its author does not know yet may be left out. */
export const OpeningFields = EditableFields.extend({
  complaintAbout: EditableFields.shape.complaintAbout.default(null),
  neighborhoodCode: EditableFields.shape.neighborhoodCode.default(null),
  eventId: EditableFields.shape.eventId.default(null),
});

export const OpenedCase = OpeningFields.extend({
  trackingNumber: TrackingNumber,
  /** Numbers that are on slips for this case besides its own: replaced ones, because they had been given out twice. */
  formerNumbers: z.array(TrackingNumber).max(20).default([]),
  departmentCode: Code,
  isSealed: z.boolean(),
  source: Source.nullable(),
  pin: Pin,
  /** Catalogue version whose time rule made the promises below, and that rule. */
  catalogueVersion: z.int().positive(),
  policyCode: z.string().default(''),
  acknowledgeBy: UtcMs.nullable().default(null),
  respondBy: UtcMs.nullable(),
  resolveBy: UtcMs.nullable(),
  /** When the next report of progress is expected; null: none is. */
  nextProgressBy: UtcMs.nullable().default(null),
});
export type OpenedCase = z.infer<typeof OpenedCase>;
