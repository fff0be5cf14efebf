import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_LEASED_PAYLOAD, LEASED_PAYLOADS, payloadPermutation } from './permutation.ts';

const key = createHash('sha256').update('a key for tests').digest();
const leasedPayload = payloadPermutation(key);
const anyIndex = fc.integer({ min: 0, max: LEASED_PAYLOADS - 1 });

describe('payloadPermutation', () => {
  test('stays in the leased range and never gives one payload for two indexes, under any key', () => {
    const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(anyKey, fc.uniqueArray(anyIndex, { minLength: 2, maxLength: 50 }), (someKey, indexes) => {
        const permute = payloadPermutation(someKey);
        const payloads = indexes.map((index) => permute(index));
        expect(new Set(payloads).size).toBe(indexes.length);
        for (const payload of payloads) {
          expect(payload).toBeGreaterThanOrEqual(FIRST_LEASED_PAYLOAD);
          expect(payload).toBeLessThan(FIRST_LEASED_PAYLOAD + LEASED_PAYLOADS);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('gives no number twice among the first 100,000', () => {
    const seen = new Set<number>();
    for (let index = 0; index < 100_000; index += 1) seen.add(leasedPayload(index));
    expect(seen.size).toBe(100_000);
  });

  test('does not run in sequence: neighbours lie far apart and fill every leading digit alike', () => {
    const leading = new Array<number>(10).fill(0);
    let near = 0;
    for (let index = 0; index < 8_000; index += 1) {
      const payload = leasedPayload(index);
      leading[Math.floor(payload / 100_000_000)]! += 1;
      if (Math.abs(payload - leasedPayload(index + 1)) < 10_000) near += 1;
    }
    expect(near).toBeLessThan(10);
    for (const count of leading.slice(1, 9)) expect(count).toBeGreaterThan(800);
    expect([leading[0], leading[9]]).toEqual([0, 0]);
  });

  test('another key gives other numbers; the same key the same for ever', () => {
    const other = payloadPermutation(createHash('sha256').update('another').digest());
    const first = [0, 1, 2].map((index) => leasedPayload(index));
    expect([0, 1, 2].map((index) => other(index))).not.toEqual(first);
    expect(first).toEqual([0, 1, 2].map(payloadPermutation(key)));
    expect(first).toMatchInlineSnapshot(`
      [
        306255808,
        641652261,
        869578640,
      ]
    `);
  });

  test('ends loudly when every number has been given out', () => {
    expect(() => leasedPayload(LEASED_PAYLOADS)).toThrow(/800,000,000/);
    expect(() => leasedPayload(-1)).toThrow(RangeError);
  });
});
