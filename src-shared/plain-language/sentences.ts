import type { Span } from './finding.ts';

/** A full stop behind these ends no sentence. */
const SHORTENED = new Set('st ave blvd rd dr ln ct pl mr mrs ms jr sr sra srta dra ud uds no núm apt ste dept vs etc p m a am pm inc co approx tel ext fig jan feb mar apr jun jul aug sept sep oct nov dec'.split(' '));

/**
 * The sentences of a text, without the space around them: they end at `.`, `!`, `?` or `…` before a space (or a capital that somebody
 * typed without one), at an empty line, and before a line that begins with a dash or bullet.
 *
 * Abbreviations (`Dr.`, `p. m.`), initials and numbers with a point do not end one. A text without marks is one sentence.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+["”’)\]]*(?=\s|$)|(?<=\p{Ll}{2})[.!?](?=\p{Lu}\p{Ll})|\n\s*\n|\n(?=\s*[-•*–]\s)/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (match[0] === '.' && isAbbreviation(text.slice(start, match.index), text.slice(end))) continue;
    sentences.push(...trimmed(text, start, end));
    start = match.index + match[0].length;
  }
  return [...sentences, ...trimmed(text, start, text.length)];
}

function isAbbreviation(before: string, after: string): boolean {
  const word = /([\p{L}]+)$/u.exec(before)?.[1] ?? '';
  const goesOn = /^\s+[\p{Ll}\d]/u.test(after);
  if (word.length === 1) return goesOn || /^\p{Lu}$/u.test(word);
  return SHORTENED.has(word.toLowerCase()) && (goesOn || /^\s+\p{Lu}/u.test(after));
}

function trimmed(text: string, start: number, end: number): readonly Span[] {
  const inside = text.slice(start, end);
  const first = start + inside.length - inside.trimStart().length;
  const last = start + inside.trimEnd().length;
  return first < last ? [{ start: first, end: last }] : [];
}

/** Words of a sentence, as a reader counts them: a number, a date with dashes or a web address is one. */
export function wordCount(text: string): number {
  return text.replace(/https?:\/\/\S+/giu, 'link').match(/[\p{L}\p{N}][\p{L}\p{N}'’.,/:-]*/gu)?.length ?? 0;
}
