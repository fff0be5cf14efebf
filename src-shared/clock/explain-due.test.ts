import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { BusinessCalendar, ServicePolicy } from '../catalogue/catalogue.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import { hoursOfDay } from './business-calendar.ts';
import { explainDue } from './explain-due.ts';

const OFFICE_DAY = [{ from: '08:00', to: '17:00' }];
const calendar: BusinessCalendar = {
  code: 'CITY',
  name: 'City Hall',
  timeZone: 'America/New_York',
  week: {
    monday: OFFICE_DAY,
    tuesday: OFFICE_DAY,
    wednesday: OFFICE_DAY,
    thursday: OFFICE_DAY,
    friday: OFFICE_DAY,
    saturday: [],
    sunday: [],
  },
  exceptions: [
    { date: '2026-11-26', name: 'Thanksgiving Day', hours: [] },
    { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '08:00', to: '12:00' }] },
    { date: '2026-12-25', name: 'Christmas Day', hours: [] },
  ],
};
const policy: ServicePolicy = {
  code: 'STANDARD',
  name: 'Standard',
  calendarCode: 'CITY',
  respondWithin: {
    elapsedHours: { hours: 72, source: 'CAS 2.3' },
    businessDays: { days: 2, source: 'Customer service policy A.2' },
  },
  resolveWithin: null,
};

const at = (text: string): UtcMs =>
  utcMs(Temporal.PlainDateTime.from(text).toZonedDateTime('America/New_York').epochMilliseconds);
const local = (moment: UtcMs | undefined): string =>
  Temporal.Instant.fromEpochMilliseconds(moment ?? 0)
    .toZonedDateTimeISO('America/New_York')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
const respondBy = (text: string): string => local(explainDue(at(text), policy, calendar).respond?.due);

describe('72 hours and two business days, the earlier binds', () => {
  it.each([
    ['Monday morning: two business days', '2026-10-05T09:00', '2026-10-07T17:00'],
    ['Monday after closing still has day 0 on Monday', '2026-10-05T18:00', '2026-10-07T17:00'],
    ['Friday 16:00: 72 hours (Monday 16:00) bind over Tuesday at closing', '2026-10-02T16:00', '2026-10-05T16:00'],
    ['Saturday noon: 72 hours (Tuesday noon) bind over Tuesday at closing', '2026-10-03T12:00', '2026-10-06T12:00'],
    ['Wednesday before Thanksgiving: 72 hours bind over Monday', '2026-11-25T10:00', '2026-11-28T10:00'],
    ['Half day: two business days end at noon', '2026-12-22T08:00', '2026-12-24T12:00'],
    ['72 elapsed hours over the end of summer time are one wall hour less', '2026-10-31T14:00', '2026-11-03T13:00'],
  ])('%s', (_name, received, due) => {
    expect(respondBy(received)).toBe(due);
  });

  it('gives a ledger that names every day passed over and what the other rule would have said', () => {
    const steps = explainDue(at('2026-11-25T10:00'), policy, calendar).respond?.steps ?? [];
    expect(steps.map((step) => step.kind)).toEqual(['received', 'elapsedHours', 'businessDays', 'binds']);
    expect(steps[2]).toMatchObject({
      source: 'Customer service policy A.2',
      skipped: [
        { date: '2026-11-26', name: 'Thanksgiving Day' },
        { date: '2026-11-28', name: null },
        { date: '2026-11-29', name: null },
      ],
    });
    expect(local((steps[3] as { over: UtcMs }).over)).toBe('2026-11-30T17:00');
  });
});

it('agrees with a day-by-day oracle over ten years, clock changes and holidays included', () => {
  const start = at('2024-01-01T00:00');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 * 365 * 24 * 60 }), fc.integer({ min: 1, max: 15 }), (minute, days) => {
      const received = utcMs(start + minute * 60_000);
      const rule = { ...policy, respondWithin: { elapsedHours: null, businessDays: { days, source: 'x' } } };
      const due = explainDue(received, rule, calendar).respond?.due ?? utcMs(0);
      // Oracle: count the working days between the two local dates, hour by hour.
      const dates = new Set<string>();
      for (let moment = received; moment <= due; moment = utcMs(moment + HOUR_MS)) {
        dates.add(local(moment).slice(0, 10));
      }
      dates.add(local(due).slice(0, 10));
      dates.delete(local(received).slice(0, 10));
      const working = [...dates].filter((date) => hoursOfDay(calendar, Temporal.PlainDate.from(date)).hours.length > 0);
      expect(working).toHaveLength(days);
      const closing = hoursOfDay(calendar, Temporal.PlainDate.from(local(due).slice(0, 10))).hours.at(-1)?.to;
      expect(local(due).slice(11)).toBe(closing);
    }),
  );
});
