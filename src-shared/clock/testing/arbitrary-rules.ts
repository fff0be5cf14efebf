/** Made-up calendars, limits, receipts and pauses, with a liking for the days on which counting goes wrong. */
import fc from 'fast-check';
import { BusinessCalendar, TimeLimit, WEEKDAYS, type WorkingHours } from '../../catalogue/time-rules.ts';

export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Half hours are the smallest change of a clock here (Lord Howe); two zones change theirs at midnight, one never. */
export const ZONES = ['America/New_York', 'America/Chicago', 'America/Phoenix', 'Australia/Lord_Howe', 'Europe/Berlin', 'Africa/Cairo', 'America/Havana', 'America/Santiago', 'Africa/Casablanca', 'Pacific/Chatham', 'Pacific/Apia'];

/** Clock changes of those zones, a day that one of them skipped, leap days, ends of years. */
const ODD_DAYS = ['2011-12-30', '2024-02-29', '2025-03-09', '2025-04-06', '2026-03-21', '2026-03-29', '2026-04-04', '2026-04-24', '2026-09-05', '2026-09-26', '2026-10-04', '2026-10-25', '2026-10-29', '2026-11-01', '2026-12-31', '2027-03-14', '2028-02-29'];

const moment: fc.Arbitrary<number> = fc.oneof(
  fc.tuple(fc.constantFrom(...ODD_DAYS), fc.integer({ min: -6 * 24 * 60, max: 3 * 24 * 60 })).map(([day, minutes]) => Date.parse(day) + minutes * MINUTE),
  fc.integer({ min: 0, max: 4 * 365 * 24 * 60 }).map((minutes) => Date.parse('2024-01-01') + minutes * MINUTE),
);

function wallTime(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

/** None to three stretches; two may meet without a break. */
const hoursOfDay: fc.Arbitrary<WorkingHours[]> = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }).map((quarters) => {
  const times = quarters.toSorted((one, other) => one - other).map(wallTime);
  return Array.from({ length: Math.floor(times.length / 2) }, (_none, at) => ({ from: times[2 * at] ?? '', to: times[2 * at + 1] ?? '' }));
});

const longDay: fc.Arbitrary<WorkingHours[]> = fc.constantFrom([{ from: '08:00', to: '17:00' }], [{ from: '07:00', to: '11:30' }, { from: '12:15', to: '24:00' }], [{ from: '00:00', to: '24:00' }]);

/** A day of the week may be anything; one is always long, so that a search for time ends soon. */
export const arbitraryCalendar: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    days: fc.array(fc.oneof(hoursOfDay, longDay), { minLength: 7, maxLength: 7 }),
    longDay: fc.tuple(fc.integer({ min: 0, max: 6 }), longDay),
    exceptions: fc.uniqueArray(fc.record({ date: moment.map((at) => new Date(at).toISOString().slice(0, 10)), hours: fc.oneof(fc.constant([]), hoursOfDay) }), {
      maxLength: 12,
      selector: ({ date }) => date,
    }),
  })
  .map(({ timeZone, days, longDay: [at, hours], exceptions }) =>
    BusinessCalendar.parse({
      code: 'MADE-UP',
      name: 'Made up',
      timeZone,
      week: Object.fromEntries(WEEKDAYS.map((day, index) => [day, index === at ? hours : (days[index] ?? [])])),
      exceptions: exceptions.map((exception) => ({ ...exception, name: `Day ${exception.date}` })),
    }),
  );

export const arbitraryLimit: fc.Arbitrary<TimeLimit> = fc
  .oneof(
    fc.record({ unit: fc.constant('elapsedHours'), amount: fc.integer({ min: 1, max: 240 }).map((half) => half / 2) }),
    fc.record({ unit: fc.constant('businessHours'), amount: fc.integer({ min: 1, max: 80 }).map((quarter) => quarter / 4) }),
    fc.record({ unit: fc.constant('businessDays'), amount: fc.integer({ min: 1, max: 5 }) }),
  )
  .map((limit) => TimeLimit.parse({ ...limit, source: 'Made up' }));

export interface ArbitraryCase {
  readonly receivedAt: number;
  readonly pauses: readonly { readonly from: number; readonly to: number | null }[];
  readonly asOf: number;
}

/** Pauses before, around and after receipt; some of no length, some overlapping, some still going on. */
export const arbitraryCase: fc.Arbitrary<ArbitraryCase> = fc
  .record({
    receivedAt: moment,
    pauses: fc.array(
      fc.record({
        after: fc.integer({ min: -3 * DAY, max: 8 * DAY }),
        length: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * DAY }), fc.integer({ min: 0, max: 180 * MINUTE })), { freq: 5 }),
      }),
      { maxLength: 4 },
    ),
    asOfAfter: fc.integer({ min: 0, max: 12 * DAY }),
  })
  .map(({ receivedAt, pauses, asOfAfter }) => ({
    receivedAt,
    asOf: receivedAt + wholeMinutes(asOfAfter),
    pauses: pauses.map(({ after, length }) => {
      const from = receivedAt + wholeMinutes(after);
      return { from, to: length === null ? null : from + wholeMinutes(length) };
    }),
  }));

function wholeMinutes(ms: number): number {
  return Math.round(ms / MINUTE) * MINUTE;
}
