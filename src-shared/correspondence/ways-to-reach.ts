import { t } from '../language/language.ts';
import type { Person } from '../domain/case.ts';
import { MESSAGE_FORMS, type MessageForm } from './message-template.ts';

/** Where a message of this form goes: the email address, the phone number, the postal address; empty when it was not given. */
export function addressFor(person: Person, form: MessageForm): string {
  return { letter: person.address, email: person.email, text: person.phone }[form].trim();
}

const NOT_GIVEN: Record<MessageForm, string> = {
  letter: t`No postal address was given`,
  email: t`No email address was given`,
  text: t`No phone number was given`,
};

/** Why somebody cannot be written to in this form, as the beginning of a sentence; null when they can. */
export function reachProblem(person: Person, form: MessageForm): string | null {
  return addressFor(person, form) === '' ? NOT_GIVEN[form] : null;
}

/** What is tried where somebody wished for no writing, or for one that cannot reach them. */
const INSTEAD: readonly MessageForm[] = ['email', 'letter', 'text'];

/** The form to begin with: the one they wished for, else the first that reaches them; a letter when none does. */
export function formToBeginWith(person: Person): MessageForm {
  const wished = MESSAGE_FORMS.find((form) => form === person.preference);
  const order = wished === undefined ? INSTEAD : [wished, ...INSTEAD];
  return order.find((form) => reachProblem(person, form) === null) ?? 'letter';
}
