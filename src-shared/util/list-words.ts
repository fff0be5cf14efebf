import { interfaceLocale } from '../language/language.ts';

/** `a`, `a and b`, `a, b and c`. Empty for none. Spanish says *e* before an i. */
export function listWords(items: readonly string[]): string {
  return formatter('conjunction').format(items);
}

/** `a`, `a or b`, `a, b or c`. Empty for none. */
export function choiceWords(items: readonly string[]): string {
  return formatter('disjunction').format(items);
}

const formatters = new Map<string, Intl.ListFormat>();

function formatter(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  // British English has no comma before the last "and"; the rest of the interface has none either.
  const locale = interfaceLocale() === 'en-US' ? 'en-GB' : interfaceLocale();
  const key = `${locale} ${type}`;
  const known = formatters.get(key) ?? new Intl.ListFormat(locale, { type });
  formatters.set(key, known);
  return known;
}
