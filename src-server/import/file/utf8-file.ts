import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportProblem } from '../import-problem.ts';
import { refuseWhatIsNoCsv } from './recognise.ts';
import { detectEncoding, type Encoding } from './text-encoding.ts';

/** A file whose bytes from `start` to `size` are UTF-8 text. */
export interface Utf8File {
  readonly path: string;
  /** Behind the byte order mark, if there is one. */
  readonly start: number;
  readonly size: number;
  /** Of the file that was given. */
  readonly encoding: Encoding;
  /** Removes the copy, if one had to be made. */
  close(): Promise<void>;
}

const START_BYTES = 4_096;

/**
 * Opens a file of any encoding as UTF-8: itself when it is, else a copy in a private temporary folder.
 *
 * Line ends are never changed, so line numbers are those of the real file. Throws ImportProblem when the file cannot be
 * read or is no CSV at all.
 */
export async function openUtf8(given: string, forced: Encoding | null = null): Promise<Utf8File> {
  const name = path.basename(given);
  const start = await readStart(given, name);
  refuseWhatIsNoCsv(name, start);
  const encoding = forced ?? (await detectEncoding(given, start));
  if (encoding !== 'utf-8') return copyAsUtf8(given, encoding);
  return { path: given, start: bomLength(start), size: (await stat(given)).size, encoding, close: async () => {} };
}

async function readStart(file: string, name: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(error, file, name);
  }
}

function unreadable(error: unknown, file: string, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new ImportProblem(`There is no file ${file}. Check the name and the folder.`);
  if (code === 'EISDIR') return new ImportProblem(`${file} is a folder. Name one CSV file in it.`);
  if (code === 'EACCES' || code === 'EPERM') return new ImportProblem(`${name} may not be read by this user. Ask for the right to read it.`);
  return error;
}

function bomLength(start: Buffer): number {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}

async function copyAsUtf8(given: string, encoding: Encoding): Promise<Utf8File> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portreeve-import-'));
  const copy = path.join(folder, 'utf8.csv');
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(Readable.from(decoded(given, encoding)), createWriteStream(copy, { mode: 0o600 }));
    return { path: copy, start: 0, size: (await stat(copy)).size, encoding, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The text without its byte order mark. */
async function* decoded(given: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(given)) yield decoder.decode(chunk as Buffer, { stream: true }); // safe: no encoding is set
  yield decoder.decode();
}
