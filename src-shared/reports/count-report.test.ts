import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../domain/case-document.ts';
import { UtcMs, utcMs } from '../util/time.ts';
import { casesBehind } from './cases-behind.ts';
import { countReport, countTrend, type ReportQuestion } from './count-report.ts';
import { FigureKey, figureKey, groupOf, WHOLE } from './figure-key.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from './measure.ts';
import type { MonthlyReport, PeriodFigures, ReportTrend } from './monthly-report.ts';
import { ReportMonth } from './report-month.ts';
import { EVERYBODYS_REPORT, type ReportScope } from './report-scope.ts';
import { oracle, type OracleFigure } from './testing/oracle.ts';
import { arbitraryCase, BUSY_CITY } from './testing/random-histories.ts';

const [CALENDAR] = BUSY_CITY.calendars;
const month = (text: string): ReportMonth => ReportMonth.parse(text);

function question(more: Partial<ReportQuestion> = {}): ReportQuestion {
  return {
    ...{ month: month('2026-10'), asOf: utcMs(Date.UTC(2027, 5, 1)), timeZone: 'America/New_York', calendar: CALENDAR! },
    ...{ reader: EVERYBODYS_REPORT, wholeSince: null },
    ...more,
  };
}

function reportOf(cases: readonly Case[], asked: ReportQuestion): MonthlyReport {
  const counting = countReport(asked);
  for (const current of cases) counting.add(current);
  return counting.report();
}

function trendOf(cases: readonly Case[], asked: ReportQuestion): ReportTrend {
  const counting = countTrend(asked);
  for (const current of cases) counting.add(current);
  return counting.trend();
}

/** A figure in the oracle's words. */
function inOraclesWords(figures: PeriodFigures): ReadonlyMap<string, Omit<OracleFigure, 'caseIds'>> {
  const words = new Map<string, Omit<OracleFigure, 'caseIds'>>();
  for (const [group, measures] of Object.entries(figures.groups)) {
    for (const [measure, { n, hits = 0, sum = 0, times }] of Object.entries(measures)) {
      const { medianMs, p90Ms, medianDays, p90Days } = times ?? { medianMs: 0, p90Ms: 0, medianDays: 0, p90Days: 0 };
      words.set(`${measure}/${group}`, { n, hits, sum, medianMs, p90Ms, medianDays, p90Days });
    }
  }
  return words;
}

/** Names and both figures of what is not the same, so that a failure is short. */
function differences(ours: ReadonlyMap<string, unknown>, theirs: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((name) => JSON.stringify(ours.get(name)) !== JSON.stringify(theirs.get(name)))
    .map((name) => `${name}: ${JSON.stringify(ours.get(name))} and not ${JSON.stringify(theirs.get(name))}`);
}

function expectOracle(cases: readonly Case[], asked: ReportQuestion): void {
  const report = reportOf(cases, asked);
  const { scope, mayCount } = asked.reader;
  const departments = scope.kind === 'city' ? null : scope.codes;
  for (const period of [report.figures, report.monthBefore, report.yearBefore]) {
    if (period === null) continue;
    const expected = oracle(cases, { ...asked, month: period.month, mayCount, departments });
    const without = new Map([...expected].map(([name, { caseIds: _caseIds, ...figure }]) => [name, figure]));
    expect(differences(inOraclesWords(period), without)).toEqual([]);
  }
  for (const [name, { caseIds, n }] of oracle(cases, { ...asked, mayCount, departments })) {
    const [measure, group] = name.split('/');
    if (group !== WHOLE && group !== 'department:WATER') continue; // the same rule sorts into all groups
    const behind = casesBehind({ month: asked.month, measure: measure as MeasureKey, group: group! }, asked); // safe: the oracle's names are ours
    for (const current of cases) behind.add(current);
    const found = behind.entries();
    expect(found).toHaveLength(n);
    expect(found.map(({ caseId }) => String(caseId)).toSorted()).toEqual(caseIds);
  }
}

