import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { DIRECTIONS, STREET_TYPES, UNIT_WORDS } from '../places/street-words.ts';
import { announcedBy, CORNER_ANNOUNCED, HOME_ANNOUNCED, PLACE_ANNOUNCED } from './connecting.ts';
import { guessPlace } from './guess-place.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { ARTICLES, INSIDE, KEPT_RELATION, placedBy, relationBefore } from './place-words.ts';
import { withCapitals } from './with-capitals.ts';

/** Folded words of the line that the city's own list has as a place: `240 elm`, `harbor park`. `isExact`: as they were said. */
export interface Mention {
  readonly words: readonly string[];
  readonly isExact: boolean;
}

const NUMBER = /^\d{1,6}[a-z]?$/i;
const MOST_STREET_WORDS = 4;
const BETWEEN = new Set(['and', '&', 'y', 'at', '@', 'con']);
/** The type may stand first: `calle 8`, `avenida del mar`, `highway 1`. */
const FIRST_TYPES = new Set(['calle', 'avenida', 'camino', 'paseo', 'highway', 'hwy', 'route', 'carretera', 'us', 'interstate']);

/** The place, its unit, and the citizen's own address when two are said and one of them is home. */
export function findPlaces(line: Line, mentions: readonly Mention[]): readonly Piece[] {
  const found: Piece[] = [];
  // A number with its street first: "pothole at 240 elm st" is no crossing.
  for (const spanAt of [(at: number) => blockAt(line, at), (at: number) => mentionAt(line, at, mentions), (at: number) => streetAt(line, at) ?? calleAt(line, at), (at: number) => crossingAt(line, at)]) {
    for (let at = 0; at < line.tokens.length; at += 1) {
      const place = spanAt(at);
      if (place === null) continue;
      found.push(...claimPlace(line, at, place));
      at = place.to - 1;
    }
  }
  const homes = found.filter(({ field }) => field === 'address');
  const places = found.filter(({ field }) => field === 'location');
  // One address is where it is, whoever lives there.
  const settled = places.length === 0 && homes.length > 0 ? found.map((piece) => (piece === homes[0] ? { ...piece, field: 'location' as const, instead: ['address', 'description'] } : piece)) : found;
  if (settled.some(({ field }) => field === 'location')) return settled;
  const guessed = guessPlace(line);
  return [...settled, ...(guessed.length > 0 ? guessed : bareMention(line, mentions))];
}

interface Span {
  readonly to: number;
  readonly isGuess: boolean;
}

/** `the boat ramp is broken`: a place by its name alone. It says what it is about as well, so its words stay in the description. */
function bareMention(line: Line, mentions: readonly Mention[]): readonly Piece[] {
  const isHere = (at: number, words: readonly string[]): boolean => isSaidAt(line, at, words) && !isAnother(line, at);
  const mention = mentions.find(({ words }) => line.tokens.some((_token, at) => isHere(at, words)));
  if (mention === undefined) return [];
  const at = line.tokens.findIndex((_token, place) => isHere(place, mention.words));
  const said = saidBetween(line, at, at + mention.words.length);
  return [{ field: 'location', said, value: withCapitals(said), isGuess: true, instead: ['none'] }];
}

/** `the new library`, `a hospital`: not the one that the list has. */
function isAnother({ tokens }: Line, at: number): boolean {
  const [article, word] = [tokens[at - 2]?.folded ?? '', tokens[at - 1]?.folded ?? ''];
  return ONE_OF_MANY.has(word) || ((ARTICLES.has(article) || ONE_OF_MANY.has(article)) && tokens[at - 1]?.endsPhrase === false && !SMALL_WORDS.has(word));
}

const ONE_OF_MANY = new Set(['a', 'an', 'un', 'una', 'any', 'another', 'every', 'no', 'new']);

/** `the boat ramp is broken`: it says what it is about, and not only where. */
const IS = new Set(['is', 's', 'are', 'was', 'has', 'needs', 'isnt', 'isn', 'doesnt', 'doesn', 'looks', 'smells', 'got', 'esta', 'estan', 'tiene', 'necesita', 'huele']);

function isSaidAt(line: Line, from: number, words: readonly string[]): boolean {
  return isFree(line, from, from + words.length) && words.every((word, at) => line.tokens[from + at]?.folded === word);
}

/** What the city's list has, as far as its words stand together here: an address, or a place that words before it place ("at", "near"). */
function mentionAt(line: Line, from: number, mentions: readonly Mention[]): Span | null {
  for (const { words, isExact } of mentions) {
    const isPlaced = /^\d/.test(words[0] ?? '') || (from === 0 && !IS.has(line.tokens[words.length]?.folded ?? '')) || placedBy(line, from).relation !== '';
    // `5 harbor street`, of which the list knows `5 harbor`: the whole of it is the place.
    if (isPlaced && isSaidAt(line, from, words)) return { to: Math.max(from + words.length, streetAt(line, from)?.to ?? 0), isGuess: !isExact };
  }
  return null;
}

