import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { searchColumns } from '../../src-shared/domain/search-columns.ts';
import { digitsOf, foldText } from '../../src-shared/util/fold-text.ts';

/** Longer ones are no words anybody types; PostgreSQL takes no more than 2,046 bytes. */
const LONGEST_WORD = 200;

/** Every word a workstation would find the case by, each once. */
export function wordsOf(current: Case, catalogue: Catalogue | null): readonly string[] {
  const { numbers, people, place, words } = searchColumns(current, catalogue);
  const all = `${numbers} ${people} ${place} ${words}`.split(' ').filter((word) => word.length > 0 && word.length <= LONGEST_WORD);
  return [...new Set(all)];
}

/**
 * PostgreSQL's `tsquery` for what a person typed: every word must be there, the last one may be unfinished. Null: no word.
 *
 * Folded words are letters and digits only, so nothing typed is ever taken for an operator.
 */
export function tsQuery(text: string): string | null {
  const words = foldText(text).split(' ').filter((word) => word.length > 0 && word.length <= LONGEST_WORD);
  if (words.length === 0) return null;
  const isUnfinished = !/\s$/.test(text);
  const terms = words.map((word, index) => (isUnfinished && index === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ');
  const digits = digitsOf(text);
  // A phone number typed with separators is one run of digits in the index.
  const isPhone = words.length > 1 && digits.length >= 7 && words.every((word) => /^\d+$/.test(word));
  return isPhone ? `(${terms}) | '${digits}':*` : terms;
}
