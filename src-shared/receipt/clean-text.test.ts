import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, shorten } from './clean-text.ts';

it('makes one line of what somebody pasted', () => {
  expect(cleanText('  Elm\tStreet\r\n\u0007and  Main\u2028 ')).toBe('Elm Street and Main');
});

it('removes what could turn a number around or hide text, and keeps letters of any script', () => {
  expect(cleanText('48\u202e-2913\u2066')).toBe('48-2913');
  expect(cleanText('Ng\u0303 Nguyễn Иванов 李 👩‍🔧')).toBe('Ng\u0303 Nguyễn Иванов 李 👩‍🔧');
  expect(cleanText('half \ud83d of an emoji')).toBe('half \ufffd of an emoji');
});

it('is one clean line whatever comes in, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

it('shortens between words, never past the limit, never inside a character', () => {
  expect(shorten('A hole, in the road', 12)).toBe('A hole, in…');
  expect(shorten('short', 12)).toBe('short');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const short = shorten(text.toWellFormed(), limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});
