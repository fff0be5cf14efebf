import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BusinessCalendar } from '../../src-shared/catalogue/time-rules.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { workingMorningSlot } from './working-morning-slot.ts';

const OFFICE = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];

function calendarWith(more: Record<string, unknown> = {}): BusinessCalendar {
  return BusinessCalendar.parse({
    code: 'CITY',
    name: 'City Hall',
    timeZone: 'America/New_York',
    week: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE, saturday: [], sunday: [] },
    exceptions: [
      { date: '2026-11-26', name: 'Thanksgiving Day', hours: [] },
      { date: '2026-11-27', name: 'Day after Thanksgiving', hours: [] },
      { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '13:00', to: '15:00' }] },
      { date: '2026-12-25', name: 'Christmas Day', hours: [] },
      { date: '2026-12-26', name: 'Open house', hours: [{ from: '10:00', to: '12:00' }] },
    ],
    ...more,
  });
}

const at = (text: string) => utcMs(Date.parse(text));

test.each([
  ['a minute before it is still the day before', '2026-11-24T06:59:59-05:00', '2026-11-23', '2026-11-23T07:00:00-05:00'],
  ['from the very minute on it is today', '2026-11-24T07:00:00-05:00', '2026-11-24', '2026-11-24T07:00:00-05:00'],
  ['over a holiday, a bridge day and a weekend it stays the last working day', '2026-11-30T06:00:00-05:00', '2026-11-25', '2026-11-25T07:00:00-05:00'],
  ['the Monday after them is the next', '2026-11-30T07:00:00-05:00', '2026-11-30', '2026-11-30T07:00:00-05:00'],
  ['a half day is a working day, also one that begins at noon', '2026-12-24T08:00:00-05:00', '2026-12-24', '2026-12-24T07:00:00-05:00'],
  ['a Saturday on which the city is open is one too', '2026-12-26T08:00:00-05:00', '2026-12-26', '2026-12-26T07:00:00-05:00'],
  ['the morning after summer time began is an hour earlier by the sun', '2026-03-09T07:00:00-04:00', '2026-03-09', '2026-03-09T07:00:00-04:00'],
  ['an hour before that it is Friday', '2026-03-09T06:00:00-04:00', '2026-03-06', '2026-03-06T07:00:00-05:00'],
  ['the morning after it ended', '2026-11-02T07:00:00-05:00', '2026-11-02', '2026-11-02T07:00:00-05:00'],
])('%s', (_name, moment, key, dueAt) => {
  expect(workingMorningSlot(at(moment), calendarWith(), '07:00')).toEqual({ key, dueAt: at(dueAt) });
});

// A city that works on the Sunday on which its clock changes.
const everyDay = calendarWith({ week: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE, saturday: OFFICE, sunday: OFFICE }, exceptions: [] });

test.each([
  ['a time the clock leaves out is not due before the clock is set', '2026-03-08T01:59:59-05:00', '2026-03-07'],
  ['… and at that moment it is', '2026-03-08T03:00:00-04:00', '2026-03-08'],
])('%s', (_name, moment, key) => {
  expect(workingMorningSlot(at(moment), everyDay, '02:30')?.key).toBe(key);
});

test('a time the clock has twice is due at the first, and once', () => {
  const keys = ['2026-11-01T01:29:00-04:00', '2026-11-01T01:30:00-04:00', '2026-11-01T01:00:00-05:00', '2026-11-01T01:30:00-05:00'];
  expect(keys.map((moment) => workingMorningSlot(at(moment), everyDay, '01:30')?.key)).toEqual(['2026-10-31', '2026-11-01', '2026-11-01', '2026-11-01']);
});

test('by the clock of the calendar, wherever the server stands', () => {
  const honolulu = calendarWith({ timeZone: 'Pacific/Honolulu' });
  expect(workingMorningSlot(at('2026-11-24T16:59:00Z'), honolulu, '07:00')?.key).toBe('2026-11-23');
  expect(workingMorningSlot(at('2026-11-24T17:00:00Z'), honolulu, '07:00')?.key).toBe('2026-11-24');
});

test('a calendar that has been closed for two months is due for nothing', () => {
  const exceptions = Array.from({ length: 70 }, (_, day) => ({ date: new Date(Date.UTC(2026, 8, 20) + day * DAY_MS).toISOString().slice(0, 10), name: 'Closed', hours: [] }));
  expect(workingMorningSlot(at('2026-11-24T08:00:00-05:00'), calendarWith({ exceptions }), '07:00')).toBeNull();
});

test('asked every minute, each working day comes once, in order, and never early', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom('00:00', '01:30', '02:30', '07:00', '23:59'), (day, time) => {
      const start = utcMs(Date.UTC(2025, 11, 1) + day * DAY_MS);
      const seen: string[] = [];
      for (let now = start; now < start + 3 * DAY_MS; now = utcMs(now + 15 * MINUTE_MS)) {
        const slot = workingMorningSlot(now, calendarWith(), time);
        expect(slot !== null && slot.dueAt <= now && now - slot.dueAt < 6 * DAY_MS + HOUR_MS).toBe(true);
        if (slot !== null && seen.at(-1) !== slot.key) seen.push(slot.key);
      }
      expect(seen).toEqual([...new Set(seen)].sort());
    }),
    { numRuns: 25 },
  );
});
