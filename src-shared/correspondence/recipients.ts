import type { ContactPreference, Language, Person } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import type { Fact } from '../domain/fact.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { UtcMs } from '../util/time.ts';

/**
 * Somebody who hears about a case: with the number, PIN and received time of their own, which for a co-reporter are not those
 * of the case (DU-1: every citizen keeps number and notices).
 */
export interface Recipient {
  readonly role: 'requester' | 'onBehalfOf' | 'coReporter';
  readonly person: Person;
  readonly trackingNumber: TrackingNumber;
  readonly pin: string | null;
  readonly receivedAt: UtcMs;
}

/**
 * Everybody who hears about a case, in this order: who asked, whom it concerns, who reported it too.
 *
 * A commissioner and the citizen both get the reply (S2, Policy). Anonymous people are left out; somebody who gave details but
 * wants no notices is in the list, with `preference: 'none'`.
 */
export function recipientsOf(current: Case): readonly Recipient[] {
  const own = { trackingNumber: current.trackingNumber, pin: current.pin, receivedAt: current.receivedAt };
  const all = [
    { role: 'requester' as const, person: current.requester, ...own },
    { role: 'onBehalfOf' as const, person: current.onBehalfOf, ...own },
    ...current.coReporters.map(({ person, trackingNumber, pin, receivedAt }) => ({
      role: 'coReporter' as const,
      person,
      trackingNumber,
      pin,
      receivedAt,
    })),
  ];
  return all.flatMap(({ person, ...rest }) => (person === null ? [] : [{ ...rest, person }]));
}

/** How a citizen can be written to, by their wish and by what they gave: null when a call or nothing at all is wished for. */
export function formFor({ person }: Pick<Recipient, 'person'>): 'letter' | 'email' | 'text' | null {
  const canReach: Record<ContactPreference, boolean> = {
    email: person.email !== '',
    text: person.phone !== '',
    letter: person.address !== '',
    push: false, // goes by the city's app, not by a template
    phone: false,
    none: false,
  };
  const { preference } = person;
  return canReach[preference] && (preference === 'letter' || preference === 'email' || preference === 'text') ? preference : null;
}

/** The language a citizen is written to in. */
export function languageOf({ person }: Pick<Recipient, 'person'>): Language {
  return person.language;
}

/**
 * Whether a fact is a letter, mail or text to this citizen. Those who ask and those it concerns share the case's number: between
 * them the name decides.
 */
export function isWrittenTo(fact: Fact, { role, person, trackingNumber }: Recipient, current: Pick<Case, 'requester' | 'onBehalfOf' | 'coReporters'>): boolean {
  if (fact.kind !== 'correspondenceSent') return false;
  if (role === 'coReporter') return fact.trackingNumber === trackingNumber;
  if (current.coReporters.some((other) => other.trackingNumber === fact.trackingNumber)) return false;
  const areTwo = current.requester !== null && current.onBehalfOf !== null;
  return !areTwo || fact.toName === person.name;
}
