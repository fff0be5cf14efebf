import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { isFree } from './line.ts';
import type { Line } from './pieces.ts';
import { INSIDE } from './place-words.ts';
import { betweenEnd, type Span, streetEnd } from './streets.ts';

/** `on oak between 5th and 6th`, `between 5th and 6th on oak`: the stretch of a street between two others. */
export function blockAt(line: Line, from: number): Span | null {
  const { tokens } = line;
  if (BETWEEN_TWO.has(tokens[from]?.folded ?? '')) {
    const end = twoStreetsEnd(line, from + 1);
    if (end === null || !ON.has(tokens[end]?.folded ?? '') || !isNameOfStreet(line, end + 1)) return null;
    return { to: streetEnd(line, end + 1) ?? end + 2, isGuess: true };
  }
  if (!ON.has(tokens[from - 1]?.folded ?? '') || !isNameOfStreet(line, from)) return null;
  const between = streetEnd(line, from);
  if (between === null || !BETWEEN_TWO.has(tokens[between]?.folded ?? '')) return null;
  const end = twoStreetsEnd(line, between + 1);
  return end === null ? null : { to: end, isGuess: true };
}

const BETWEEN_TWO = new Set(['between', 'entre']);
const ON = new Set(['on', 'en']);

/** Where two streets with a word between them end; null: they are none. */
function twoStreetsEnd(line: Line, from: number): number | null {
  const first = isNameOfStreet(line, from) ? streetEnd(line, from) : null;
  const second = first === null || line.tokens[first - 1]?.endsPhrase === true ? null : betweenEnd(line, first);
  return second === null || !isNameOfStreet(line, second) ? null : streetEnd(line, second);
}

function isNameOfStreet(line: Line, at: number): boolean {
  const folded = line.tokens[at]?.folded ?? '';
  return isFree(line, at, at + 1) && folded !== '' && (!SMALL_WORDS.has(folded) || INSIDE.has(folded)) && !/^(?:\d{1,2}(?:am|pm)?|\w+day|noon|midnight|today|tonight)$/.test(folded);
}
