import { expect, it } from 'vitest';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { holdsWords } from './workstations-table.tsx';

it.each([
  [['city'], 'Every case that is not sealed'],
  [['city', 'sealed:HR'], 'Every case that is not sealed; sealed ones of HR'],
  [['dept:STREETS', 'dept:WATER', 'sealed:WATER'], 'Cases of STREETS, WATER; sealed ones of WATER'],
  [['city', 'sealed:STREETS', 'sealed:WATER', 'sealed:HR'], 'Every case that is not sealed; sealed ones of every department'],
  [[], 'nothing'],
])('%j: %s', (holds, words) => {
  expect(holdsWords(holds, SMALL_CITY)).toBe(words);
});
