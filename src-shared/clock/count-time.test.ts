import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { BusinessCalendar, TimeLimit } from '../catalogue/time-rules.ts';
import { utcMs } from '../util/time.ts';
import { dueOfLimit } from './count-time.ts';
import { pausedTime } from './pauses.ts';
import { type ArbitraryCase, arbitraryCalendar, arbitraryCase, arbitraryLimit, MINUTE } from './testing/arbitrary-rules.ts';
import { oracleDue } from './testing/minute-oracle.ts';

vi.setConfig({ testTimeout: 300_000 }); // a guard against hanging, not a measure: the walk takes most of a minute where others work too

const RUNS = { numRuns: 400 };

function due(limit: TimeLimit, { receivedAt, pauses, asOf }: ArbitraryCase, calendar: BusinessCalendar): number {
  const branded = pauses.map(({ from, to }) => ({ from: utcMs(from), to: to === null ? null : utcMs(to), reasonCode: 'X', by: null }));
  return dueOfLimit(limit, utcMs(receivedAt), calendar, pausedTime(branded, utcMs(asOf)));
}

describe('the end of a limit', () => {
  it('is where a walk through time minute by minute arrives, over clock changes, holidays, breaks and pauses', () => {
    fc.assert(
      fc.property(arbitraryLimit, arbitraryCase, arbitraryCalendar, (limit, received, calendar) => {
        const pauses = received.pauses.map(({ from, to }) => ({ from, to: to ?? received.asOf }));
        expect(new Date(due(limit, received, calendar))).toEqual(new Date(oracleDue(limit, received.receivedAt, calendar, pauses)));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is never earlier for a longer pause, or one pause more', () => {
    const longer = fc.record({ at: fc.nat(3), byMs: fc.integer({ min: 0, max: 3_000 }).map((minutes) => minutes * MINUTE) });
    fc.assert(
      fc.property(arbitraryLimit, arbitraryCase, arbitraryCalendar, longer, (limit, received, calendar, { at, byMs }) => {
        const lengthened = received.pauses.map((pause, index) => (index === at && pause.to !== null ? { ...pause, to: pause.to + byMs } : pause));
        const before = due(limit, received, calendar);
        expect(due(limit, { ...received, pauses: lengthened }, calendar)).toBeGreaterThanOrEqual(before);
        expect(due(limit, { ...received, pauses: received.pauses.slice(1) }, calendar)).toBeLessThanOrEqual(before);
      }),
      RUNS,
    );
  });

  it('is never earlier for a later receipt; pauses in business days only if they begin after it', () => {
    const later = fc.integer({ min: 0, max: 5_000 }).map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(arbitraryLimit, arbitraryCase, arbitraryCalendar, later, (limit, received, calendar, laterMs) => {
        const receivedAt = received.receivedAt + laterMs;
        const pauses = received.pauses.filter(({ from }) => limit.unit !== 'businessDays' || from >= receivedAt);
        expect(due(limit, { ...received, pauses, receivedAt }, calendar)).toBeGreaterThanOrEqual(due(limit, { ...received, pauses }, calendar));
      }),
      RUNS,
    );
  });

  it('without a pause, for business days, depends on the day of receipt alone', () => {
    const limit: TimeLimit = { unit: 'businessDays', amount: 2, source: '' };
    fc.assert(
      fc.property(arbitraryCase, arbitraryCalendar, fc.nat(24 * 60 - 1), ({ receivedAt, asOf }, calendar, minutes) => {
        const noon = new Intl.DateTimeFormat('en-CA', { timeZone: calendar.timeZone }).format;
        const other = receivedAt + minutes * MINUTE;
        fc.pre(noon(receivedAt) === noon(other));
        expect(due(limit, { receivedAt: other, pauses: [], asOf }, calendar)).toBe(due(limit, { receivedAt, pauses: [], asOf }, calendar));
      }),
      RUNS,
    );
  });
});
