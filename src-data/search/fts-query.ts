import type { QueryCondition, WordColumn } from '../../src-shared/queue-query/resolve-query.ts';
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

/** What is searched for, as parts of an FTS5 expression. */
export interface TextMatch {
  /** All of these. */
  readonly wanted: readonly string[];
  /** None of these. */
  readonly unwanted: readonly string[];
}

/** The words of a question, and its filters of words: phrases, names, places. */
export function textMatch(words: string, conditions: readonly QueryCondition[]): TextMatch {
  const free = ftsQuery(words);
  const filters = conditions.flatMap((condition) => (condition.field === 'words' ? [{ isNot: condition.isNot, match: phrasesMatch(condition.column, condition.phrases) }] : []));
  const of = (isNot: boolean): readonly string[] => filters.flatMap((filter) => (filter.isNot === isNot && filter.match !== null ? [filter.match] : []));
  return { wanted: [...(free === null ? [] : [free]), ...of(false)], unwanted: of(true) };
}

const COLUMNS: Record<WordColumn, string> = { any: '', citizen: 'people : ', place: 'place : ' };

/** One of the phrases; of a name or a place the words may be unfinished and in any order. */
function phrasesMatch(column: WordColumn, phrases: readonly string[]): string | null {
  const terms = phrases.flatMap((phrase) => {
    const words = foldText(phrase).split(' ').filter((word) => word.length > 0);
    if (words.length === 0) return [];
    return [column === 'any' ? `"${words.join(' ')}"` : `(${words.map((word) => `"${word}"*`).join(' AND ')})`];
  });
  return terms.length === 0 ? null : `${COLUMNS[column]}(${terms.join(' OR ')})`;
}

/** The expression that finds what has the text and one word of each group of facets; null when neither asks for anything. */
export function matchExpression({ wanted, unwanted }: TextMatch, facets: readonly (readonly string[])[]): string | null {
  const groups = facets.map((words) => words.map((word) => `"${word}"`).join(' OR '));
  const all = [...wanted, ...groups].map((part) => `(${part})`).join(' AND ');
  if (all === '') return null;
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}
