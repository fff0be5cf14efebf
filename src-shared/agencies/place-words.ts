import { foldText } from '../util/fold-text.ts';

/** The many ways a numbered road is written, each as one: `State Route 7`, `S.R. 7`, `FL-7` and `SR-7` are all `sr 7`. */
const ROADS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:u s|us)(?: (?:highway|hwy|route|rte|road|rd))?(?= \d)/g, 'us'],
  [/\b(?:s r|sr|state (?:road|rd|route|rte|highway|hwy)|fl(?: (?:road|route|highway|hwy))?)(?= [a-z]?\d)/g, 'sr'],
  [/\b(?:c r|cr|county (?:road|rd|route|rte|highway|hwy))(?= [a-z]?\d)/g, 'cr'],
  [/\b(?:i|interstate(?: highway)?)(?= \d)/g, 'i'],
];

const SHORT_FORMS: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  terrace: 'ter',
  circle: 'cir',
  highway: 'hwy',
  parkway: 'pkwy',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

/** A place made comparable: folded, roads and street words in one way of writing. For matching only, never for display. */
export function comparablePlace(text: string): string {
  const apart = foldText(text).replace(/\b(us|sr|cr|fl|i)(?=\d)/g, '$1 '); // "US1", "SR7"
  const roads = ROADS.reduce((place, [written, meant]) => place.replace(written, meant), apart);
  return roads.split(' ').map((word) => (Object.hasOwn(SHORT_FORMS, word) ? SHORT_FORMS[word] : word)).join(' ');
}

/** Whether the words of one place stand in another, whole and in order: `state route 7` in `4200 SR-7 N`, not in `SR 70`. */
export function placeNames(place: string, word: string): boolean {
  const sought = comparablePlace(word);
  return sought !== '' && ` ${comparablePlace(place)} `.includes(` ${sought} `);
}

/** Folded words as people write a place: `state route 7` gives `State Route 7`, `us 1` gives `US 1`, `a1a` gives `A1A`. */
export function shownPlace(word: string): string {
  const upper = new Set(['us', 'sr', 'cr', 'fl', 'ne', 'nw', 'se', 'sw', 'i']);
  return word
    .split(' ')
    .map((part) => (upper.has(part) || /\d/.test(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)))
    .join(' ')
    .replace(/(\d)(ST|ND|RD|TH)\b/g, (_whole, digit: string, ending: string) => digit + ending.toLowerCase());
}
