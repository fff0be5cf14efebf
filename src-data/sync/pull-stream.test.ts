import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { BrokenPullError, readPullStream } from './pull-stream.ts';

const HEADER = { h: { epoch: 1, rev: 9, seq: 0, hash: GENESIS_HASH, buckets: ['city'], reset: [], numbers: [], catalogue: null, now: 1 } };

function answer(rows: readonly unknown[]): Buffer {
  const body = Buffer.from([HEADER, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''));
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ end: 9, rows: rows.length, crc: crc32(body) })}\n`)]);
}

/** The bytes in pieces of any sizes, as a network would bring them. */
async function* inPieces(bytes: Buffer, cuts: readonly number[]): AsyncIterable<Uint8Array> {
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    if (to > from) yield bytes.subarray(from, to);
    from = Math.max(from, to);
  }
}

const rows = fc.array(fc.tuple(fc.constant('r'), fc.constant('city'), fc.uuid(), fc.constant(true), fc.record({ text: fc.string() })), { maxLength: 20 });

describe('a pull answer', () => {
  it('is read the same whatever pieces it comes in', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(5_000), { maxLength: 10 }), async (given, cuts) => {
        const read = await readPullStream(inPieces(answer(given), cuts));
        expect(read.header.rev).toBe(9);
        expect([...read.lines].map((line) => JSON.parse(line) as unknown)).toEqual(given);
      }),
    );
  });

  it('cut anywhere is thrown away whole', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(100_000), async (given, cut) => {
        const bytes = answer(given);
        await expect(readPullStream(inPieces(bytes.subarray(0, cut % bytes.length), []))).rejects.toThrow(BrokenPullError);
      }),
    );
  });

  it('with one byte changed is thrown away whole', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(100_000), fc.integer({ min: 1, max: 255 }), async (given, position, change) => {
        const bytes = answer(given);
        const at = position % (bytes.length - 1); // the last newline may be anything that ends the stream
        bytes[at] = (bytes[at] ?? 0) ^ change;
        await expect(readPullStream(inPieces(bytes, []))).rejects.toThrow(BrokenPullError);
      }),
    );
  });
});
