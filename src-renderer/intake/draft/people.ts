/**
 * Who asks and whom it concerns.
 *
 * A Commissioner who passes on a citizen's problem makes a case with two people: `requester` is who asks, `onBehalfOf` the citizen,
 * with name, address and phone of both (S2, Step 1.4). Staff may type either of them first.
 */
import { t } from '../../../src-shared/language/language.ts';
import type { ContactPreference, Person } from '../../../src-shared/domain/case.ts';
import type { IntakeDraft } from './draft.ts';

const TITLES =
  /^(vice[- ]?mayor|mayor|(city )?commissioner|comm\.?|council ?(member|man|woman|person|or)?|alder(man|woman|person)|supervisor|senator|representative)\b/i;

export type Asker = 'main' | 'other';

/** Whether the draft is about two people. */
export function hasTwoPeople(draft: IntakeDraft): boolean {
  return draft.onBehalfOf.trim() !== '';
}

/**
 * Which of the two asks: `main` is the person in Phone, Name and Email, `other` the one in "On behalf of".
 *
 * Ordinarily the person at the phone asks on behalf of the other. Where only the other carries an office's title, that one asks.
 */
export function askerOf(draft: IntakeDraft): Asker {
  if (draft.asker) return draft.asker;
  return TITLES.test(draft.onBehalfOf.trim()) && !TITLES.test(draft.name.trim()) ? 'other' : 'main';
}

/** Who asks for whom, in one line, so that nobody has to guess; null with one person. */
export function whoAsksText(draft: IntakeDraft): string | null {
  if (!hasTwoPeople(draft)) return null;
  const main = draft.isAnonymous ? t`An anonymous caller` : draft.name.trim();
  const other = draft.onBehalfOf.trim();
  if (askerOf(draft) === 'main') return main === '' ? t`The caller asks for ${other}.` : t`${main} asks for ${other}.`;
  return main === '' ? t`${other} asks for the citizen.` : t`${other} asks for ${main}.`;
}

/** The one who asks and the citizen it concerns; `onBehalfOf` is null with one person, `requester` null for an anonymous one. */
export function peopleOf(draft: IntakeDraft): { readonly requester: Person | null; readonly onBehalfOf: Person | null } {
  const main = mainPerson(draft);
  if (!hasTwoPeople(draft)) return { requester: main, onBehalfOf: null };
  const other = otherPerson(draft);
  return askerOf(draft) === 'main' ? { requester: main, onBehalfOf: other } : { requester: other, onBehalfOf: main };
}

/** How the citizen is told, unless they chose: by the first of what they gave. */
export function likelyPreference(given: { readonly phone: string; readonly email: string; readonly address: string }): ContactPreference {
  if (given.email.trim() !== '') return 'email';
  if (given.phone.trim() !== '') return 'phone';
  return given.address.trim() === '' ? 'none' : 'letter';
}

function mainPerson(draft: IntakeDraft): Person | null {
  if (draft.isAnonymous) return null;
  const { name, phone, email, address, language, needs, isContributor } = draft;
  const nothingGiven = [name, phone, email, address, needs].every((text) => text.trim() === '');
  if (nothingGiven) return null;
  return { name, phone, email, address, language, needs, preference: draft.preference ?? likelyPreference(draft), ...(isContributor === null ? {} : { isContributor }) };
}

function otherPerson(draft: IntakeDraft): Person {
  const given = { phone: draft.otherPhone, email: draft.otherEmail, address: draft.otherAddress };
  return { name: draft.onBehalfOf, ...given, language: draft.language, needs: '', preference: likelyPreference(given) };
}
