import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addBusinessDays } from '../clock/business-calendar.ts';
import { utcMs } from '../util/time.ts';
import { must } from '../util/assert.ts';
import { percentile } from './percentile.ts';
import { BUSY_CITY } from './testing/random-histories.ts';
import { openWorkingDays } from './working-days.ts';

const calendar = must(BUSY_CITY.calendars[0], 'the small city has a calendar');
const at = (text: string) => utcMs(Date.parse(`${text}-05:00`));

it.each([
  ['the same day, whatever the hour', '2026-11-24T07:00', '2026-11-24T23:00', 0],
  ['the next working day', '2026-11-23T16:59', '2026-11-24T08:00', 1],
  ['over a weekend', '2026-11-20T16:00', '2026-11-23T09:00', 1],
  ['over Thanksgiving', '2026-11-25T16:00', '2026-11-27T09:00', 1],
  ['answered on a Sunday: only Friday’s work is between', '2026-11-19T09:00', '2026-11-22T09:00', 1],
  ['received on a Saturday', '2026-11-21T09:00', '2026-11-23T09:00', 1],
])('counts working days as a promise does: %s', (_name, from, to, days) => {
  expect(openWorkingDays(calendar)(at(from), at(to))).toBe(days);
});

it('says that what was done when a promise of some business days ends took just as many, in whatever order it is asked', () => {
  const count = openWorkingDays(calendar);
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }), fc.integer({ min: 1, max: 40 }), (received, days) => {
      const from = utcMs(received);
      expect(count(from, addBusinessDays(calendar, from, days).due)).toBe(days);
    }),
  );
});

it.each([
  [[], 50, null],
  [[7], 90, 7],
  [[1, 2], 50, 1],
  [[1, 2, 3], 50, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
  [[4, 4, 4, 9], 90, 9],
])('takes of %j the value that %i of a hundred do not exceed', (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});
