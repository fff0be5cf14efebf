import { expect, it } from 'vitest';
import { catalogue, draftWith } from '../draft/fixtures.ts';
import { nextAfterSaid } from './next-after-said.ts';

const nothing = { numberCase: null, pieces: [] };
const next = (ahead: Parameters<typeof draftWith>[0], key: 'Enter' | 'Tab' = 'Enter') => nextAfterSaid(draftWith(ahead), nothing, catalogue, key);

it('stays in the line for more, and goes to the day of a letter when it is missing', () => {
  expect(next({ channel: 'phone' })).toBe('said');
  expect(next({ channel: 'letter' })).toBe('receivedText');
  expect(next({ channel: 'letter', receivedText: 'yesterday' })).toBe('said');
});

it('goes on by Tab to the first field that has nothing', () => {
  expect(next({ channel: 'phone', phone: '1', name: 'A' }, 'Tab')).toBe('serviceText');
});
