/**
 * The closed list of fields a template may use, each with the label staff choose it by.
 *
 * `line` is one line whatever was typed; `text` may have lines and paragraphs of its own; `flag` is there to open a section
 * (`{{#majorRepair}} … {{/majorRepair}}`) and reads "yes" if it is printed.
 */
import type { CorrespondenceEvent, MessageForm } from './message-template.ts';

export type FieldKind = 'line' | 'text' | 'flag';

export interface FieldDefinition {
  readonly label: string;
  readonly kind: FieldKind;
}

const line = (label: string): FieldDefinition => ({ label, kind: 'line' });
const text = (label: string): FieldDefinition => ({ label, kind: 'text' });

const DEFINITIONS = {
  citizenName: line('Citizen’s name'),
  citizenAddress: text('Citizen’s postal address'),
  onBehalfOfName: line('Name of the citizen somebody else asked for'),
  trackingNumber: line('Tracking number'),
  trackingNumberSpoken: line('Tracking number in words'),
  mergedTrackingNumber: line('Tracking number of the case it was joined with'),
  pin: line('PIN for looking up the case'),
  serviceName: line('Service'),
  location: line('Where it is'),
  description: text('What the citizen told us'),
  todayDate: line('Today’s date'),
  receivedDate: line('Day the city received it'),
  respondByDate: line('Answer promised by'),
  resolveByDate: line('Work promised by'),
  upcomingRespondByDate: line('Answer promised by, while that is still ahead'),
  upcomingResolveByDate: line('Work promised by, while that is still ahead'),
  completionDate: line('Day the work was completed'),
  closedDate: line('Day the case was closed'),
  majorRepair: { label: 'The case is construction or a major repair', kind: 'flag' },
  departmentName: line('Department'),
  departmentPhone: line('Department’s phone'),
  departmentEmail: line('Department’s email'),
  complaintContactName: line('Department’s contact for complaints: name'),
  complaintContactTitle: line('Department’s contact for complaints: title'),
  staffName: line('Who signs: name'),
  staffTitle: line('Who signs: title'),
  staffDepartmentName: line('Who signs: department'),
  staffPhone: line('Who signs: telephone of the department'),
  replyText: text('What you write to the citizen'),
  progressNote: text('Latest progress note'),
  outcome: line('Outcome'),
  closingNote: text('Closing note'),
  agencyName: line('Agency’s name'),
  agencyAddress: text('Agency’s address'),
  agencyPhone: line('Agency’s phone'),
  agencyHours: line('Agency’s hours'),
  agencyEmail: line('Agency’s email'),
  agencyWebsite: line('Agency’s website'),
  cityName: line('City’s name'),
  cityOffice: line('City’s office that writes'),
  cityAddress: text('City’s address'),
  cityPhone: line('City’s phone'),
  cityWebsite: line('City’s website'),
  statusLink: line('Link to the citizen’s case'),
  surveyLink: line('Link to the survey'),
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
