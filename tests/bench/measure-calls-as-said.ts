/**
 * How often the demo city finds what callers mean in their own words (`tests/fixtures/calls-as-said.txt`), with nothing heard yet, and how
 * often the line of New case guesses another service: `node tests/bench/measure-calls-as-said.ts [--without-everyday-words]`. Prints; judges nothing.
 *
 * Also named is what stands between the two: another service was taken as sure, without a question mark.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { MEANT_BY, SAID_OF_ANYTHING } from '../../src-shared/catalogue/everyday-words.ts';
import { NOTHING_HEARD } from '../../src-shared/catalogue/heard-words.ts';
import { searchServices } from '../../src-shared/catalogue/search-services.ts';
import { type Known, understand } from '../../src-shared/said/understand.ts';

interface Call {
  readonly code: string;
  readonly said: string;
}

const { values } = parseArgs({ options: { 'without-everyday-words': { type: 'boolean', default: false } } });
if (values['without-everyday-words']) forgetEverydayWords();

const { services } = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const known: Known = { services, heard: NOTHING_HEARD, callers: new Set(), isCase: () => false, mentions: [], filled: new Set(), service: null };
const [first = [], second = []] = readFileSync(new URL('../fixtures/calls-as-said.txt', import.meta.url), 'utf8').split('# second part').map(callsIn);

print('first part', first);
print('second part', second);

/** Only in this process: what callers everywhere call things is not known, nor which words are said of anything. */
function forgetEverydayWords(): void {
  for (const table of [MEANT_BY, SAID_OF_ANYTHING]) (table as Map<string, unknown> | Set<string>).clear(); // safe: they are made as these, and are read-only for others
}

function callsIn(text: string): readonly Call[] {
  const lines = text.split('\n').filter((line) => /^[A-Z][A-Z-]*\|/.test(line));
  return lines.map((line) => ({ code: line.slice(0, line.indexOf('|')), said: line.slice(line.indexOf('|') + 1) }));
}

function print(part: string, calls: readonly Call[]): void {
  const places = calls.map(({ code, said }) => searchServices(services, said, 3).findIndex(({ service }) => service.code === code));
  const taken = calls.map(({ code, said }) => ({ code, piece: understand(said, known).find(({ field }) => field === 'service') }));
  const wrong = taken.filter(({ code, piece }) => piece !== undefined && piece.value !== code);
  const share = (count: number): string => `${((100 * count) / calls.length).toFixed(1)} %`;
  const among = (most: number): string => share(places.filter((at) => at >= 0 && at < most).length);
  const sure = share(wrong.filter(({ piece }) => piece?.isGuess === false).length);
  console.log(`${part} (${calls.length}): first ${among(1)}, first three ${among(3)}, the line takes another ${share(wrong.length)}, of all calls as sure ${sure}`);
}
