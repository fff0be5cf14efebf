import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitText } from './split-text.ts';

it('cuts a text into parts that fit and lose nothing but the spaces between them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', 'word ') });
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 40 }), (whole, max) => {
      const parts = splitText(whole, max);
      expect(parts.every((part) => part !== '' && part.length <= max && part.isWellFormed())).toBe(true);
      expect(parts.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
    }),
  );
});
