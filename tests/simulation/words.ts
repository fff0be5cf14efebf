/** What people type: real lines of city records, and the text that breaks programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const FIXTURE = new URL('fixtures/typed-words.txt', import.meta.url);
const LONGEST = 400;

/** The lines every seed draws from unless told otherwise: the same on every computer, or a seed would not be one. */
export const TYPED_WORDS: readonly string[] = readFileSync(FIXTURE, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(`"${line.replaceAll('"', '\\"')}"`) as string); // safe: a JSON string is a string

/** Every cell of every CSV file in a folder, for longer runs over more text. A seed is the same only with the same folder. */
export function wordsOfFolder(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const cells = files.sort().flatMap((name) => parse(readFileSync(join(folder, name)), { relaxQuotes: true, relaxColumnCount: true, bom: true }).flat());
  return [...new Set(cells.filter((cell) => cell.trim() !== '' && cell.length <= LONGEST))];
}
