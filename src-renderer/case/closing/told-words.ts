/** What a citizen hears when their case is closed, and how they are asked how it went: in sentences, before it happens. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type SurveyPlan, surveyPlan } from '../../../src-shared/commands/close-case.ts';
import { templatesFor } from '../../../src-shared/correspondence/message-template.ts';
import { formFor, type Recipient, recipientsOf } from '../../../src-shared/correspondence/recipients.ts';
import type { Person } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import { unreachable } from '../../../src-shared/util/unreachable.ts';

/** How each citizen is told of the closing: one sentence for the first, one for all others. */
export function toldWords(current: Case, catalogue: Catalogue): readonly string[] {
  if (current.isSealed) return [t`The case is sealed: nothing is sent by itself. Tell the citizen yourself.`];
  if (current.source) return [t`The case comes from another system: nothing is sent by itself.`];
  const [first, ...others] = recipientsOf(current);
  return [
    first === undefined ? t`Nobody gave a name or an address: nobody is told.` : howTold(first, catalogue),
    ...(others.length === 0 ? [] : [othersWords(others)]),
    ...(current.absorbed.length === 0 ? [] : [partsWords(current.absorbed.length)]),
  ];
}

/** Whoever reported the same thing hears of the work under their own number (DU-1). */
function partsWords(count: number): string {
  if (count === 1) return t`The citizens of the case that was merged into this one are told too, under their own numbers.`;
  return t`The citizens of the ${count} cases that were merged into this one are told too, under their own numbers.`;
}

function othersWords(others: readonly Recipient[]): string {
  const names = others.map(({ person }) => person.name || t`somebody without a name`);
  if (names.length === 1) return t`${names[0] ?? ''} is told too, as they wished.`;
  const named = names.length > 3 ? t`${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listWords(names);
  return t`${named} are told too, each as they wished.`;
}

/** The closing note reaches them by itself only by email or text, and only when the city has words for it. */
function howTold(recipient: Recipient, catalogue: Catalogue): string {
  const { person } = recipient;
  const who = person.name || t`The citizen`;
  const form = formFor(recipient);
  if (form === 'letter') return t`${who} wants a letter: it is yours to write, the case waits among “Letters to write”.`;
  if (form !== null) {
    const hasWords = templatesFor(catalogue.templates, 'closed', form).length > 0;
    if (!hasWords) return form === 'email' ? t`${who} wants an email, and the city has no wording for it. Write to them yourself.` : t`${who} wants a text message, and the city has no wording for it. Write to them yourself.`;
    return form === 'email' ? t`${who} gets the closing note by email, at ${person.email}.` : t`${who} gets the closing note as a text message, at ${person.phone}.`;
  }
  switch (person.preference) {
    case 'phone':
      if (person.phone === '') return t`${who} wants a call, and left no number. Call, read the closing note out, then log it.`;
      return t`${who} wants a call: ${person.phone}. Call, read the closing note out, then log it.`;
    case 'none':
      return isReachable(person) ? t`${who} wants no contact: nothing is sent.` : t`${who} left no way to be reached: nothing is sent.`;
    case 'push':
      return t`${who} sees it in the city’s app; nothing else is sent.`;
    case 'email':
      return t`${who} wants an email and gave no address: nothing is sent. Tell them another way.`;
    case 'text':
      return t`${who} wants a text message and gave no number: nothing is sent. Tell them another way.`;
    case 'letter':
      return t`${who} wants a letter and gave no address: nothing is sent. Tell them another way.`;
    default:
      return unreachable(person.preference);
  }
}

const isReachable = ({ phone, email, address }: Person): boolean => [phone, email, address].some((way) => way.trim() !== '');

/** How the citizen is asked how it went, or why not (SU-1). Null: the city does not ask at all. */
export function askedWords(current: Case, catalogue: Catalogue): string | null {
  return planWords(surveyPlan(current, catalogue));
}

function planWords(plan: SurveyPlan): string | null {
  if ('method' in plan) {
    switch (plan.method) {
      case 'email':
        return t`Then they are asked once how it went, by email.`;
      case 'text':
        return t`Then they are asked once how it went, by text message.`;
      case 'push':
        return t`Then they are asked once how it went, in the city’s app.`;
      case 'letter':
        return t`Send the survey letter with it; the answer that comes back is noted with “Survey answers”.`;
      case 'phone':
        return t`Ask on that call how it went, and note the answer with “Survey answers”.`;
      default:
        return unreachable(plan.method);
    }
  }
  switch (plan.not) {
    case 'off':
    case 'imported':
      return null;
    case 'sealed':
      return t`Nobody is asked how it went: the case is sealed.`;
    case 'askedBefore':
      return t`They were asked how it went at an earlier closing, and are not asked twice.`;
    case 'notForService':
      return t`Citizens of this service are not asked how it went.`;
    case 'noContact':
      return t`They are not asked how it went.`;
    default:
      return unreachable(plan.not);
  }
}
