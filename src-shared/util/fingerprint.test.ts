import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('is sixteen hex digits, the same for the same text', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(`${text}`)).toBe(fingerprint(text));
  }));
});

it('differs for texts that differ a little', () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => [`{"code":"S${n}","isActive":true}`, `{"code":"S${n}","isActive":false}`]).flat();
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  expect(new Set(texts.map((text) => fingerprint(text).slice(0, 8))).size).toBeGreaterThan(texts.length - 3); // both halves do
  expect(new Set(texts.map((text) => fingerprint(text).slice(8))).size).toBeGreaterThan(texts.length - 3);
});
