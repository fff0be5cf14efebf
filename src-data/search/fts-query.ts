import { digitsOf, foldText } from '../../src-shared/util/fold-text.ts';

/**
 * The FTS5 expression for what a person typed: every word must be there, the last one may be unfinished.
 *
 * Null when the text has no word. Each word is quoted, so nothing typed is ever taken for an operator.
 */
export function ftsQuery(text: string): string | null {
  const words = foldText(text).split(' ').filter((word) => word.length > 0);
  if (words.length === 0) return null;
  const isUnfinished = !/\s$/.test(text);
  const terms = words.map((word, index) => (isUnfinished && index === words.length - 1 ? `"${word}"*` : `"${word}"`));
  const digits = digitsOf(text);
  // A phone number typed with separators is one run of digits in the index.
  const isPhone = words.length > 1 && digits.length >= 7 && words.every((word) => /^\d+$/.test(word));
  return isPhone ? `(${terms.join(' ')}) OR "${digits}"*` : terms.join(' ');
}
