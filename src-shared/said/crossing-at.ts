import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { DIRECTIONS, STREET_TYPES } from '../places/street-words.ts';
import { announcedBy, CORNER_ANNOUNCED } from './connecting.ts';
import { isFree } from './line.ts';
import type { Line } from './pieces.ts';
import { ARTICLES, INSIDE, relationBefore } from './place-words.ts';
import { betweenEnd, FIRST_TYPES, NTH, type Span, streetEnd } from './streets.ts';

/** `martin luther king blvd and …` */
const MOST_BEFORE = 4;
/** `leak near 5th and oak`: the crossing begins behind them. */
const RELATIONS_WITHIN = new Set(['near', 'by', 'behind', 'past', 'off', 'down', 'cerca', 'corner', 'intersection', 'esquina', 'cruce']);

const NO_STREET = /^(?:night|noon|midnight|dawn|dusk|home|work|school|least|all|times?|once|last|\d{1,2}(?:am|pm)?)$/;

/** `elm st and 5th ave`, `elm & 5th st`, `corner of elm and oak`. One of the two says what it is, or `corner of` says it. */
export function crossingAt(line: Line, from: number, isServiceWord: (folded: string) => boolean): Span | null {
  const { tokens } = line;
  const first = tokens[from]?.folded ?? '';
  if ((SMALL_WORDS.has(first) && !INSIDE.has(first)) || (INSIDE.has(first) && FIRST_TYPES.has(tokens[from + 1]?.folded ?? ''))) return null;
  if (ARTICLES.has(first) && NTH.test(tokens[from + 1]?.folded ?? '')) return null;
  const folded = tokens.map((token) => token.folded);
  // `the corner of elm`: the place begins behind "of".
  if (announcedBy(folded, from + 1, CORNER_ANNOUNCED) > 0) return null;
  const isCorner = announcedBy(folded, from, CORNER_ANNOUNCED) > 0;
  if (isSlashed(line, from, isCorner)) return { to: isStreetItself(line, from + 1) ? from + 2 : from + 1, isGuess: true };
  for (let between = from + 1; between <= from + MOST_BEFORE; between += 1) {
    const second = betweenEnd(line, between);
    // `the bus stop at 5th and main`: the crossing begins behind "at".
    if (second !== null && tokens[between]?.folded === 'at' && /^(?:and|y|con|esquina)$/.test(tokens[second + 1]?.folded ?? tokens[second + 1]?.bare ?? '')) return null;
    if (second === null || !isFree(line, from, second)) continue;
    // `canal road at night`
    if (tokens[between]?.folded === 'at' && NO_STREET.test(tokens[second]?.folded ?? '')) return null;
    const before = tokens.slice(from, between);
    const end = streetEnd(line, second);
    if (end === null || before.some(({ endsPhrase }) => endsPhrase)) continue;
    // `pothole mariner st and 5th`: the street begins behind what it is about.
    if (before.length > 2 && !isCorner && isServiceWord(first)) continue;
    if (before.some(({ folded: word }) => (SMALL_WORDS.has(word) && !INSIDE.has(word)) || RELATIONS_WITHIN.has(word))) continue;
    const after = tokens.slice(second, end);
    const isStreet = (words: typeof before): boolean => endsInType(words.map((word) => word.folded)) || FIRST_TYPES.has(words[0]?.folded ?? '');
    const isNumbered = (words: typeof before): boolean => words.some((word) => NTH.test(word.folded));
    const isBoth = (isStreet(before) || isNumbered(before)) && (isStreet(after) || isNumbered(after));
    // `at 8th and oleander`; `smoke from a manhole, 8th and oleander`
    const isBySigns = (from === 0 || tokens[from - 1]?.endsPhrase === true) && (end === tokens.length || tokens[end - 1]?.endsPhrase === true);
    const isPlaced = (isNumbered(before) || isNumbered(after)) && (isBySigns || isBehindRelation(line, from));
    const isAlone = isStreet(before) && (after.length === 1 || (after.length === 2 && INSIDE.has(after[0]?.folded ?? ''))) && (end === tokens.length || after.at(-1)?.endsPhrase === true) && !SMALL_WORDS.has(after.at(-1)?.folded ?? '');
    if (isBoth || isCorner || isPlaced || isAlone) return { to: end, isGuess: !isCorner && !isStreet(before) };
  }
  return null;
}

/** `at 5th`, `en la 5ta`, `de la 5ta` */
function isBehindRelation(line: Line, at: number): boolean {
  if (relationBefore(line, at) !== '') return true;
  return ARTICLES.has(line.tokens[at - 1]?.folded ?? '') && (relationBefore(line, at - 1) !== '' || line.tokens[at - 2]?.folded === 'de');
}

/** `elm st`, `elm st north`; of `the street sign` the street is no type. */
function endsInType(folded: readonly string[]): boolean {
  const last = DIRECTIONS.has(folded.at(-1) ?? '') ? folded.length - 2 : folded.length - 1;
  return last > 0 && STREET_TYPES.has(folded[last] ?? '');
}

/** `elm/3rd`, `at harbor/ocean`, `elm/oak st`: two streets in one word, when something beside it says so. */
function isSlashed(line: Line, at: number, isCorner: boolean): boolean {
  const [one = '', other = '', ...more] = (line.tokens[at]?.bare ?? '').split('/');
  const isTwo = /^[\p{L}\d]{2,}$/u.test(one) && /^[\p{L}\d]{2,}$/u.test(other) && more.length === 0 && /\p{L}/u.test(one) && /\p{L}/u.test(other);
  if (!isTwo || !isFree(line, at, at + 1)) return false;
  const isNumbered = [one, other].some((name) => NTH.test(name.toLowerCase()));
  return isCorner || isNumbered || isStreetItself(line, at + 1);
}

/** The type of the street before it: `street`, but not that of `street light`. */
function isStreetItself(line: Line, at: number): boolean {
  const isType = STREET_TYPES.has(line.tokens[at]?.folded ?? '') && isFree(line, at, at + 1) && line.tokens[at - 1]?.endsPhrase === false;
  return isType && (line.tokens[at]?.endsPhrase === true || !/^(?:light|lamp|sign|sweep|flood)/.test(line.tokens[at + 1]?.folded ?? ''));
}
