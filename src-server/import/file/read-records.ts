/**
 * Reads a CSV file record by record, with the line each record begins on in the real file, and gets past damage.
 *
 * csv-parse reads strictly: a quotation mark out of place would else swallow every line up to the next one. Where it
 * stumbles, the one line at which the damaged record begins is judged by itself (a stray quotation mark inside a word is
 * fine, one that never closes is not) and strict reading starts again with the line after it. So one bad line costs one line.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type CsvError, type Info, type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import type { Utf8File } from './utf8-file.ts';

export type CsvRecord =
  | { readonly ok: true; readonly line: number; readonly fields: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly text: string; readonly reason: string };

/** A record longer than this is taken for a quotation mark that was never closed. */
const MAX_RECORD_BYTES = 256 * 1024;
const LINE_END = /\r\n|\n|\r/g;

interface Place {
  /** Offset in the UTF-8 file. */
  readonly offset: number;
  readonly line: number;
}

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/** All records in order, the header included; blank lines are passed over. `line` counts from 1. */
export async function* readRecords(file: Utf8File, delimiter: string): AsyncGenerator<CsvRecord> {
  const handle = await open(file.path);
  try {
    let place: Place = { offset: file.start, line: 1 };
    while (place.offset < file.size) {
      place = yield* readUntilDamage(file, delimiter, place);
      if (place.offset >= file.size) return;
      const damaged = await readLine(handle, place.offset);
      if (damaged.text.trim() !== '') yield judgeLine(damaged.text, place.line, delimiter);
      place = { offset: place.offset + damaged.bytes, line: place.line + 1 };
    }
  } finally {
    await handle.close();
  }
}

/** Yields good records from `from` on; returns where the first damaged one begins, or the end of the file. */
async function* readUntilDamage(file: Utf8File, delimiter: string, from: Place): AsyncGenerator<CsvRecord, Place> {
  const source = createReadStream(file.path, { start: from.offset });
  const parser = parse(strictOptions(delimiter));
  parser.on('skip', (_error: CsvError) => {
    source.unpipe(parser);
    parser.end();
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let place = from;
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) {
      const begin = from.offset + parsed.info.bytes - Buffer.byteLength(parsed.raw);
      if (begin > place.offset + 1) return place; // more than the LF that `raw` leaves out of a CRLF: a record was skipped
      const blankLines = leadingBlankLines(parsed.raw);
      if (!isBlank(parsed.record)) yield { ok: true, line: place.line + blankLines, fields: parsed.record };
      place = { offset: from.offset + parsed.info.bytes, line: place.line + countLineEnds(parsed.raw) };
    }
    return place;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function strictOptions(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    raw: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_BYTES,
  };
}

/** Nothing but spaces and separators: spreadsheets write such lines by the hundred below a table. */
function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}

function leadingBlankLines(raw: string): number {
  return countLineEnds(/^[\r\n]*/.exec(raw)?.[0] ?? '') - (/^[\r\n]+$/.test(raw) ? 1 : 0);
}

function countLineEnds(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

/** The physical line at `offset`, without its end; `bytes` counts the end too. */
async function readLine(handle: FileHandle, offset: number): Promise<{ readonly text: string; readonly bytes: number }> {
  const parts: Buffer[] = [];
  for (let read = 0; ; ) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, offset + read);
    const chunk = buffer.subarray(0, bytesRead);
    const end = chunk.findIndex((byte) => byte === 0x0a || byte === 0x0d);
    if (end === -1 && bytesRead > 0) {
      parts.push(chunk);
      read += bytesRead;
      continue;
    }
    const text = Buffer.concat([...parts, chunk.subarray(0, Math.max(end, 0))]).toString('utf8');
    const isCrLf = end >= 0 && chunk[end] === 0x0d && (await byteAt(handle, offset + read + end + 1)) === 0x0a;
    return { text, bytes: read + (end === -1 ? 0 : end + (isCrLf ? 2 : 1)) };
  }
}

async function byteAt(handle: FileHandle, offset: number): Promise<number | undefined> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, offset);
  return bytesRead === 1 ? buffer[0] : undefined;
}

function judgeLine(text: string, line: number, delimiter: string): CsvRecord {
  if (Buffer.byteLength(text) > MAX_RECORD_BYTES) {
    return { ok: false, line, text: text.slice(0, 200), reason: `The line is longer than ${MAX_RECORD_BYTES / 1024} KB.` };
  }
  try {
    const [fields] = parseSync(text, { delimiter, relax_quotes: true, relax_column_count: true });
    if (fields) return { ok: true, line, fields };
  } catch {
    // csv-parse says it in its own words; for the clerk there is one sentence.
  }
  return { ok: false, line, text, reason: 'A quotation mark opens on this line and is not closed where it should be.' };
}
