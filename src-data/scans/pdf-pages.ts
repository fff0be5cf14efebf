/**
 * How many pages a PDF says it has, read from its page tree, without drawing anything: the catalog that the last trailer names, and the count
 * at the root of its pages. Objects are found by their heads, in the file and in its compressed object streams; of an object that was written
 * again, the last counts. An encrypted or broken file has no number here: none is better than a wrong one.
 */
import { inflateSync } from 'node:zlib';

/** Files of scanners; a larger one opens all the same, and says less. */
const MOST_OBJECTS = 200_000;
const MOST_INFLATED_BYTES = 50_000_000;
const MOST_PAGES = 100_000;

/** Null: the file does not say it in a way that is read here. Never throws. */
export function pdfPages(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return null;
  const objects = objectsOf(text);
  const catalog = objects?.get(last(text, /\/Root\s+(\d+)\s+\d+\s+R/g) ?? '');
  const tree = catalog === undefined ? undefined : objects?.get(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(catalog)?.[1] ?? '');
  const counts = tree === undefined ? [] : [...tree.matchAll(/\/Count\s+(\d+)/g)];
  const count = Number(counts[0]?.[1] ?? 0);
  return counts.length === 1 && count >= 1 && count <= MOST_PAGES ? count : null;
}

function last(text: string, pattern: RegExp): string | undefined {
  let found: string | undefined;
  for (const match of text.matchAll(pattern)) found = match[1];
  return found;
}

/** The dictionary of each object, by its number; null: more than any scan has. */
function objectsOf(text: string): ReadonlyMap<string, string> | null {
  const objects = new Map<string, string>();
  let inflatedBytes = 0;
  for (const head of text.matchAll(/(?<![\d.])(\d{1,8})\s+\d{1,5}\s+obj\b/g)) {
    const from = head.index + head[0].length;
    const end = nearest(text.indexOf('endobj', from), text.indexOf('stream', from), text.length);
    const dictionary = text.slice(from, end);
    objects.set(head[1] ?? '', dictionary);
    if (/\/Type\s*\/ObjStm\b/.test(dictionary)) inflatedBytes += takeStream(text, { dictionary, end }, objects);
    if (objects.size > MOST_OBJECTS || inflatedBytes > MOST_INFLATED_BYTES) return null;
  }
  return objects;
}

function nearest(...places: readonly number[]): number {
  return Math.min(...places.filter((at) => at >= 0));
}

/** Takes up the objects of a compressed stream; says how large it was. One that cannot be read has none. */
function takeStream(text: string, { dictionary, end }: { readonly dictionary: string; readonly end: number }, objects: Map<string, string>): number {
  const [count, first] = [/\/N\s+(\d+)/, /\/First\s+(\d+)/].map((pattern) => Number(pattern.exec(dictionary)?.[1] ?? Number.NaN)) as [number, number]; // safe: two in, two out
  const begin = end + 'stream'.length + (text.startsWith('\r\n', end + 'stream'.length) ? 2 : 1);
  const until = text.indexOf('endstream', begin);
  if (until < 0 || !(count > 0) || !(first > 0)) return 0;
  const inside = inflated(text.slice(begin, until), /\/FlateDecode\b/.test(dictionary));
  const heads = inside.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at < count; at += 1) {
    const [number, offset = Number.NaN, next = Number.NaN] = [heads[2 * at], heads[2 * at + 1], heads[2 * at + 3]];
    if (number !== undefined && !Number.isNaN(offset)) objects.set(String(number), inside.slice(first + offset, Number.isNaN(next) ? undefined : first + next));
  }
  return inside.length;
}

function inflated(raw: string, isDeflated: boolean): string {
  if (!isDeflated) return raw;
  try {
    return inflateSync(Buffer.from(raw, 'latin1'), { maxOutputLength: MOST_INFLATED_BYTES }).toString('latin1');
  } catch {
    return '';
  }
}
