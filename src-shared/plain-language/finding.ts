/** A word the city uses short, with what it stands for. The catalogue's glossary entries fit here as they are. */
export interface ShortForm {
  readonly short: string;
  readonly long: string;
}

export const FINDING_KINDS = ['acronym', 'shortForm', 'allCapitals', 'longSentence', 'officePhrase'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * A place in a text that its reader may stumble over. It is advice, never a refusal.
 *
 * `text` is exactly what stands from `start` to `end` (UTF-16 offsets). `message` says to staff what to do. `instead` may be put in
 * its place by one key: empty when the words can be left out, null when there is nothing to offer.
 */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
  readonly instead: string | null;
}

/** A stretch of text by its offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Every match of a pattern (which must be global) as a span. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
