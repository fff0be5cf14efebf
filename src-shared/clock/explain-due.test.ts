import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { BusinessCalendar, type RuleBook, ServicePolicy } from '../catalogue/time-rules.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import { explainDue } from './explain-due.ts';

const OFFICE_DAY = [{ from: '08:00', to: '17:00' }];
const calendar = BusinessCalendar.parse({
  code: 'CITY',
  name: 'City Hall',
  timeZone: 'America/New_York',
  week: { monday: OFFICE_DAY, tuesday: OFFICE_DAY, wednesday: OFFICE_DAY, thursday: OFFICE_DAY, friday: OFFICE_DAY, saturday: [], sunday: [] },
  exceptions: [
    { date: '2026-11-26', name: 'Thanksgiving Day', hours: [] },
    { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '08:00', to: '12:00' }] },
    { date: '2026-12-25', name: 'Christmas Day', hours: [] },
  ],
});
const policy = ServicePolicy.parse({
  code: 'STANDARD',
  name: 'Standard',
  calendarCode: 'CITY',
  acknowledge: [],
  respond: [
    { unit: 'elapsedHours', amount: 72, source: 'CAS 2.3' },
    { unit: 'businessDays', amount: 2, source: 'Customer service policy A.2' },
  ],
  resolve: [],
});
const book: RuleBook = { version: 1, policies: [policy], calendars: [calendar], exceptions: [], servicePolicies: {}, holdPauses: {} };

const at = (text: string): UtcMs => utcMs(Temporal.PlainDateTime.from(text).toZonedDateTime('America/New_York').epochMilliseconds);
const local = (moment: UtcMs | undefined): string =>
  Temporal.Instant.fromEpochMilliseconds(moment ?? 0)
    .toZonedDateTimeISO('America/New_York')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
const question = (text: string) => ({ receivedAt: at(text), channel: 'phone', serviceCode: 'X', kind: 'serviceRequest', pauses: [] }) as const;
const respondBy = (text: string): string => local(explainDue(question(text), book, at(text)).respond?.due);

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
});