const someCases = (hasDisorder: boolean) => fc.array(arbitraryCase(hasDisorder), { minLength: 30, maxLength: 50 });
const someMonth = fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12', '2027-01').map(month);

describe('a report over random histories', () => {
  it('says what the raw facts say when they are counted another way, and lists exactly the cases it has counted', () => {
    fc.assert(
      fc.property(someCases(false), someMonth, fc.constantFrom('America/New_York', 'Pacific/Apia', 'UTC'), (cases, asked, timeZone) => {
        expectOracle(cases, question({ month: asked, timeZone }));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('does so too in the middle of a month, for one department, and where steps were told of late', () => {
    const scope = fc.constantFrom<ReportScope>({ kind: 'city' }, { kind: 'departments', codes: ['WATER'] });
    fc.assert(
      fc.property(someCases(true), someMonth, fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2027, 4, 31) }), scope, (cases, asked, now, ofWhom) => {
        expectOracle(cases, question({ month: asked, asOf: UtcMs.parse(now), reader: { ...EVERYBODYS_REPORT, scope: ofWhom } }));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('adds up: departments, services and channels each to the whole; what is open to what came and went', () => {
    fc.assert(
      fc.property(someCases(true), someMonth, (cases, asked) => {
        const { figures } = reportOf(cases, question({ month: asked }));
        const trend = trendOf(cases, question({ month: asked }));
        const n = (measure: MeasureKey, group = WHOLE): number => figures.groups[group]?.[measure]?.n ?? 0;
        for (const measure of MEASURE_KEYS) {
          const sums = new Map<string, number>();
          for (const [group, of] of Object.entries(figures.groups)) {
            const grouping = groupOf(group)?.grouping ?? 'all';
            sums.set(grouping, (sums.get(grouping) ?? 0) + (of[measure]?.n ?? 0));
          }
          expect([...sums.values()]).toEqual([...sums.values()].map(() => n(measure)));
        }
        expect(n('openAtEnd')).toBe(n('openAtStart') + n('received') + n('reopened') + n('unmerged') - n('closed') - n('merged'));
        expect(n('becameLate')).toBe(n('missedAcknowledge') + n('missedAnswer') + n('missedFinish') + n('missedTask') + n('followUpsLate'));
        expect(trend.at(-1)?.figures).toEqual({ received: n('received'), closed: n('closed'), openAtEnd: n('openAtEnd'), becameLate: n('becameLate') });
        expect(trend).toHaveLength(13);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('has something of every measure to be right about', () => {
    const cases = fc.sample(someCases(false), { numRuns: 20, seed: 1 }).flat();
    const seen = new Set<string>();
    for (const one of ['2026-10', '2026-11', '2026-12']) for (const measure of Object.keys(reportOf(cases, question({ month: month(one) })).figures.groups[WHOLE] ?? {})) seen.add(measure);
    expect([...seen].toSorted()).toEqual([...MEASURE_KEYS].toSorted());
  });
});

it('leaves out months that are not whole here, but never the month it is of', () => {
  const asked = question({ wholeSince: utcMs(Date.UTC(2026, 7, 31)) });
  const { figures, monthBefore, yearBefore } = reportOf([], asked);
  expect([figures.month, monthBefore?.month, yearBefore]).toEqual(['2026-10', '2026-09', null]);
  expect(trendOf([], asked).map(({ month: one, figures: known }) => [one, known !== null])).toEqual([
    ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'].map((one) => [one, false]),
    ...['2026-09', '2026-10'].map((one) => [one, true]),
  ]);
});

it('names every figure, and takes no other name', () => {
  for (const measure of MEASURE_KEYS) {
    const name = { month: month('2026-10'), measure, group: 'department:WATER' };
    expect(FigureKey.parse(figureKey(name))).toEqual(name);
    expect(MEASURES[measure].howCounted.length).toBeGreaterThan(20);
  }
  for (const wrong of ['', '2026-10/closed', '2026-13/closed/all', '2026-10/opened/all', '2026-10/closed/ward:5', '2026-10/closed/all/more']) {
    expect(FigureKey.safeParse(wrong).success, wrong).toBe(false);
  }
});
