/**
 * What the words of a request have in common with the words of an agency: rare words count more than frequent ones, a word of
 * the service's name more than a word of what was said.
 */
import { foldText } from '../util/fold-text.ts';
import type { Agency } from './agency.ts';

/** Words of the agency that fit, as the agency writes them, best first; `score` is at least 0. */
export interface WordMatch {
  readonly words: readonly string[];
  readonly score: number;
}

/** A word of the request, by its stem, with its weight. */
export type QueryWords = ReadonlyMap<string, number>;

/** Words that say nothing about who is responsible. */
const SAY_NOTHING = new Set(
  (
    'a an and any are as at be been by can do for from had has have i in is it its me my near no not of on or our out so that the their there they this to us was we were what when where which who will with you your ' +
    'city county state town public service services office department agency program division information general request report problem question complaint issue need help want people person man woman area local come came did does done get got go goes going today now day time one two very just please thank thanks hello ' +
    'el la los las de del en un una y o que no mi su es por para con al se lo hay'
  ).split(' '),
);

const NAME_WEIGHT = 3;
const SAID_WEIGHT = 2;
const KEYWORD_WEIGHT = 1;

/** `name` of the service, `said` by the citizen, `keywords` of the service: each word once, with its greatest weight. */
export function queryWords({ name, said, keywords }: { readonly name: string; readonly said: string; readonly keywords: readonly string[] }): QueryWords {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const { stem } of wordsOf(text)) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
  };
  add(keywords.join(' '), KEYWORD_WEIGHT);
  add(said, SAID_WEIGHT);
  add(name, NAME_WEIGHT);
  return weights;
}

/** Compares one request with each of many agencies. A word that half of them have decides little. */
export function wordMatcher(agencies: readonly Agency[]): (agency: Agency, query: QueryWords) => WordMatch {
  const wordsByAgency = new Map(agencies.map((agency) => [agency, wordsOfAgency(agency)]));
  const agenciesWith = new Map<string, number>();
  for (const words of wordsByAgency.values()) {
    for (const stem of words.keys()) agenciesWith.set(stem, (agenciesWith.get(stem) ?? 0) + 1);
  }
  const rarity = (stem: string): number => Math.log(1 + agencies.length / (agenciesWith.get(stem) ?? 1));
  return (agency, query) => {
    const words = wordsByAgency.get(agency) ?? wordsOfAgency(agency);
    const found = [...query].flatMap(([stem, weight]) => {
      const word = words.get(stem);
      return word === undefined ? [] : [{ shown: word.shown, weight, worth: weight * rarity(stem) * (word.isInName ? 1.5 : 1) }];
    });
    const best = found.sort((a, b) => b.worth - a.worth || a.shown.localeCompare(b.shown));
    return isEnough(best.map(({ weight }) => weight))
      ? { words: best.map(({ shown }) => shown), score: best.reduce((sum, { worth }) => sum + worth, 0) }
      : { words: [], score: 0 };
  };
}

/** One keyword in common is chance; a word of the service's name or of what was said is not. */
function isEnough(weights: readonly number[]): boolean {
  return weights.length >= 2 || weights.some((weight) => weight > KEYWORD_WEIGHT);
}

interface AgencyWord {
  readonly shown: string;
  readonly isInName: boolean;
}

function wordsOfAgency({ name, handles }: Agency): ReadonlyMap<string, AgencyWord> {
  const words = new Map<string, AgencyWord>();
  for (const { stem, shown } of wordsOf(handles)) words.set(stem, { shown, isInName: false });
  for (const { stem, shown } of wordsOf(name)) words.set(stem, { shown, isInName: true });
  return words;
}

function wordsOf(text: string): readonly { readonly stem: string; readonly shown: string }[] {
  const folded = foldText(text).split(' ').filter((word) => word.length > 1 && !SAY_NOTHING.has(word));
  return folded.map((shown) => ({ stem: stemOf(shown), shown }));
}

/** One form for singular and plural, English and Spanish: `potholes` and `pothole`, `buses` and `bus`, `cities` and `city`. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}
