/**
 * Places of the city inside a sentence: `water main broke at 240 elm st since monday`. Only what is said whole counts here: an address with
 * its street, two streets with a word between them, a landmark by its name.
 */
import { foldText } from '../../src-shared/util/fold-text.ts';
import { parseAddress } from '../../src-shared/places/parse-address.ts';
import { STREET_TYPES, UNIT_WORDS } from '../../src-shared/places/street-words.ts';
import type { PlaceMatch, PlaceMention } from '../../src-shared/protocol/data-rpc/place-views.ts';
import { findInGazetteer } from './find-in-gazetteer.ts';
import type { CityPlaces } from './find-places.ts';
import type { Priced } from './priced.ts';

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  /** A comma or the like stands behind it. */
  readonly endsPhrase: boolean;
}

/** A street has at most so many words: direction, three of its name, type, direction. */
const MOST_WORDS = 6;
/** Said before a place, and no part of it. */
const BEFORE = new Set(['at', 'on', 'in', 'en', 'the', 'from', 'about']);
const BETWEEN = new Set(['and', '&', '@', 'y', 'at']);
/** `elm/3rd` */
const SLASHED = /^[\p{L}\d]{2,}\/[\p{L}\d]{2,}$/u;
/** Words of the second of two streets. */
const MOST_SECOND = 4;
/** Said whole, but for direction and type. */
const WHOLE_COST = 0.75;
/** What a number costs that the city does not list, and two streets that meet at a wide corner. */
const NOT_LISTED = 0.7;
const CROSSING_COST = 1.15;

/** In the order of the sentence, none overlapping; the longest reading of each. */
export function placesIn(city: CityPlaces, text: string): readonly PlaceMention[] {
  const words = wordsOf(text);
  const found: PlaceMention[] = [];
  for (let at = 0; at < words.length; ) {
    const next = BEFORE.has(words[at]?.folded ?? '') || isCornerWord(words, at) ? null : mentionAt(city, { text, words }, at);
    if (next !== null) found.push(next.place);
    at = next?.next ?? at + 1;
  }
  return found;
}

/** `the corner of`, `la esquina de`: the place begins behind them. */
function isCornerWord(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]].map((one) => one?.folded ?? '');
  return CORNERS.has(word ?? '') || (CORNERS.has(before ?? '') && /^(?:of|de)$/.test(word ?? '')) || (CORNERS.has(after ?? '') && /^(?:la|el)$/.test(word ?? ''));
}

const CORNERS = new Set(['corner', 'esquina', 'intersection', 'cruce']);

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[^\s,;!?()]+/gu)].map((match) => {
    const [word] = match;
    const from = match.index;
    const endsPhrase = /^[^\S\n]*[,;!?)\n]/.test(text.slice(from + word.length));
    return { text: word, folded: /^[&@]$/.test(word) ? word : foldText(word), from, to: from + word.replace(/[.:]+$/, '').length, endsPhrase };
  });
}

interface Mention {
  readonly place: PlaceMention;
  readonly next: number;
}

/** Words of the sentence, from `from` to before `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

function mentionOf({ text, words }: Sentence, { from, to }: Span, place: Priced): Mention {
  const { cost: _cost, ...match } = place;
  return { place: { ...(match satisfies PlaceMatch), from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? text.length }, next: to };
}

/** The words as they stand there; the space says that the last one is whole. */
function slice({ text, words }: Sentence, { from, to }: Span): string {
  return `${text.slice(words[from]?.from ?? 0, words[to - 1]?.to ?? 0)} `;
}

function mentionAt(city: CityPlaces, sentence: Sentence, at: number): Mention | null {
  return addressAt(city, sentence, at) ?? crossingAt(city, sentence, at) ?? landmarkAt(city, sentence, at);
}

/** A number and what follows it, as far as it is a street, with its unit; or a block of one. */
function addressAt(city: CityPlaces, sentence: Sentence, at: number): Mention | null {
  const { words } = sentence;
  if (!/^\d{1,6}[a-z]?$/.test(words[at]?.folded ?? '')) return null;
  const spans = spansFrom(words, at, at + 2, at + 2 + MOST_WORDS);
  return bestReading(sentence, spans, (said, span) => {
    const [place] = findInGazetteer(city.file, [], said);
    if (place === undefined || (place.kind !== 'address' && place.kind !== 'block') || place.exactness !== 'exact' || place.point === null) return null;
    const limit = place.isApproximate ? WHOLE_COST + NOT_LISTED : WHOLE_COST;
    return place.cost <= limit && (place.kind === 'block' || isOnlyAnAddress(words.slice(span.from, span.to))) ? place : null;
  });
}

/** Those that begin there and end at `first` to `most`, the longest first. Behind a comma only the unit belongs to a place. */
function spansFrom(words: readonly Word[], from: number, first: number, most: number): readonly Span[] {
  let last = first;
  while (last < Math.min(words.length, most) && (words[last - 1]?.endsPhrase !== true || isUnitWord(words[last]))) last += 1;
  return first > words.length ? [] : Array.from({ length: last - first + 1 }, (_, nth) => ({ from, to: last - nth }));
}

function isUnitWord(word: Word | undefined): boolean {
  return word !== undefined && (word.text.startsWith('#') || UNIT_WORDS.has(word.folded));
}

/** The reading that fits best; of equal ones the longest. */
function bestReading(sentence: Sentence, spans: readonly Span[], read: (said: string, span: Span) => Priced | null): Mention | null {
  let found: { readonly place: Priced; readonly span: Span } | null = null;
  for (const span of spans) {
    const place = read(slice(sentence, span), span);
    if (place !== null && (found === null || place.cost < found.place.cost)) found = { place, span };
  }
  return found && mentionOf(sentence, found.span, found.place);
}

/** `4 of the 12 lamps` is no address on a street called Of: what follows the number is the street itself, or its unit. */
function isOnlyAnAddress(words: readonly Word[]): boolean {
  const { street } = parseAddress(words.map(({ text }) => text).join(' '));
  const isLetter = street.length === 1 && (street[0]?.length ?? 0) < 2;
  return !isLetter || words.slice(1).some(({ folded }) => STREET_TYPES.has(folded) || UNIT_WORDS.has(folded));
}

/** `elm and 3rd`: as many words before and behind as make two streets that meet. A word too many costs more than all else. */
function crossingAt(city: CityPlaces, sentence: Sentence, at: number): Mention | null {
  const { words } = sentence;
  const middle = words.slice(at + 1, at + MOST_WORDS).findIndex(({ folded }) => BETWEEN.has(folded));
  const between = SLASHED.test(words[at]?.text ?? '') ? at - 1 : at + 1 + middle;
  if (middle < 0 && between > at) return null;
  return bestReading(sentence, spansFrom(words, at, between + 2, between + 1 + MOST_SECOND), (said) => {
    const [place] = findInGazetteer(city.file, [], said);
    return place?.kind === 'crossing' && place.exactness === 'exact' && place.cost <= CROSSING_COST ? place : null;
  });
}

function landmarkAt(city: CityPlaces, sentence: Sentence, at: number): Mention | null {
  for (const span of spansFrom(sentence.words, at, at + 1, at + MOST_WORDS)) {
    const said = sentence.words.slice(span.from, span.to).map(({ folded }) => folded).join(' ');
    const known = city.landmarks.find(({ names }) => names.some((name) => name.join(' ') === said));
    const [place] = known === undefined ? [] : findInGazetteer(null, [known], slice(sentence, span));
    if (place !== undefined) return mentionOf(sentence, span, place);
  }
  return null;
}
