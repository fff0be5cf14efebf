import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files under a folder in which any of the words stands, as typed, in lower case, or as base64 of either; with the word. */
export function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const wanted = words.flatMap((word) => [...new Set([word, word.toLowerCase()])].map((form) => ({ word, bytes: Buffer.from(form) })));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .flatMap((path) => {
      const content = contentOf(path);
      const found = wanted.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => word);
      return [...new Set(found)].map((word) => `${path.slice(folder.length + 1)}: ${word}`);
    });
}

/** Empty when it has gone since it was listed: a window that runs takes its own files away. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
