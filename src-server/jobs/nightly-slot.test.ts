import { expect, test } from 'vitest';
import { utcMs } from '../../src-shared/util/time.ts';
import { nightlySlot } from './nightly-slot.ts';

const at = (text: string) => utcMs(Date.parse(text));

test.each([
  ['2026-11-22T01:59:59-05:00', '2026-11-21'],
  ['2026-11-22T02:00:00-05:00', '2026-11-22'],
  ['2026-11-22T23:59:00-05:00', '2026-11-22'],
  // The night whose second hour does not exist, and the one that has it twice.
  ['2026-03-08T01:59:00-05:00', '2026-03-07'],
  ['2026-03-08T03:00:00-04:00', '2026-03-08'],
  ['2026-11-01T01:30:00-04:00', '2026-10-31'],
  ['2026-11-01T01:30:00-05:00', '2026-10-31'],
  ['2026-11-01T02:00:00-05:00', '2026-11-01'],
])('at %s the last due night is %s', (moment, slot) => {
  expect(nightlySlot(at(moment), 'America/New_York', 2).key).toBe(slot);
});
