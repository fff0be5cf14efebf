import { expect, it } from 'vitest';
import type { Case } from '../domain/case-document.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { exactMoment } from '../util/moment.ts';
import { utcMs } from '../util/time.ts';
import fc from 'fast-check';
import { nextCall, nextCallOf, triesNotBefore, vainTryOf } from './next-call.ts';

const calendar = must(SMALL_CITY.calendars[0], 'the small city has one');
/** Wall times in New York, in November: five hours behind. */
const at = (day: number, hour: number) => utcMs(Date.UTC(2026, 10, day, hour + 5));
const call = (when: number, outcome: string, direction = 'toCitizen') => ({ kind: 'contactLogged', at: when, outcome, direction });
/** Safe: no more of a case is read here. */
const caseWith = (history: readonly object[], closedAt: number | null = null) => ({ history, closedAt }) as unknown as Case;
function words(...history: readonly object[]): string | null {
  const next = nextCall(caseWith(history), calendar);
  return next && `${exactMoment(next.from, at(20, 9), 'America/New_York')} ${next.part}`;
}

it('is the next day the city works, in the other half of the day', () => {
  expect(words(call(at(23, 10), 'noAnswer'))).toBe('Tue 24 Nov 13:00 afternoon');
  expect(words(call(at(23, 10), 'noAnswer'), call(at(24, 14), 'noAnswer'))).toBe('Wed 25 Nov 08:00 morning');
  expect(words(call(at(25, 9), 'noAnswer'))).toBe('Fri 27 Nov 13:00 afternoon'); // the day between is Thanksgiving
  expect(words(call(at(27, 16), 'noAnswer'))).toBe('Mon 30 Nov 08:00 morning');
});

it('is none once somebody was reached, called back or got a message, or the case is closed', () => {
  expect(words()).toBeNull();
  expect(words(call(at(23, 10), 'noAnswer'), call(at(23, 11), 'reached'))).toBeNull();
  expect(words(call(at(23, 10), 'noAnswer'), call(at(23, 11), 'reached', 'fromCitizen'))).toBeNull();
  expect(words(call(at(23, 10), 'leftMessage'))).toBeNull();
  expect(nextCall(caseWith([call(at(23, 10), 'noAnswer')], at(23, 12)), calendar)).toBeNull();
});

it('is told from the day and the half of the try alone, also over holidays', () => {
  const minutes = (days: number) => fc.integer({ min: 0, max: days * 1_440 }).map((count) => at(1, 0) + count * 60_000);
  fc.assert(
    fc.property(minutes(60), minutes(60), (triedAt, moment) => {
      const current = { ...caseWith([call(triedAt, 'noAnswer')]), policyCode: must(SMALL_CITY.policies[0], 'a rule').code };
      const { day, half } = must(vainTryOf(current, SMALL_CITY), 'nobody answered');
      const later = triesNotBefore(utcMs(moment), utcMs(Math.max(triedAt, moment)), SMALL_CITY);
      const isLater = later.some((one) => one.day.equals(day) && one.half === half && (one.policyCodes === 'any' || one.policyCodes.includes(current.policyCode)));
      expect(isLater).toBe(must(nextCallOf(current, SMALL_CITY), 'it is open').from >= moment);
    }),
    { numRuns: 300 },
  );
});
