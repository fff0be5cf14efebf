import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utcMs } from '../util/time.ts';
import { monthAt, monthName, monthsLater, monthsUntil, periodOf, periodUntil, ReportMonth, shortMonthName } from './report-month.ts';
import { wallDate } from './testing/oracle.ts';

const month = (text: string): ReportMonth => ReportMonth.parse(text);
const HOUR_MS = 3_600_000;

it.each([
  // Clocks go back on the first of November 2026 in New York: the month begins in summer time and is 25 hours longer than its days say.
  ['2026-11', 'America/New_York', ['2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z'], 721],
  ['2026-10', 'America/New_York', ['2026-10-01T04:00:00Z', '2026-11-01T04:00:00Z'], 744],
  ['2026-03', 'America/New_York', ['2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'], 743],
  ['2028-02', 'America/New_York', ['2028-02-01T05:00:00Z', '2028-03-01T05:00:00Z'], 696],
  ['2026-12', 'Asia/Kolkata', ['2026-11-30T18:30:00Z', '2026-12-31T18:30:00Z'], 744],
])('%s in %s goes from midnight to midnight on the city’s clock', (one, timeZone, ends, hours) => {
  const period = periodOf(month(one), timeZone);
  expect([period.from, period.to]).toEqual(ends.map(Date.parse));
  expect((period.to - period.from) / HOUR_MS).toBe(hours);
});

it('puts every moment into the month that stands on the wall there', () => {
  const zone = fc.constantFrom('America/New_York', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2040, 0, 1) }), zone, (moment, timeZone) => {
      const one = monthAt(utcMs(moment), timeZone);
      expect(one).toBe(wallDate(moment, timeZone).slice(0, 7));
      const { from, to } = periodOf(one, timeZone);
      expect(from <= moment && moment < to).toBe(true);
      expect(wallDate(to, timeZone).slice(0, 7)).toBe(monthsLater(one, 1));
      expect(wallDate(to - 1, timeZone).slice(0, 7)).toBe(one);
    }),
  );
});

it('ends a month that is running at the moment of the report, which is in it, and has nothing of one to come', () => {
  const noon = utcMs(Date.parse('2026-11-15T17:00:00Z'));
  expect(periodUntil(month('2026-11'), 'America/New_York', noon)).toEqual({ from: Date.parse('2026-11-01T04:00:00Z'), to: noon + 1 });
  expect(periodUntil(month('2026-10'), 'America/New_York', noon)).toEqual(periodOf(month('2026-10'), 'America/New_York'));
  expect(periodUntil(month('2026-12'), 'America/New_York', noon)).toBeNull();
});

it('counts on and back over years, and names months', () => {
  expect(monthsUntil(month('2026-02'), 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsLater(month('2026-10'), -12)).toBe('2025-10');
  expect([monthName(month('2026-10')), shortMonthName(month('2026-02'))]).toEqual(['October 2026', 'Feb 26']);
  expect(['2026-1', '26-10', '2026-00', '2026-10-01'].filter((text) => ReportMonth.safeParse(text).success)).toEqual([]);
});
