import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** What every hash on a disk was made with: slow and plain. */
function plainly(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => plainly(item ?? null)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${plainly(record[key])}`);
  return `{${members.join(',')}}`;
}

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '\ud800', 'ó', '\u2028', '10', '9', '__proto__'));
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.constantFrom(null, true, false, undefined, 0, -0, 1e21, 1e-7, 2 ** 53),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 6 }),
    fc.dictionary(fc.string({ maxLength: 4 }), fc.integer(), { minKeys: 20, maxKeys: 60 }),
  ),
}));

describe('canonicalJson', () => {
  it('writes the same bytes as the plain way, for any value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonicalJson(value ?? null)).toBe(plainly(value ?? null));
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes what JSON reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('orders keys by code units and leaves out undefined', () => {
    expect(canonicalJson({ b: 1, a: undefined, 10: [undefined, 'é'], 9: { Z: null, z: true } })).toBe('{"10":[null,"é"],"9":{"Z":null,"z":true},"b":1}');
  });

  it('refuses what is no plain JSON value', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('not finite');
    expect(() => canonicalJson([() => 1])).toThrow('cannot write a function');
    expect(() => canonicalJson(1n)).toThrow('cannot write a bigint');
  });
});
