import { crc32 } from 'node:zlib';
import { PullEnd, PullHeader } from '../../src-shared/protocol/pull.ts';
import { type PulledLines, stageLines, type StagedLines } from './staged-lines.ts';

export interface PullAnswer {
  readonly header: PullHeader['h'];
  /** The r and x lines as they came; parsed one by one when applied, to keep memory low. */
  readonly lines: PulledLines;
  /** Called when the lines are no longer needed. */
  readonly close?: () => void;
}

/** The stream was cut, altered or not a pull answer. Nothing of it may be applied; the pull is asked for again. */
export class BrokenPullError extends Error {
  override readonly name = 'BrokenPullError';
}

/** Reads a whole pull answer and checks its end line: row count and CRC-32 of all bytes before. Throws BrokenPullError. */
export async function readPullStream(body: AsyncIterable<Uint8Array>): Promise<PullAnswer> {
  const lines = stageLines();
  try {
    return { ...(await readLines(body, lines)), close: lines.close };
  } catch (error) {
    lines.close();
    throw error;
  }
}

async function readLines(body: AsyncIterable<Uint8Array>, lines: StagedLines): Promise<PullAnswer> {
  let header: PullHeader['h'] | null = null;
  let end: PullEnd | null = null;
  let crc = 0;
  for await (const line of linesOf(body)) {
    if (end) throw new BrokenPullError('The answer goes on after its end');
    const text = line.subarray(0, -1).toString('utf8');
    if (header === null) header = readHeader(text);
    else if (text.startsWith('{')) end = parse(PullEnd, text);
    else lines.push(text);
    if (!end) crc = crc32(line, crc);
  }
  if (!header || !end) throw new BrokenPullError('The answer was cut off');
  if (end.rows !== lines.length || end.crc !== crc || end.end !== header.rev) throw new BrokenPullError('The answer was altered on its way');
  return { header, lines };
}

/**
 * The header, with the catalogue and rule books as they came: what a newer server has added to them is kept for the version of
 * this workstation that understands it.
 */
export function readHeader(line: string): PullHeader['h'] {
  const { h } = parse(PullHeader, line);
  const raw = JSON.parse(line) as { h: Pick<PullHeader['h'], 'catalogue'> & Partial<Pick<PullHeader['h'], 'ruleBooks'>> }; // safe: its shape was checked above
  return { ...h, catalogue: h.catalogue === null ? null : raw.h.catalogue, ruleBooks: raw.h.ruleBooks ?? [] };
}

/** Lines with their newline byte. Bytes after the last newline belong to a cut stream and are dropped. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let at = bytes.indexOf(10, start); at >= 0; at = bytes.indexOf(10, start)) {
      const tail = bytes.subarray(start, at + 1);
      yield rest.length > 0 ? Buffer.concat([...rest, tail]) : tail;
      rest = [];
      start = at + 1;
    }
    if (start < bytes.length) rest.push(Buffer.from(bytes.subarray(start)));
  }
}

function parse<T>(schema: { parse: (value: unknown) => T }, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new BrokenPullError('The answer is not what this version understands', { cause: error });
  }
}
