import type { ContactMethod, FactOf } from '../../../src-shared/domain/fact.ts';

const TO_CITIZEN: Record<ContactMethod, string> = {
  phone: 'called',
  letter: 'wrote to',
  fax: 'faxed',
  email: 'e-mailed',
  text: 'texted',
  inPerson: 'spoke with',
};

const FROM_CITIZEN: Record<ContactMethod, string> = {
  phone: 'noted a call from',
  letter: 'noted a letter from',
  fax: 'noted a fax from',
  email: 'noted an e-mail from',
  text: 'noted a text message from',
  inPerson: 'noted a visit by',
};

/** `called María Núñez: no answer`, `noted a letter from the citizen`. */
export function contactStory(contact: Pick<FactOf<'contactLogged'>, 'method' | 'direction' | 'outcome' | 'person'>): string {
  const verb = (contact.direction === 'toCitizen' ? TO_CITIZEN : FROM_CITIZEN)[contact.method];
  const whom = contact.person.trim() === '' ? 'the citizen' : contact.person;
  const ending = { reached: '', leftMessage: ' and left a message', noAnswer: ': no answer' }[contact.outcome];
  return `${verb} ${whom}${ending}`;
}
