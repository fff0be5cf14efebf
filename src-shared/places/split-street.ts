import { DIRECTIONS, STREET_TYPES } from './street-words.ts';

export interface StreetParts {
  readonly before: string;
  readonly core: readonly string[];
  readonly type: string;
  readonly after: string;
}

const isDirection = (word: string | undefined): boolean => word !== undefined && DIRECTIONS.get(word) === word;
const isType = (word: string | undefined): boolean => word !== undefined && STREET_TYPES.get(word) === word;

/**
 * Direction, name and type of a street of which only the words are known (in the form of `streetWords`). At least one word is the
 * name: `n st` is a street called N, `park` one called Park.
 */
export function splitStreet(words: readonly string[]): StreetParts {
  let core = [...words];
  let [before, type, after] = ['', '', ''];
  if (core.length > 2 && isDirection(core.at(-1)) && isType(core.at(-2))) after = core.pop() ?? '';
  if (core.length > 1 && isType(core.at(-1))) type = core.pop() ?? '';
  if (core.length > 1 && isDirection(core[0])) [before = '', ...core] = core;
  // `calle 8`: the type stands first.
  if (type === '' && core.length > 1 && core[0] === 'st') [type = '', ...core] = core;
  return { before, core, type, after };
}

const SMALL = new Set(['of', 'the', 'de', 'del', 'la', 'el', 'los', 'las', 'y', 'and']);

const ROUTES = /^(us|sr|cr|fm|i)$/;

/** `ROGUE RIVER` as people write it: `Rogue River`; `6TH` is `6th`. What has small letters already is left as it is. */
export function namedAsWritten(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (/\p{Ll}/u.test(trimmed)) return trimmed;
  return trimmed
    .toLowerCase()
    .split(' ')
    .map((word, at, words) => (ROUTES.test(word) && /^\d/.test(words[at + 1] ?? '') ? word.toUpperCase() : at > 0 && SMALL.has(word) ? word : /^\d/.test(word) ? word : word.replace(/(^|[-/'’])\p{L}/gu, (letter) => letter.toUpperCase())))
    .join(' ');
}
