import { t, tFor } from '../../../src-shared/language/language.ts';
import type { ContactMethod, FactOf } from '../../../src-shared/domain/fact.ts';

const TO_CITIZEN: Record<ContactMethod, (whom: string) => string> = {
  phone: (whom) => t`called ${whom}`,
  letter: (whom) => t`wrote to ${whom}`,
  fax: (whom) => t`faxed ${whom}`,
  email: (whom) => t`e-mailed ${whom}`,
  text: (whom) => t`texted ${whom}`,
  inPerson: (whom) => t`spoke with ${whom}`,
};

const FROM_CITIZEN: Record<ContactMethod, (whom: string) => string> = {
  phone: (whom) => t`noted a call from ${whom}`,
  letter: (whom) => t`noted a letter from ${whom}`,
  fax: (whom) => t`noted a fax from ${whom}`,
  email: (whom) => t`noted an e-mail from ${whom}`,
  text: (whom) => t`noted a text message from ${whom}`,
  inPerson: (whom) => t`noted a visit by ${whom}`,
};

/** `called María Núñez: no answer`, `noted a letter from the citizen`. */
export function contactStory(contact: Pick<FactOf<'contactLogged'>, 'method' | 'direction' | 'outcome' | 'person'>): string {
  const whom = contact.person.trim() === '' ? tFor('called, wrote to')`the citizen` : contact.person;
  const did = (contact.direction === 'toCitizen' ? TO_CITIZEN : FROM_CITIZEN)[contact.method](whom);
  return { reached: did, leftMessage: t`${did} and left a message`, noAnswer: t`${did}: no answer` }[contact.outcome];
}
