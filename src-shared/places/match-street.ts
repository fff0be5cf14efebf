/**
 * Which streets somebody may mean. Name, direction and type are compared apart, so that `elm`, `nw elm` and `elm st nw` all find NW Elm
 * Street, and a street that is called N or Park is found by its name.
 */
import type { StreetParts } from './split-street.ts';
import { slipsBetween } from './close-words.ts';
import { DIRECTIONS, STREET_TYPES } from './street-words.ts';

/** `exact`: the name as it is; `begins`: what was typed so far begins it; `close`: but for a slip or two, or another type or direction. */
export type StreetExactness = 'exact' | 'begins' | 'close';

export interface StreetMatch<Street> {
  readonly street: Street;
  readonly exactness: StreetExactness;
  /** 0: said whole and right. Grows with what is missing, wrong, or belongs to no part of the street. */
  readonly cost: number;
}

const COST = { missing: 0.2, begins: 1, slip: 2, otherDirection: 3, otherType: 1.5, noSuchPart: 0.8, stranger: 1.2 } as const;
const MOST_COST = 6;

export interface MatchSettings {
  readonly limit: number;
  /** The last word may go on. */
  readonly isUnfinished: boolean;
}

/** Best first. `words` in the form of `streetWords`. Names with slips only where none is right. */
export function matchStreets<Street extends StreetParts>(streets: readonly Street[], words: readonly string[], settings: MatchSettings): readonly StreetMatch<Street>[] {
  if (words.length === 0) return [];
  const right = allMatches(streets, words, settings, false);
  const found = right.length > 0 ? right : allMatches(streets, words, settings, true);
  return found.sort((one, other) => one.cost - other.cost).slice(0, settings.limit);
}

function allMatches<Street extends StreetParts>(streets: readonly Street[], words: readonly string[], settings: MatchSettings, forgiving: boolean): StreetMatch<Street>[] {
  const found: StreetMatch<Street>[] = [];
  for (const street of streets) {
    const match = bestMatch(street, words, settings.isUnfinished, forgiving);
    if (match !== null && match.cost <= MOST_COST) found.push({ street, ...match });
  }
  return found;
}

type Judged = Omit<StreetMatch<unknown>, 'street'>;

/** The name may stand behind a direction, an article or a type: `nw elm`, `la calle elm`. */
function bestMatch(street: StreetParts, words: readonly string[], isUnfinished: boolean, forgiving: boolean): Judged | null {
  let best: Judged | null = null;
  for (let start = 0; start < Math.min(words.length, 4); start += 1) {
    const name = matchName(street.core, words, start, { isUnfinished, forgiving });
    if (name === null) continue;
    const parts = judgeParts(street, [...words.slice(0, start), ...words.slice(start + name.used)], isUnfinished && start + name.used < words.length);
    // Canal Street is not Canal Road: it may be what they mean, and is never taken for it without being asked.
    const exactness = name.exactness === 'exact' && parts.isOther ? 'close' : name.exactness;
    const cost = name.cost + parts.cost;
    if (best === null || cost < best.cost) best = { exactness, cost };
  }
  return best;
}

interface NameMatch {
  readonly used: number;
  readonly exactness: StreetExactness;
  readonly cost: number;
}

function matchName(core: readonly string[], words: readonly string[], start: number, how: { readonly isUnfinished: boolean; readonly forgiving: boolean }): NameMatch | null {
  let slips = 0;
  for (let at = 0; at < core.length; at += 1) {
    const [meant = '', said] = [core[at], words[start + at]];
    const isLast = start + at === words.length - 1;
    if (said === undefined) return at > 0 && how.isUnfinished ? { used: at, exactness: 'begins', cost: COST.begins + slips * COST.slip } : null;
    if (said === meant) continue;
    if (isLast && how.isUnfinished && meant.startsWith(said)) return { used: at + 1, exactness: 'begins', cost: COST.begins + slips * COST.slip + 1 / (1 + said.length) };
    const count = how.forgiving ? slipsBetween(said, meant) : null;
    if (count === null) return null;
    slips += count;
  }
  return { used: core.length, exactness: slips === 0 ? 'exact' : 'close', cost: slips * COST.slip };
}

/** `isOther`: another type or direction was said than the street has. Words that are neither, such as the city, say nothing of it. */
function judgeParts({ before, type, after }: StreetParts, others: readonly string[], isUnfinished: boolean): { readonly cost: number; readonly isOther: boolean } {
  let cost = 0;
  let isOther = false;
  let [saidDirection, saidType] = [false, false];
  others.forEach((word, at) => {
    const mayGoOn = isUnfinished && at === others.length - 1;
    const is = (part: string): boolean => part !== '' && (part === word || (mayGoOn && part.startsWith(word)));
    if (is(type)) saidType = true;
    else if (is(before) || is(after)) saidDirection = true;
    else if (DIRECTIONS.has(word) || STREET_TYPES.has(word)) {
      isOther = true;
      cost += otherPartCost(DIRECTIONS.has(word), { before, type, after });
    } else cost += COST.stranger;
  });
  if (!saidDirection && before + after !== '') cost += COST.missing;
  if (!saidType && type !== '') cost += COST.missing;
  return { cost, isOther };
}

function otherPartCost(isDirection: boolean, { before, type, after }: Pick<StreetParts, 'before' | 'type' | 'after'>): number {
  const hasPart = (isDirection ? before + after : type) !== '';
  if (!hasPart) return COST.noSuchPart;
  return isDirection ? COST.otherDirection : COST.otherType;
}
