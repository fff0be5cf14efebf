/**
 * The closed list of fields a template may use, each with the label staff choose it by.
 *
 * `line` is one line whatever was typed; `text` may have lines and paragraphs of its own; `flag` is there to open a section
 * (`{{#majorRepair}} … {{/majorRepair}}`) and reads "yes" if it is printed.
 */
import { t } from '../language/language.ts';
import type { CorrespondenceEvent, MessageForm } from './message-template.ts';

export type FieldKind = 'line' | 'text' | 'flag';

export interface FieldDefinition {
  readonly label: string;
  readonly kind: FieldKind;
}

const line = (label: string): FieldDefinition => ({ label, kind: 'line' });
const text = (label: string): FieldDefinition => ({ label, kind: 'text' });

const DEFINITIONS = {
  citizenName: line(t`Citizen’s name`),
  citizenAddress: text(t`Citizen’s postal address`),
  onBehalfOfName: line(t`Name of the citizen somebody else asked for`),
  trackingNumber: line(t`Tracking number`),
  trackingNumberSpoken: line(t`Tracking number in words`),
  mergedTrackingNumber: line(t`Tracking number of the case it was joined with`),
  pin: line(t`PIN for looking up the case`),
  serviceName: line(t`Service`),
  location: line(t`Where it is`),
  description: text(t`What the citizen told us`),
  todayDate: line(t`Today’s date`),
  receivedDate: line(t`Day the city received it`),
  respondByDate: line(t`Answer promised by`),
  resolveByDate: line(t`Work promised by`),
  upcomingRespondByDate: line(t`Answer promised by, while that is still ahead`),
  upcomingResolveByDate: line(t`Work promised by, while that is still ahead`),
  completionDate: line(t`Day the work was completed`),
  closedDate: line(t`Day the case was closed`),
  majorRepair: { label: t`The case is construction or a major repair`, kind: 'flag' },
  departmentName: line(t`Department`),
  departmentPhone: line(t`Department’s phone`),
  departmentEmail: line(t`Department’s email`),
  complaintContactName: line(t`Department’s contact for complaints: name`),
  complaintContactTitle: line(t`Department’s contact for complaints: title`),
  staffName: line(t`Who signs: name`),
  staffTitle: line(t`Who signs: title`),
  staffDepartmentName: line(t`Who signs: department`),
  staffPhone: line(t`Who signs: telephone of the department`),
  replyText: text(t`What you write to the citizen`),
  progressNote: text(t`Latest progress note`),
  outcome: line('Outcome'),
  closingNote: text(t`Closing note`),
  agencyName: line(t`Agency’s name`),
  agencyAddress: text(t`Agency’s address`),
  agencyPhone: line(t`Agency’s phone`),
  agencyHours: line(t`Agency’s hours`),
  agencyEmail: line(t`Agency’s email`),
  agencyWebsite: line(t`Agency’s website`),
  cityName: line(t`City’s name`),
  cityOffice: line(t`City’s office that writes`),
  cityAddress: text(t`City’s address`),
  cityPhone: line(t`City’s phone`),
  cityWebsite: line(t`City’s website`),
  statusLink: line(t`Link to the citizen’s case`),
  surveyLink: line(t`Link to the survey`),
} as const satisfies Record<string, FieldDefinition>;

export type FieldName = keyof typeof DEFINITIONS;

export const TEMPLATE_FIELDS: Readonly<Record<FieldName, FieldDefinition>> = DEFINITIONS;

/** Every field, in the order in which staff are shown them. */
export const FIELD_NAMES = Object.keys(DEFINITIONS) as readonly FieldName[]; // safe: the keys of the object just above

/** What each field says in one message. Empty: there is nothing to say. */
export type FieldValues = Readonly<Record<FieldName, string>>;

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(DEFINITIONS, name);
}

/** Values that say nothing, for a caller who then sets a few. */
export function emptyFieldValues(): Record<FieldName, string> {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as Record<FieldName, string>; // safe: every name is there
}

const NONE: readonly FieldName[] = [];
const REQUIRED: Record<CorrespondenceEvent, readonly FieldName[]> = {
  caseReceived: ['trackingNumber'], // S2, Step 2.2
  acknowledged: ['trackingNumber'],
  responded: ['replyText'], // an answer that says nothing is none (S3, A.3)
  progress: ['progressNote'], // S2, Step 3.6
  referred: ['agencyName', 'agencyAddress', 'agencyPhone'], // AS-3; S2, Policy
  closed: NONE,
  reopened: NONE,
  merged: ['trackingNumber'], // each citizen keeps the own number (DU-1)
  survey: NONE,
};

/** Fields without which a message of this kind may not go out, whatever its template. `event` null: none. */
export function requiredFields(event: CorrespondenceEvent | null, form: MessageForm): readonly FieldName[] {
  if (event === null) return NONE;
  if (event === 'survey' && form !== 'letter') return ['surveyLink'];
  return REQUIRED[event];
}
