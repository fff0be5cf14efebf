import { afterEach, expect, it } from 'vitest';
import { speak } from './language.ts';
import { oneDecimal, percentWords, shortNumber, wholeNumber } from './numbers.ts';

afterEach(() => speak('en'));

it('writes numbers as the language does', () => {
  expect([wholeNumber(1_234), wholeNumber(12.6), oneDecimal(4), oneDecimal(52.34), shortNumber(4), percentWords(83.44), percentWords(100)]).toEqual(['1,234', '13', '4.0', '52.3', '4', '83.4%', '100%']);
  speak('es');
  expect([wholeNumber(12_345), oneDecimal(4)]).toEqual(['12,345', '4.0']);
});
