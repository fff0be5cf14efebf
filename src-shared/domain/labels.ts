import type { CaseKind, CaseState, Channel, ContactPreference, EditableField, Nature } from './case.ts';
import type { ClockKind } from './case-parts.ts';
import type { ContactDirection, ContactMethod, ContactOutcome } from './fact.ts';

/** The words on screen for each code word. One place, so that a word is the same in every room of the house. */
export const STATE_LABELS: Record<CaseState, string> = {
  new: 'New',
  assigned: 'Assigned',
  inProgress: 'In progress',
  onHold: 'On hold',
  closed: 'Closed',
};
export const KIND_LABELS: Record<CaseKind, string> = {
  serviceRequest: 'Service request',
  complaint: 'Complaint',
  inquiry: 'Inquiry',
  suggestion: 'Suggestion',
  compliment: 'Compliment',
};
export const NATURE_LABELS: Record<Nature, string> = { information: 'Information', action: 'Action' };
export const CHANNEL_LABELS: Record<Channel, string> = {
  phone: 'Phone',
  counter: 'Counter',
  letter: 'Letter',
  fax: 'Fax',
  email: 'Email',
  web: 'Web',
  mobile: 'Mobile app',
  social: 'Social media',
  text: 'Text message',
  commissioner: 'Commissioner',
  event: 'Event',
};
export const FIELD_LABELS: Record<EditableField, string> = {
  kind: 'Kind',
  nature: 'Nature',
  channel: 'Channel',
  serviceCode: 'Service',
  description: 'Description',
  location: 'Location',
  requester: 'Citizen',
  onBehalfOf: 'On behalf of',
  answers: 'Answers',
  receivedAt: 'Received',
  isMajorRepair: 'Construction or major repair',
  complaintAbout: 'Complaint about',
  neighborhoodCode: 'Neighborhood',
  eventId: 'Event',
};
export const COMPLAINT_ABOUT_LABELS: Record<'service' | 'conduct', string> = { service: 'A service', conduct: 'Somebody’s conduct' };
export const CLOCK_LABELS: Record<ClockKind, string> = {
  acknowledge: 'Acknowledge',
  respond: 'Answer',
  resolve: 'Finish',
  task: 'Task',
  followUp: 'Follow-up',
};
export const CONTACT_METHOD_LABELS: Record<ContactMethod, string> = {
  phone: 'Phone call',
  letter: 'Letter',
  fax: 'Fax',
  email: 'Email',
  text: 'Text message',
  inPerson: 'In person',
};
export const CONTACT_DIRECTION_LABELS: Record<ContactDirection, string> = {
  toCitizen: 'We contacted the citizen',
  fromCitizen: 'The citizen contacted us',
};
export const CONTACT_OUTCOME_LABELS: Record<ContactOutcome, string> = {
  reached: 'Reached',
  leftMessage: 'Left a message',
  noAnswer: 'No answer',
};
export const PREFERENCE_LABELS: Record<ContactPreference, string> = {
  email: 'Email',
  text: 'Text message',
  push: 'App notification',
  letter: 'Letter',
  phone: 'Phone call',
  none: 'No contact',
};
