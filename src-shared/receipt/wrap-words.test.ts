import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packParts, wrapBalanced, wrapWords } from './wrap-words.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 20 });
const width = fc.integer({ min: 4, max: 48 });

it('loses nothing, fits every line, and breaks only between words that fit', () => {
  fc.assert(
    fc.property(words, width, (given, limit) => {
      const lines = wrapWords(given.join('  '), limit);
      for (const line of lines) expect(line).toMatch(new RegExp(`^\\S(.{0,${limit - 2}}\\S)?$`));
      expect(lines.join('').replaceAll(' ', '')).toBe(given.join(''));
      const whole = new Set(lines.flatMap((line) => line.split(' ')));
      for (const word of given) if (word.length <= limit) expect(whole).toContain(word);
    }),
  );
});

it('balances lines without using more of them', () => {
  expect(wrapBalanced('Please keep this receipt until your case is closed.', 48)).toEqual([
    'Please keep this receipt',
    'until your case is closed.',
  ]);
  fc.assert(
    fc.property(words, width, (given, limit) => {
      const text = given.join(' ');
      expect(wrapBalanced(text, limit)).toHaveLength(wrapWords(text, limit).length);
    }),
  );
});

it('keeps the groups of a spoken number whole', () => {
  expect(packParts(['four eight', 'two nine one three', 'five zero six two'], ', ', 42)).toEqual([
    'four eight, two nine one three,',
    'five zero six two',
  ]);
});
