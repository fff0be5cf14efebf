import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { type CaseBehind, casesBehind } from '../../src-shared/reports/cases-behind.ts';
import { countReport, reportQuestion } from '../../src-shared/reports/count-report.ts';
import type { FigureName } from '../../src-shared/reports/figure-key.ts';
import { type MonthlyReport, TREND_MONTHS } from '../../src-shared/reports/monthly-report.ts';
import { monthAt, monthsUntil, periodOf, periodUntil, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { ReportReader } from '../../src-shared/reports/report-scope.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { eachCaseWithin, firstReceivedAt } from './read-cases.ts';

export interface ReportOrder {
  readonly pool: Pool;
  readonly catalogue: Catalogue;
  readonly reader: ReportReader;
  readonly asOf: UtcMs;
}

/**
 * Counts the report of a month over every case of the city. A full transaction of reading: some seconds for a hundred thousand cases,
 * during which others are served. Months before the city's first case are not compared with.
 */
export async function makeReport({ pool, catalogue, reader, asOf }: ReportOrder, month: ReportMonth): Promise<MonthlyReport> {
  const { timeZone } = catalogue.city;
  const first = await firstReceivedAt(pool);
  const wholeSince = first === null ? null : periodOf(monthAt(first, timeZone), timeZone).from;
  const counting = countReport(reportQuestion(catalogue, { month, asOf, reader, wholeSince }));
  const earliest = must(monthsUntil(month, TREND_MONTHS)[0], 'there are months');
  await eachCaseWithin(pool, { from: periodOf(earliest, timeZone).from, to: periodOf(month, timeZone).to }, (current) => counting.add(current));
  return counting.report();
}

/** The entries behind a figure, as of the moment at which the report was counted. Empty for a month that had not begun then. */
export async function listCasesBehind({ pool, catalogue, reader, asOf }: ReportOrder, figure: FigureName): Promise<readonly CaseBehind[]> {
  const period = periodUntil(figure.month, catalogue.city.timeZone, asOf);
  if (period === null) return [];
  const counting = casesBehind(figure, reportQuestion(catalogue, { month: figure.month, asOf, reader, wholeSince: null }));
  await eachCaseWithin(pool, period, (current) => counting.add(current));
  return counting.entries();
}
