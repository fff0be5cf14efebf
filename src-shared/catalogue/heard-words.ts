/**
 * What this city's own callers call things: for each word of past descriptions, the services it speaks for.
 *
 * A word speaks for a service as far as it stands there more often than elsewhere (pointwise mutual information, in nats, 0 and up),
 * held back while it was heard seldom. Sealed cases are never counted (`src-data/heard`). How much it helps: `docs/service-search.md`.
 */
import { foldText } from '../util/fold-text.ts';

/** `[service code, weight]` for each word, the heaviest first. */
export type HeardWords = ReadonlyMap<string, readonly (readonly [string, number])[]>;

export const NOTHING_HEARD: HeardWords = new Map();

/** How often a word stood in the descriptions of a service's cases: each case counts once. */
export interface HeardCount {
  readonly word: string;
  readonly serviceCode: string;
  readonly count: number;
}

const MOST_SERVICES_PER_WORD = 6;
const LEAST_WEIGHT = 0.3;
/** Heard this often, a word counts half of what it would if it had been heard for ever. */
const HALF_TRUSTED_AT = 2;
/** Of a long letter only the beginning says what it is about. */
const MOST_WORDS = 40;

/** Weights from counts. `casesOf`: how many cases of each service were counted, those without any word too. */
export function heardWordsFrom(counts: readonly HeardCount[], casesOf: ReadonlyMap<string, number>): HeardWords {
  const all = [...casesOf.values()].reduce((sum, cases) => sum + cases, 0);
  const byWord = new Map<string, HeardCount[]>();
  for (const row of counts) byWord.set(row.word, [...(byWord.get(row.word) ?? []), row]);
  const heard = new Map<string, readonly (readonly [string, number])[]>();
  for (const [word, rows] of byWord) {
    const times = rows.reduce((sum, { count }) => sum + count, 0);
    const weights = rows
      .map(({ serviceCode, count }) => [serviceCode, weightOf(count, times, casesOf.get(serviceCode) ?? count, all)] as const)
      .filter(([, weight]) => weight >= LEAST_WEIGHT)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_SERVICES_PER_WORD);
    if (weights.length > 0) heard.set(word, weights);
  }
  return heard;
}

function weightOf(count: number, times: number, cases: number, all: number): number {
  const information = Math.log((count * all) / (times * cases));
  return Math.round(Math.max(0, information) * (count / (count + HALF_TRUSTED_AT)) * 100) / 100;
}

/** The words of a description that are counted: folded, each once, without small words and numbers. */
export function wordsHeard(description: string): readonly string[] {
  return [...new Set(foldText(description).split(' ').filter((word) => word.length > 1 && word.length <= 24 && !SMALL_WORDS.has(word) && !/\d/.test(word)))].slice(0, MOST_WORDS);
}

/** Words that say nothing of what a call is about, English and Spanish. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the in on at of my our is are was were it its there this that these those to and or for with from i we you he she they me us ' +
    'be been has have had do does did not by as so but if im ive id get got just very really some any please need needs want wants would could should can ' +
    'hi hello thanks yes ok about into out up over also all been being here theres ' +
    'el la los las lo de del en un una unos unas mi mis su sus que y o es esta estan hay por para con se le les al yo como muy ya'
  ).split(' '),
);
