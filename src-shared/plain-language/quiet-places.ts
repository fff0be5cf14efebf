/**
 * Stretches of a text in which capitals and short forms are as they must be: web and mail addresses, street addresses, numbers of
 * roads and cases.
 */
import { spansOf, type Span } from './finding.ts';

const LINKS = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|gov|net|edu|us|info)\b(?:\/\S*)?/giu;
const ROAD_NUMBERS = /\b(?:S\.?R\.?|C\.?R\.?|U\.?S\.?|FM|RT|RTE|HWY|I)[ -]?\d{1,3}(?!\d)[A-Z]?\b/gi;
const REMOVED = /\[[a-z ]{1,30} removed\]/giu;

const SUFFIXES = new Set(
  (
    'ST STR STREET AV AVE AVENUE BLVD BOULEVARD RD ROAD DR DRIVE LN LANE CT COURT PL PLACE TER TERR TERRACE CIR CIRCLE HWY HIGHWAY PKWY PARKWAY WAY SQ SQUARE TRL TRAIL ALY ALLEY PLZ PLAZA XING LOOP ' +
    'CALLE AVENIDA'
  ).split(' '),
);
const DIRECTIONS = new Set('N S E W NE NW SE SW NO SO NORTH SOUTH EAST WEST NORTE SUR ESTE OESTE'.split(' '));
const UNITS = new Set('APT UNIT STE SUITE BLDG LOT RM ROOM FLR FLOOR'.split(' '));
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'.split(' '),
);

/** How many words of a street's name stand before its suffix, at most. */
const NAME_WORDS = 4;

/** All quiet stretches, in no particular order; they may overlap. */
export function quietPlaces(text: string): readonly Span[] {
  return [...[LINKS, ROAD_NUMBERS, REMOVED].flatMap((pattern) => spansOf(text, pattern)), ...streetAddresses(text)];
}

interface Token extends Span {
  readonly word: string;
  readonly upper: string;
  /** Something other than spaces stands between it and the token before. */
  readonly isAfterMark: boolean;
}

function tokensOf(text: string): readonly Token[] {
  let before = 0;
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => {
    const [word] = match;
    const start = match.index;
    const isAfterMark = /[^ .]|\. {2,}/.test(text.slice(before, start));
    before = start + word.length;
    return { word, upper: word.toUpperCase(), isAfterMark, start, end: before };
  });
}

/** `4900 E 63rd ST`, `NE 5th ST`, `JUNIPERO SERRA BLVD`, with unit, city, state and ZIP where they follow. */
function streetAddresses(text: string): readonly Span[] {
  const tokens = tokensOf(text);
  const streets = tokens.flatMap((token, index): readonly Span[] => {
    if (!SUFFIXES.has(token.upper) || index === 0) return [];
    const first = startOfStreet(tokens, index);
    return first === null ? [] : [{ start: tokens[first]?.start ?? token.start, end: endOfAddress(tokens, index) }];
  });
  return [...streets, ...statesIn(tokens)];
}

/** The token a street begins with, given its suffix; null when the word before is no name. */
function startOfStreet(tokens: readonly Token[], suffix: number): number | null {
  let first = suffix;
  let names = 0;
  for (let index = suffix - 1; index >= 0 && !tokens[index + 1]?.isAfterMark; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (/^\d/.test(token.word)) return index; // house number or `63rd`: a direction before it is known by itself
    const isName = /^\p{Lu}/u.test(token.word) && (/[aeiouy]/i.test(token.word) || token.word.length === 1);
    if (DIRECTIONS.has(token.upper) && first < suffix) first = index;
    else if (isName && names < NAME_WORDS) {
      names += 1;
      if (names <= 2) first = index; // without a number, two words of a name are believed
    } else break;
  }
  return first === suffix ? null : first;
}

/** The end of what belongs to a street: a direction, a unit with its number, a city in capitals before a state, a ZIP code. */
function endOfAddress(tokens: readonly Token[], suffix: number): number {
  let end = suffix;
  const next = (): string => tokens[end + 1]?.upper ?? '';
  if (DIRECTIONS.has(next()) && !tokens[end + 1]?.isAfterMark) end += 1;
  if (UNITS.has(next())) end += 2;
  const state = [1, 2, 3, 4].find((ahead) => STATES.has(tokens[end + ahead]?.upper ?? ''));
  const cityWords = tokens.slice(end + 1, end + (state ?? 0));
  if (state !== undefined && tokens[end + 1]?.isAfterMark && cityWords.every(({ word }) => /^\p{Lu}/u.test(word))) end += state;
  if (/^\d{5}$/.test(next())) end += 1;
  return tokens[Math.min(end, tokens.length - 1)]?.end ?? 0;
}

/** `Boynton Beach, FL`, `CA 94063`: a state behind a city or before a ZIP code. */
function statesIn(tokens: readonly Token[]): readonly Span[] {
  return tokens.filter((token, index) => {
    if (!STATES.has(token.word)) return false;
    const isBeforeZip = /^\d{5}$/.test(tokens[index + 1]?.word ?? '');
    const isAfterCity = token.isAfterMark && /^\p{Lu}\p{Ll}/u.test(tokens[index - 1]?.word ?? '');
    return isBeforeZip || isAfterCity;
  });
}
