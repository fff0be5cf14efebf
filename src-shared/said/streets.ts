/** What a street is made of in a line: its type, the words between two of them, where it ends. */
import { STREET_TYPES } from '../places/street-words.ts';
import { isFree } from './line.ts';
import type { Line } from './pieces.ts';
import { INSIDE } from './place-words.ts';

/** Words of the line that are a place: up to `to`, not included. */
export interface Span {
  readonly to: number;
  readonly isGuess: boolean;
}

/** The type may stand first: `calle 8`, `avenida del mar`, `highway 1`. */
export const FIRST_TYPES = new Set(['calle', 'avenida', 'camino', 'paseo', 'highway', 'hwy', 'route', 'carretera', 'us', 'interstate']);

export const BETWEEN = new Set(['and', '&', 'y', 'at', '@', 'con']);

/** `5th`, `5ta` */
export const NTH = /^\d+(?:st|nd|rd|th|a|ra|da|ta|ma|va|na)$/;

/** Where the words end that stand between two streets: `and`, `&`, `esquina con`; null: other words stand there. */
export function betweenEnd({ tokens }: Line, at: number): number | null {
  const word = tokens[at];
  if (!word) return null;
  if (/^(?:esquina|esq)$/.test(word.folded)) return ['con', 'y', 'de'].includes(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1;
  return BETWEEN.has(word.folded === '' ? word.bare : word.folded) ? at + 1 : null;
}

/** Where a street that begins at `from` ends: behind its type, or behind one word when it has none. */
export function streetEnd(line: Line, from: number): number | null {
  if (!isFree(line, from, from + 1)) return null;
  for (let at = from + 1; at <= from + 3 && isFree(line, at, at + 1); at += 1) {
    if (line.tokens[at - 1]?.endsPhrase === true) break;
    if (STREET_TYPES.has(line.tokens[at]?.folded ?? '')) return at + 1;
  }
  const isMore = FIRST_TYPES.has(line.tokens[from]?.folded ?? '') || INSIDE.has(line.tokens[from]?.folded ?? '');
  return isMore && isFree(line, from, from + 2) ? from + 2 : from + 1;
}
