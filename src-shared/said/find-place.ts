import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { UNIT_WORDS } from '../places/street-words.ts';
import { addressAt, numberedAt } from './address-at.ts';
import { blockAt } from './block-at.ts';
import { announcedBy, CORNER_ANNOUNCED, HOME_ANNOUNCED, PLACE_ANNOUNCED } from './connecting.ts';
import { crossingAt } from './crossing-at.ts';
import { guessPlace } from './guess-place.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { ARTICLES, KEPT_RELATION, placedBy } from './place-words.ts';
import { BETWEEN, type Span } from './streets.ts';
import { withCapitals } from './with-capitals.ts';

/** Folded words of the line that the city's own list has as a place: `240 elm`, `harbor park`. `isExact`: as they were said. */
export interface Mention {
  readonly words: readonly string[];
  readonly isExact: boolean;
}

/** The place, its unit, and the citizen's own address when two are said and one of them is home. */
export function findPlaces(line: Line, mentions: readonly Mention[], isServiceWord: (folded: string) => boolean): readonly Piece[] {
  const found: Piece[] = [];
  // A number with its street first: "pothole at 240 elm st" is no crossing.
  for (const spanAt of [(at: number) => blockAt(line, at), (at: number) => mentionAt(line, at, mentions), (at: number) => addressAt(line, at), (at: number) => crossingAt(line, at, isServiceWord)]) {
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
    // `pothole mariner st and 5th`: two streets are nothing else.
    const isCrossing = words.length > 2 && words.slice(1, -1).some((word) => BETWEEN.has(word));
    const isPlaced = isCrossing || /^\d/.test(words[0] ?? '') || (from === 0 && !IS.has(line.tokens[words.length]?.folded ?? '')) || placedBy(line, from).relation !== '';
    // `5 harbor street`, of which the list knows `5 harbor`: the whole of it is the place.
    if (isPlaced && isSaidAt(line, from, words)) return { to: Math.max(from + words.length, numberedAt(line, from)?.to ?? 0), isGuess: !isExact };
  }
  return null;
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

