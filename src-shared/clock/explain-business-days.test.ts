import { expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import { businessDaysSentence } from './explain-business-days.ts';

const calendar = must(SMALL_CITY.calendars[0], 'the city has a calendar');

it('says which days were not counted', () => {
  const wednesday = utcMs(Date.UTC(2026, 10, 25, 15));
  expect(businessDaysSentence(calendar, wednesday, 2, SMALL_CITY)).toBe(
    '2 business days, not counting the first day, end at closing time on Monday, November 30, 2026 at 5:00 PM. Not counted: Saturday, November 28 (closed), Sunday, November 29 (closed) and Thursday, November 26 (Thanksgiving Day).',
  );
});
