import { expect, test } from 'vitest';
import { BusinessCalendar } from '../../src-shared/catalogue/time-rules.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { finishedMonthSlot } from './finished-month-slot.ts';

const OFFICE = [{ from: '08:00', to: '17:00' }];

function calendarIn(timeZone: string): BusinessCalendar {
  return BusinessCalendar.parse({
    ...{ code: 'CITY', name: 'City Hall', timeZone },
    week: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE, saturday: [], sunday: [] },
    exceptions: [{ date: '2027-01-01', name: 'New Year’s Day', hours: [] }],
  });
}

function slotAt(moment: string, { city, calendar } = { city: 'America/New_York', calendar: 'America/New_York' }): string | null {
  return finishedMonthSlot(utcMs(Date.parse(moment)), city, { calendar: calendarIn(calendar), time: '07:00' })?.key ?? null;
}

test.each([
  ['on a Sunday the first, the month is over and its morning has not come', '2026-11-01T09:00:00-05:00', null],
  ['nor a minute before it on Monday', '2026-11-02T06:59:59-05:00', null],
  ['from the very minute on it is due', '2026-11-02T07:00:00-05:00', '2026-10'],
  ['and stays due: a server that was off makes up for it', '2026-11-28T12:00:00-05:00', '2026-10'],
  ['until the next month begins by the city’s clock', '2026-11-30T23:59:59-05:00', '2026-10'],
  ['then it waits for the next morning', '2026-12-01T00:00:00-05:00', null],
  ['which may come over a holiday and a weekend', '2027-01-03T12:00:00-05:00', null],
  ['on the Monday after', '2027-01-04T07:00:00-05:00', '2026-12'],
])('%s', (_name, moment, key) => {
  expect(slotAt(moment)).toBe(key);
});

test('is due when the morning came, by the calendar’s clock', () => {
  expect(finishedMonthSlot(utcMs(Date.parse('2026-11-09T12:00:00-05:00')), 'America/New_York', { calendar: calendarIn('America/New_York'), time: '07:00' })?.dueAt).toBe(Date.parse('2026-11-02T07:00:00-05:00'));
});

test('is never due for a month that still runs in the city, however far ahead the calendar’s clock is', () => {
  const far = { city: 'America/Los_Angeles', calendar: 'Pacific/Kiritimati' };
  // In Kiritimati it is 1 December, 07:00; in Los Angeles 30 November, 09:00: the next morning there is the first that counts.
  expect(slotAt('2026-12-01T07:00:00+14:00', far)).toBe('2026-10');
  expect(slotAt('2026-12-02T06:59:00+14:00', far)).toBeNull();
  expect(slotAt('2026-12-02T07:00:00+14:00', far)).toBe('2026-11');
});
