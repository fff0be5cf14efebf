import { t, tFor } from '../language/language.ts';
import type { CaseKind, CaseState, Channel, ContactPreference, EditableField, Nature } from './case.ts';
import type { ClockKind } from './case-parts.ts';
import type { ContactDirection, ContactMethod, ContactOutcome } from './fact.ts';

/** The words on screen for each code word. One place, so that a word is the same in every room of the house. */
export const STATE_LABELS: Record<CaseState, string> = {
  new: t`New`,
  assigned: t`Assigned`,
  inProgress: t`In progress`,
  onHold: t`On hold`,
  closed: t`Closed`,
};
export const KIND_LABELS: Record<CaseKind, string> = {
  serviceRequest: t`Service request`,
  complaint: t`Complaint`,
  inquiry: t`Inquiry`,
  suggestion: t`Suggestion`,
  compliment: t`Compliment`,
};
export const NATURE_LABELS: Record<Nature, string> = { information: t`Information`, action: t`Action` };
export const CHANNEL_LABELS: Record<Channel, string> = {
  phone: t`Phone`,
  counter: t`Counter`,
  letter: t`Letter`,
  fax: t`Fax`,
  email: t`Email`,
  web: t`Web`,
  mobile: t`Mobile app`,
  social: t`Social media`,
  text: t`Text message`,
  commissioner: t`Commissioner`,
  event: t`Event`,
};
export const FIELD_LABELS: Record<EditableField, string> = {
  kind: t`Kind`,
  nature: t`Nature`,
  channel: t`Channel`,
  serviceCode: t`Service`,
  description: t`Description`,
  location: t`Location`,
  requester: t`Citizen`,
  onBehalfOf: t`On behalf of`,
  answers: t`Answers`,
  receivedAt: t`Received`,
  isMajorRepair: t`Construction or major repair`,
  complaintAbout: t`Complaint about`,
  neighborhoodCode: t`Neighborhood`,
  eventId: t`Event`,
};
export const COMPLAINT_ABOUT_LABELS: Record<'service' | 'conduct', string> = { service: t`A service`, conduct: t`Somebody’s conduct` };
export const CLOCK_LABELS: Record<ClockKind, string> = {
  acknowledge: t`Acknowledge`,
  respond: tFor('verb')`Answer`,
  resolve: t`Finish`,
  task: t`Task`,
  followUp: t`Follow-up`,
};
export const CONTACT_METHOD_LABELS: Record<ContactMethod, string> = {
  phone: t`Phone call`,
  letter: t`Letter`,
  fax: t`Fax`,
  email: t`Email`,
  text: t`Text message`,
  inPerson: t`In person`,
};
export const CONTACT_DIRECTION_LABELS: Record<ContactDirection, string> = {
  toCitizen: t`We contacted the citizen`,
  fromCitizen: t`The citizen contacted us`,
};
export const CONTACT_OUTCOME_LABELS: Record<ContactOutcome, string> = {
  reached: t`Reached`,
  leftMessage: t`Left a message`,
  noAnswer: t`No answer`,
};
export const PREFERENCE_LABELS: Record<ContactPreference, string> = {
  email: t`Email`,
  text: t`Text message`,
  push: t`App notification`,
  letter: t`Letter`,
  phone: t`Phone call`,
  none: t`No contact`,
};
