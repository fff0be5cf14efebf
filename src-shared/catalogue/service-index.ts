import { foldText } from '../util/fold-text.ts';
import type { Service } from './catalogue.ts';
import { SAID_OF_ANYTHING } from './everyday-words.ts';
import { SMALL_WORDS } from './heard-words.ts';
import { likelyWords, vocabularyOf } from './likely-words.ts';

/** Something a service is called: its name, one of its keywords, its group. */
export interface Source {
  /** Place in `services`. */
  readonly service: number;
  readonly text: string;
  /** Folded, without small words; all of them when there are only those. */
  readonly words: readonly string[];
  readonly weight: number;
  /** How many words tell something; one that is said of anything counts little. */
  readonly tells: number;
  /** Only the word itself speaks for a whole group. */
  readonly isGroup: boolean;
}

/** Where a word stands that is, or nearly is, the one that was typed. `fit`: 1 for the word itself, less for less. */
export interface Fit {
  readonly source: Source;
  readonly fit: number;
}

export interface ServiceIndex {
  readonly services: readonly Service[];
  /** Everything a typed word may mean, in any order; empty when no service is called anything like it. */
  readonly fitsOf: (word: string) => readonly Fit[];
  /** How much a word says: 1 when one service has it, near 0 when all have, little when it is said of anything. */
  readonly rarityOf: (word: string, fits: readonly Fit[]) => number;
}

/** What a word weighs that is said of anything. */
const OF_ANYTHING = 0.3;

const built = new WeakMap<readonly Service[], ServiceIndex>();

/** The words of a catalogue, made once for each list of services. */
export function serviceIndex(services: readonly Service[]): ServiceIndex {
  const known = built.get(services);
  if (known) return known;
  const index = build(services);
  built.set(services, index);
  return index;
}

function build(services: readonly Service[]): ServiceIndex {
  const active = services.filter((service) => service.isActive);
  const sources = active.flatMap(sourcesOf);
  const places = new Map<string, Source[]>();
  for (const source of sources) for (const word of new Set(source.words)) places.set(word, [...(places.get(word) ?? []), source]);
  const vocabulary = vocabularyOf([...places.keys()]);
  const remembered = new Map<string, readonly Fit[]>();
  const fitsOf = (word: string): readonly Fit[] => {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size > 5_000) remembered.clear();
    const likely = likelyWords(word, vocabulary);
    const fits = likely.flatMap(([like, fit]) => (places.get(like) ?? []).filter(({ isGroup }) => !isGroup || fit >= 0.9).map((source) => ({ source, fit })));
    remembered.set(word, fits);
    return fits;
  };
  const rarityOf = (word: string, fits: readonly Fit[]): number => {
    const having = new Set(fits.filter(({ fit, source }) => fit >= 0.7 && !source.isGroup).map(({ source }) => source.service)).size;
    return tellingOf(word) * (Math.log(1 + active.length / Math.max(1, having)) / Math.log(1 + active.length));
  };
  return { services: active, fitsOf, rarityOf };
}

function tellingOf(word: string): number {
  return SAID_OF_ANYTHING.has(word) ? OF_ANYTHING : 1;
}

function sourcesOf(service: Service, at: number): readonly Source[] {
  const named = (text: string, weight: number, isGroup = false): Source => {
    const words = meaningWords(text);
    return { service: at, text, words, weight, tells: words.reduce((sum, word) => sum + tellingOf(word), 0), isGroup };
  };
  return [
    named(service.name, 4),
    ...service.keywords.map((keyword) => named(keyword, 3)),
    ...(service.label.es === undefined || service.label.es === '' ? [] : [named(service.label.es, 3.5)]),
    named(service.serviceGroup, 1, true),
  ];
}

/** `hasn't`, `dont`, and what is left of `it's` when the mark is gone. */
const CONTRACTED = /\b(?:do|does|did|is|are|was|were|has|have|ca|wo|could|would|should)n['’]?t\b|['’](?:s|d|m|re|ve|ll)\b/gi;

/** Folded words that mean something; all of them when none does. */
export function meaningWords(text: string): readonly string[] {
  const words = foldText(text.replace(CONTRACTED, ' ')).split(' ').filter((word) => word !== '');
  const meaning = words.filter((word) => !SMALL_WORDS.has(word));
  return meaning.length > 0 ? meaning : words;
}
