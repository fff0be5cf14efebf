/**
 * How often the service is the first, or among the first three, for the words a case was described with, before and after this
 * city's own past is learned: `node tests/bench/measure-service-search.ts ../shared/data/sf-311-10000.csv`. Prints; judges nothing.
 *
 * Four of five cases are learned, the fifth is asked. Then the same by wordings: four of five ways to say it are learned, the fifth,
 * which nobody has said before, is asked; each once.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Catalogue, type Service } from '../../src-shared/catalogue/catalogue.ts';
import { type HeardCount, heardWordsFrom, type HeardWords, NOTHING_HEARD, wordsHeard } from '../../src-shared/catalogue/heard-words.ts';
import { searchServices } from '../../src-shared/catalogue/search-services.ts';
import { must } from '../../src-shared/util/assert.ts';

interface Asked {
  readonly code: string;
  readonly said: string;
}

const demoCity = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const path = must(process.argv[2], 'Give the file of San Francisco’s cases.');
const rows = parse(readFileSync(path), { columns: true, skip_empty_lines: true }) as Record<string, string>[]; // safe: `columns` gives records of texts
const cases = rows.map(toAsked).filter(({ said }) => wordsHeard(said).length > 0);
const services = servicesOf(cases);
const wordings = [...new Map(cases.map((one) => [`${one.code}\n${one.said}`, one])).values()];
const [learned, asked] = [cases.filter((_one, at) => at % 5 !== 0), cases.filter((_one, at) => at % 5 === 0)];
const heard = learn(learned);

console.log(`${services.length} services, ${learned.length} cases learned, ${asked.length} asked; ${wordings.length} wordings`);
console.log(`names and synonyms   cases: ${hits(asked, NOTHING_HEARD)}   wordings: ${hits(wordings, NOTHING_HEARD)}`);
console.log(`and what was heard   cases: ${hits(asked, heard)}   wordings never heard: ${neverHeard()}`);
console.log(`slowest of ${asked.length} searches among ${services.length} services: ${slowest().toFixed(1)} ms; middle: ${middle().toFixed(2)} ms`);

function toAsked(row: Record<string, string>): Asked {
  const descriptor = row['descriptor'] ?? '';
  return { code: `${row['category']} – ${row['complaint_type']}`, said: /^(?:na|other|-)?$/i.test(descriptor.trim()) ? '' : descriptor.replaceAll('_', ' ') };
}

/** A city's services, with no synonyms but their names: as they are on the first day after an import. */
function servicesOf(all: readonly Asked[]): readonly Service[] {
  const like = must(demoCity.services[0], 'it has services');
  return [...new Set(all.map(({ code }) => code))].map((code) => ({ ...like, code, name: code, keywords: [], label: { en: code }, serviceGroup: code.split(' – ')[0] ?? '', questions: [] }));
}

function learn(from: readonly Asked[]): HeardWords {
  const counts = new Map<string, HeardCount>();
  const casesOf = new Map<string, number>();
  for (const { code, said } of from) {
    casesOf.set(code, (casesOf.get(code) ?? 0) + 1);
    for (const word of wordsHeard(said)) {
      const key = `${word}\n${code}`;
      counts.set(key, { word, serviceCode: code, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return heardWordsFrom([...counts.values()], casesOf);
}

function hits(from: readonly Asked[], words: HeardWords): string {
  return shares(from.map((one) => placeOf(one, words)));
}

function placeOf({ code, said }: Asked, words: HeardWords): number {
  return searchServices(services, said, 3, words).findIndex(({ service }) => service.code === code);
}

function shares(places: readonly number[]): string {
  const share = (most: number): string => `${((100 * places.filter((at) => at >= 0 && at < most).length) / Math.max(1, places.length)).toFixed(1)} %`;
  return `first ${share(1)}, first three ${share(3)} (${places.length})`;
}

/** Each fifth of the wordings, asked of what was learned from the cases that have the others. */
function neverHeard(): string {
  const places = [0, 1, 2, 3, 4].flatMap((part) => {
    const asking = wordings.filter((_one, at) => at % 5 === part);
    const unknown = new Set(asking.map(({ said }) => said));
    const words = learn(cases.filter(({ said }) => !unknown.has(said)));
    return asking.map((one) => placeOf(one, words));
  });
  return shares(places);
}

function timings(): readonly number[] {
  return asked
    .map(({ said }) => {
      const begun = performance.now();
      searchServices(services, said, 12, heard);
      return performance.now() - begun;
    })
    .sort((a, b) => a - b);
}

function slowest(): number {
  return timings().at(-1) ?? 0;
}

function middle(): number {
  const all = timings();
  return all[Math.floor(all.length / 2)] ?? 0;
}
