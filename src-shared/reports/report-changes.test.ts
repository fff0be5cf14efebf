import { expect, test } from 'vitest';
import { utcMs } from '../util/time.ts';
import { countReport } from './count-report.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { changesSinceSent } from './report-changes.ts';
import { ReportMonth } from './report-month.ts';
import { EVERYBODYS_REPORT } from './report-scope.ts';
import { BUSY_CITY } from './testing/random-histories.ts';
import { told, toldCase, TOLD_ZONE } from './testing/told-case.ts';
import { must } from '../util/assert.ts';

const known = toldCase({ received: '2026-10-05 10:00' });
const letter = toldCase({ received: '2026-10-30 10:00', entered: '2026-11-03 09:00', opened: { channel: 'letter', serviceCode: 'MAIN_BREAK', departmentCode: 'WATER' } });

function reportOf(cases: readonly (typeof known)[], more: Partial<MonthlyReport> = {}): MonthlyReport {
  const counting = countReport({ month: ReportMonth.parse('2026-10'), asOf: utcMs(told('2026-11-02 07:00')), timeZone: TOLD_ZONE, calendar: must(BUSY_CITY.calendars[0], 'one'), reader: EVERYBODYS_REPORT, wholeSince: null });
  for (const current of cases) counting.add(current);
  return { ...counting.report(), ...more };
}

test('nothing came in later: nothing has changed', () => {
  expect(changesSinceSent(reportOf([known]), reportOf([known], { asOf: utcMs(told('2026-11-20 12:00')) }))).toEqual({ whole: [], inGroups: 0 });
});

test('a letter typed in after the report was sent changes the figures it is in, and names each', () => {
  const changes = changesSinceSent(reportOf([known]), reportOf([known, letter]));
  expect(changes?.whole.map(({ measure, sent, now }) => [measure, sent?.n ?? 0, now?.n ?? 0])).toEqual(expect.arrayContaining([['received', 1, 2], ['openAtEnd', 1, 2]]));
  expect(changes?.whole.map(({ measure }) => measure)).not.toContain('closed');
  expect(changes?.inGroups).toBe(3 * (changes?.whole.length ?? 0)); // its department, its service, its channel
});

test('what moved from one department to another is no change of the whole', () => {
  const elsewhere = { ...letter, id: known.id };
  const changes = changesSinceSent(reportOf([known]), reportOf([{ ...elsewhere, receivedAt: known.receivedAt }]));
  expect(changes?.whole.filter(({ measure }) => measure === 'received')).toEqual([]);
  expect(changes?.inGroups).toBeGreaterThan(0);
});

test('reports that are not counted alike are not compared', () => {
  expect(changesSinceSent(reportOf([known]), reportOf([known], { sealed: 'counted' }))).toBeNull();
  expect(changesSinceSent(reportOf([known]), reportOf([known], { scope: { kind: 'departments', codes: ['WATER'] } }))).toBeNull();
});
