import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { DIRECTIONS, STREET_TYPES, UNIT_WORDS } from '../places/street-words.ts';
import { isFree } from './line.ts';
import type { Line } from './pieces.ts';
import { INSIDE, relationBefore } from './place-words.ts';
import { betweenEnd, FIRST_TYPES, NTH, type Span } from './streets.ts';

const NUMBER = /^\d{1,6}[a-z]?$/i;
const MOST_STREET_WORDS = 4;

/** A number with its street: before it, or behind. */
export function addressAt(line: Line, from: number): Span | null {
  return numberedAt(line, from) ?? calleAt(line, from);
}

/** `240 elm st`, `240 1/2 nw rogue river hwy`, `200 block of elm st`. */
export function numberedAt(line: Line, from: number): Span | null {
  const { tokens } = line;
  const numbered = NUMBER.test(tokens[from]?.bare ?? '') && isFree(line, from, from + 1);
  // `apt 12b 600 lake dr`: the first number is the unit's.
  if (!numbered || tokens[from]?.endsPhrase === true || (tokens[from - 1]?.endsPhrase === false && UNIT_WORDS.has(tokens[from - 1]?.folded ?? ''))) return null;
  let end: number | null = null;
  for (let at = from + 1; at <= from + MOST_STREET_WORDS + 2 && isFree(line, at, at + 1); at += 1) {
    const word = tokens[at];
    const isLetter = word?.folded.length === 1 && STREET_TYPES.has(tokens[at + 1]?.folded ?? ''); // `655 i st`
    if (!word || (SMALL_WORDS.has(word.folded) && !INSIDE.has(word.folded) && !DIRECTIONS.has(word.folded) && !isLetter)) break;
    const isType = STREET_TYPES.has(word.folded) && (at > from + 1 || FIRST_TYPES.has(word.folded));
    const isLast = !FIRST_TYPES.has(word.folded) || word.endsPhrase || (at > from + 1 && !/^\d/.test(tokens[at + 1]?.folded ?? ''));
    if (isType && isLast) end = at + 1;
    else if (isType && betweenEnd(line, at + 1) !== null) return null; // `6a calle esquina con 8a avenida`
    else if (isType) end = Math.min(tokens.length, at + 2 + (INSIDE.has(tokens[at + 1]?.folded ?? '') ? 1 : 0));
    else if (end === at && DIRECTIONS.has(word.folded)) end = at + 1;
    if (word.endsPhrase || (end !== null && end <= at)) break;
  }
  return end === null ? untypedAt(line, from) : { to: end, isGuess: false };
}

/** `744 sw 4th`, `1560 ne madrone`, `at 1560 10th`, `at 221 morningside,`: a street without its type. */
function untypedAt(line: Line, from: number): Span | null {
  const { tokens } = line;
  const isDirected = DIRECTIONS.has(tokens[from + 1]?.folded ?? '') && tokens[from + 1]?.endsPhrase === false;
  const at = isDirected ? from + 2 : from + 1;
  const { folded = '', bare = '', endsPhrase = false } = tokens[at] ?? {};
  if (!isFree(line, from, at + 1) || MEASURES.test(folded)) return null;
  const isPlaced = relationBefore(line, from) !== '';
  if (NTH.test(folded)) return isDirected || isPlaced ? { to: at + 1, isGuess: !isDirected } : null;
  const isName = /^\p{L}{3,}$/u.test(bare) && !SMALL_WORDS.has(folded) && /^\d{3,}/.test(tokens[from]?.bare ?? '');
  const isAlone = endsPhrase || at + 1 === tokens.length;
  return isName && isAlone && (isDirected || ['at', 'en'].includes(relationBefore(line, from))) ? { to: at + 1, isGuess: true } : null;
}

const MEASURES = /^(?:feet|ft|foot|yards?|miles?|meters?|gallons?|dollars?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|people|cars?|times|pounds?|lbs?|inches|percent|am|pm|block|blk|pies|metros|horas|dias|personas|dolares|galones)$/;

/** `avenida los olivos 55`, `calle roble #12`, `calle 8 numero 120`: the number stands last. */
function calleAt(line: Line, from: number): Span | null {
  const { tokens } = line;
  if (!/^(?:calle|avenida|camino|paseo|carretera)$/.test(tokens[from]?.folded ?? '') || tokens[from]?.endsPhrase === true) return null;
  for (let at = from + 2; at <= from + MOST_STREET_WORDS + 1 && isFree(line, from, at + 1); at += 1) {
    const name = tokens[at - 1];
    if (!name || name.endsPhrase || (SMALL_WORDS.has(name.folded) && !INSIDE.has(name.folded))) return null;
    const isSaid = /^(?:numero|num|no)$/.test(tokens[at]?.folded ?? '');
    const to = isSaid ? at + 1 : at;
    if (/^#?\d{1,6}[a-z]?$/i.test(tokens[to]?.bare ?? '') && !INSIDE.has(name.folded) && isFree(line, from, to + 1)) return { to: to + 1, isGuess: false };
  }
  return null;
}