/** `240 elm st`, `240 1/2 nw rogue river hwy`, `200 block of elm st`. */
function streetAt(line: Line, from: number): Span | null {
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

/** `elm st and 5th ave`, `elm & 5th st`, `corner of elm and oak`. One of the two says what it is, or `corner of` says it. */
function crossingAt(line: Line, from: number): Span | null {
  const { tokens } = line;
  const first = tokens[from]?.folded ?? '';
  if ((SMALL_WORDS.has(first) && !INSIDE.has(first)) || (INSIDE.has(first) && FIRST_TYPES.has(tokens[from + 1]?.folded ?? ''))) return null;
  if (ARTICLES.has(first) && NTH.test(tokens[from + 1]?.folded ?? '')) return null;
  const folded = tokens.map((token) => token.folded);
  // `the corner of elm`: the place begins behind "of".
  if (announcedBy(folded, from + 1, CORNER_ANNOUNCED) > 0) return null;
  const isCorner = announcedBy(folded, from, CORNER_ANNOUNCED) > 0;
  if (isSlashed(line, from, isCorner)) return { to: isStreetItself(line, from + 1) ? from + 2 : from + 1, isGuess: true };
  for (let between = from + 1; between <= from + 3; between += 1) {
    const second = betweenEnd(line, between);
    // `the bus stop at 5th and main`: the crossing begins behind "at".
    if (second !== null && tokens[between]?.folded === 'at' && /^(?:and|y|con|esquina)$/.test(tokens[second + 1]?.folded ?? tokens[second + 1]?.bare ?? '')) return null;
    if (second === null || !isFree(line, from, second)) continue;
    const before = tokens.slice(from, between);
    const end = streetEnd(line, second);
    if (end === null || before.some(({ endsPhrase }) => endsPhrase)) continue;
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

/** `5th`, `5ta` */
const NTH = /^\d+(?:st|nd|rd|th|a|ra|da|ta|ma|va|na)$/;

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

/** `on oak between 5th and 6th`, `between 5th and 6th on oak`: the stretch of a street between two others. */
function blockAt(line: Line, from: number): Span | null {
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

/** Where the words end that stand between two streets: `and`, `&`, `esquina con`; null: other words stand there. */
function betweenEnd({ tokens }: Line, at: number): number | null {
  const word = tokens[at];
  if (!word) return null;
  if (/^(?:esquina|esq)$/.test(word.folded)) return ['con', 'y', 'de'].includes(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1;
  return BETWEEN.has(word.folded === '' ? word.bare : word.folded) ? at + 1 : null;
}

/** Where a street that begins at `from` ends: behind its type, or behind one word when it has none. */
function streetEnd(line: Line, from: number): number | null {
  if (!isFree(line, from, from + 1)) return null;
  for (let at = from + 1; at <= from + 3 && isFree(line, at, at + 1); at += 1) {
    if (line.tokens[at - 1]?.endsPhrase === true) break;
    if (STREET_TYPES.has(line.tokens[at]?.folded ?? '')) return at + 1;
  }
  const isMore = FIRST_TYPES.has(line.tokens[from]?.folded ?? '') || INSIDE.has(line.tokens[from]?.folded ?? '');
  return isMore && isFree(line, from, from + 2) ? from + 2 : from + 1;
}

function claimPlace(line: Line, from: number, { to, isGuess }: Span): readonly Piece[] {
  const folded = line.tokens.map((token) => token.folded);
  const corner = announcedBy(folded, from, CORNER_ANNOUNCED);
  const home = announcedBy(folded, from, HOME_ANNOUNCED);
  const placed = placedBy(line, from);
  const relation = corner + home > 0 ? '' : placed.relation;
  const related = relation === '' ? 0 : from - placed.begin;
  const announced = corner || home || related || announcedBy(folded, from, PLACE_ANNOUNCED);
  const begin = isFree(line, from - announced, from) ? from - announced : from;
  // "near" belongs to the place, "at" does not.
  const said = saidBetween(line, KEPT_RELATION.test(relation) ? begin : from, to);
  const behind = unitAt(line, to);
  const before = behind === null ? unitAt(line, begin - 2) : null;
  const unit = behind ?? (before?.to === begin ? before : null);
  take(line, unit !== null && unit === before ? begin - 2 : begin, behind?.to ?? to);
  const field = home > 0 ? ('address' as const) : ('location' as const);
  const place: Piece = { field, said, value: withCapitals(said), isGuess, instead: [field === 'address' ? 'location' : 'address', 'description'] };
  return unit === null ? [place] : [place, { field: 'unit', said: unit.said, value: withCapitals(unit.said), isGuess: false, instead: ['description'] }];
}

/** `apt 3`, `# 4`, `unit b` right behind a street. */
function unitAt(line: Line, from: number): { readonly to: number; readonly said: string } | null {
  if (from < 0) return null;
  const [first, second] = [line.tokens[from], line.tokens[from + 1]];
  if (!first || !isFree(line, from, from + 1)) return null;
  if (/^#\w{1,6}$/.test(first.bare)) return { to: from + 1, said: first.bare };
  if (!second || !isFree(line, from, from + 2) || first.endsPhrase) return null;
  const isUnit = (UNIT_WORDS.has(first.folded) || first.bare === '#') && /^#?(?:\d{1,5}-?[a-z]?|[a-z]-?\d{0,4})$/i.test(second.bare);
  return isUnit ? { to: from + 2, said: saidBetween(line, from, from + 2) } : null;
}

