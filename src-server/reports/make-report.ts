import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { type CaseBehind, casesBehind } from '../../src-shared/reports/cases-behind.ts';
import { type Counting, countReport, countTrend, type ReportQuestion, reportQuestion } from '../../src-shared/reports/count-report.ts';
import type { FigureName } from '../../src-shared/reports/figure-key.ts';
import type { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import { monthAt, periodOf, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import { EVERYBODYS_REPORT, type ReportReader } from '../../src-shared/reports/report-scope.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import type { KeptMonth } from './kept-reports.ts';
import { countCases, firstReceivedAt } from './read-cases.ts';

export interface ReportOrder {
  readonly pool: Pool;
  readonly catalogue: Catalogue;
  readonly reader: ReportReader;
  readonly asOf: UtcMs;
}

/** Counts the report of a month over every case of the city, while others are served. Months before the city's first case are not compared with. */
export async function makeReport(order: ReportOrder, month: ReportMonth): Promise<MonthlyReport> {
  const counting = countReport(await questionOf(order, month));
  await countCases(order.pool, counting);
  return counting.report();
}

/**
 * All that is mailed of a finished month: the whole city and each department, without sealed cases, counted in one go over one moment of
 * the record. Null: the month ended before the city's first case.
 */
export async function makeKeptMonth(order: Omit<ReportOrder, 'reader'>, month: ReportMonth): Promise<KeptMonth | null> {
  const question = await questionOf({ ...order, reader: EVERYBODYS_REPORT }, month);
  const first = await firstReceivedAt(order.pool);
  if (first === null || first >= periodOf(month, question.timeZone).to) return null;
  const codes = order.catalogue.departments.map(({ code }) => code);
  const [report, trend] = [countReport(question, codes), countTrend(question, codes)];
  await countCases(order.pool, together([report, trend]));
  const departments = Object.fromEntries(codes.map((code) => [code, { report: report.reportOf(code), trend: trend.trendOf(code) }]));
  return { report: report.report(), trend: trend.trend(), departments };
}

function together(countings: readonly Counting[]): Counting {
  return {
    periods: countings.flatMap(({ periods }) => periods),
    add(current) {
      for (const counting of countings) counting.add(current);
    },
  };
}

/** The months before it, for the charts: over every case of a year, so it takes longer than the report. */
export async function makeTrend(order: ReportOrder, month: ReportMonth): Promise<ReportTrend> {
  const counting = countTrend(await questionOf(order, month));
  await countCases(order.pool, counting);
  return counting.trend();
}

/** The entries behind a figure, as of the moment at which the report was counted. */
export async function listCasesBehind(order: ReportOrder, figure: FigureName): Promise<readonly CaseBehind[]> {
  const counting = casesBehind(figure, await questionOf(order, figure.month));
  await countCases(order.pool, counting);
  return counting.entries();
}

async function questionOf({ pool, catalogue, reader, asOf }: ReportOrder, month: ReportMonth): Promise<ReportQuestion> {
  const { timeZone } = catalogue.city;
  const first = await firstReceivedAt(pool);
  const wholeSince = first === null ? null : periodOf(monthAt(first, timeZone), timeZone).from;
  return reportQuestion(catalogue, { month, asOf, reader, wholeSince });
}
