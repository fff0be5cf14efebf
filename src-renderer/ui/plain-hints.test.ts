import { expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { plainFindings, withInstead } from './plain-hints.tsx';

const found = (text: string, language: 'en' | 'es' = 'en') => plainFindings(text, language, { ...SMALL_CITY, glossary: [{ short: 'SR', long: 'service request' }] });

it('finds what a citizen cannot read, once, in either language, and knows the city’s own words', () => {
  expect(found('The crew filled the hole on Monday.')).toEqual([]);
  expect(found('Your SR was sent.')).toEqual([]);
  expect(found('The ROW was cleared.').map(({ text }) => text)).toEqual(['ROW']);
  expect(found('The ROW was cleared at this time.', 'es').map(({ text }) => text)).toEqual(['ROW', 'at this time']);
});

it('puts better words in their place', () => {
  const text = 'The ROW was cleared at this time.';
  const [row, now] = found(text);
  expect(row && withInstead(text, row)).toBe('The right of way was cleared at this time.');
  expect(now && withInstead(text, now)).toBe('The ROW was cleared now.');
  expect(row && withInstead('a ROW b', { ...row, start: 2, end: 5, instead: '' })).toBe('a b');
});
