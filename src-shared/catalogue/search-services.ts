import type { Service } from './catalogue.ts';
import { type HeardWords, NOTHING_HEARD } from './heard-words.ts';
import { type Fit, meaningWords, type ServiceIndex, serviceIndex, type Source } from './service-index.ts';

export interface ServiceMatch {
  readonly service: Service;
  /** What the service is called that fits best, for the reason beside the row; empty when only the city's own past speaks for it. */
  readonly matched: string;
  readonly score: number;
}

/** What one word that was heard in the past weighs beside a word of a name (4) or a keyword (3). */
const HEARD_WEIGHT = 0.9;
/** A whole keyword that was said counts so much more than its words. */
const WHOLE_KEYWORD = 0.5;
/** Words nobody knows say nothing for or against; of those that services know, so many must fit. */
const LEAST_SHARE = 0.2;

/**
 * Services that fit what a caller says, best first: "hole in road" finds Pothole, "there is a huge hoel in the raod" too.
 *
 * A typed word fits a word of a service's name, keywords or group when it is that word, begins it, is a form of it, sounds like it,
 * is a letter or two away, or means the same (`everyday-words.ts`); small words are passed over. `heard` adds what the city's own callers called it. An empty text lists
 * all active services by name.
 */
export function searchServices(services: readonly Service[], text: string, limit = 12, heard: HeardWords = NOTHING_HEARD): readonly ServiceMatch[] {
  const index = serviceIndex(services);
  const words = text.trim() === '' ? [] : [...new Set(meaningWords(text))];
  if (words.length === 0) return byName(index.services, limit);
  const tallies = tally(index, words, heard);
  return tallies
    .map(({ score, share, best }, at) => ({ service: serviceAt(index, at), matched: best?.text ?? '', score: share < LEAST_SHARE ? 0 : score * share }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.service.name.localeCompare(b.service.name))
    .slice(0, limit);
}

function byName(services: readonly Service[], limit: number): readonly ServiceMatch[] {
  return [...services].sort((a, b) => a.name.localeCompare(b.name)).slice(0, limit).map((service) => ({ service, matched: '', score: 0 }));
}

function serviceAt(index: ServiceIndex, at: number): Service {
  const service = index.services[at];
  if (!service) throw new Error('searchServices: a place outside its list');
  return service;
}

interface Tally {
  score: number;
  /** How much of what the words say fits: 0 to 1. */
  share: number;
  best: Source | null;
  bestScore: number;
  /** For each source, how well its words were said. */
  readonly said: Map<Source, number>;
}

function tally(index: ServiceIndex, words: readonly string[], heard: HeardWords): readonly Tally[] {
  const tallies = index.services.map((): Tally => ({ score: 0, share: 0, best: null, bestScore: 0, said: new Map() }));
  const placeOf = new Map(index.services.map(({ code }, at) => [code, at] as const));
  let known = 0;
  for (const word of words) {
    const past = heard.get(word) ?? [];
    // A word that is used here is no misspelling of another.
    const fits = index.fitsOf(word).filter(({ fit }) => past.length === 0 || fit >= 0.7);
    if (fits.length === 0 && past.length === 0) continue;
    const rarity = fits.length === 0 ? 0.5 : index.rarityOf(word, fits);
    known += rarity * (past.length > 0 ? 1 : Math.max(...fits.map(({ fit }) => fit)));
    const fitting = addFits(tallies, fits, rarity);
    for (const [code, weight] of past) {
      const at = placeOf.get(code);
      const one = at === undefined ? undefined : tallies[at];
      if (at === undefined || !one) continue;
      one.score += HEARD_WEIGHT * weight;
      fitting.set(at, 1);
    }
    for (const [at, fit] of fitting) {
      const one = tallies[at];
      if (one) one.share += rarity * fit;
    }
  }
  for (const one of tallies) {
    one.share = known === 0 ? 0 : one.share / known;
    one.score += Math.max(0, ...[...one.said].map(([source, said]) => wholeKeyword(source, said)));
  }
  return tallies;
}

/** Gives each service the best of its places for one word, and each place how well the word was said there. Returns how well it fits each service. */
function addFits(tallies: readonly Tally[], fits: readonly Fit[], weight: number): Map<number, number> {
  const bestOf = new Map<number, Fit>();
  const fitOf = new Map<Source, number>();
  for (const fit of fits) {
    fitOf.set(fit.source, Math.max(fit.fit, fitOf.get(fit.source) ?? 0));
    const before = bestOf.get(fit.source.service);
    if (!before || fit.fit * fit.source.weight > before.fit * before.source.weight) bestOf.set(fit.source.service, fit);
  }
  for (const [source, fit] of fitOf) {
    const one = tallies[source.service];
    one?.said.set(source, (one.said.get(source) ?? 0) + fit);
  }
  for (const [at, { source, fit }] of bestOf) {
    const one = tallies[at];
    if (!one) continue;
    const score = fit * source.weight * (0.3 + 0.7 * weight);
    one.score += score;
    if (score > one.bestScore) [one.best, one.bestScore] = [source, score];
  }
  return new Map([...bestOf].map(([at, { fit }]) => [at, fit]));
}

/** "street light" said of a service called "Street light out" is more than "street" and "light" said apart. */
function wholeKeyword({ words, tells, weight }: Source, said: number): number {
  const share = Math.min(1, said / words.length);
  return share < 0.6 || words.length === 0 ? 0 : WHOLE_KEYWORD * weight * share * share * Math.min(3, tells);
}
