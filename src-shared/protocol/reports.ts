/**
 * The monthly report as the server counts it, over all cases: GET /reports/v1/monthly, /trend, /cases and /kept, signed by a
 * workstation at which the person has signed in.
 */
import { z } from 'zod';
import { CaseBehind } from '../reports/cases-behind.ts';
import { MonthlyReport, ReportTrend } from '../reports/monthly-report.ts';
import { ReportMonth } from '../reports/report-month.ts';
import { Code, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** Entries sent for one figure; the count beside them is of all. */
export const MOST_ENTRIES = 5_000;

const Flag = z.enum(['yes', 'no']);

export const MonthlyReportQuery = z.object({
  /** Who is signed in. */
  staff: StaffId,
  month: ReportMonth,
  /** Without the sealed cases the reader could see: as in the report that is mailed. */
  withoutSealed: Flag.default('no'),
  /** Of this department only, one of those the reader has the report of; left out: all of them. */
  department: Code.optional(),
});
export type MonthlyReportQuery = z.infer<typeof MonthlyReportQuery>;

export const MonthlyReportReply = z.object({
  report: MonthlyReport,
  /** When the month's report of the same scope was kept; null: it has not been yet, or none is of just this scope. */
  keptAt: UtcMs.nullable(),
  /** A mail server has taken it, for one of its readers at least; until then it waits. */
  isMailed: z.boolean(),
});
export type MonthlyReportReply = z.infer<typeof MonthlyReportReply>;

/** The months before, as of the moment at which the report was counted. */
export const ReportTrendQuery = MonthlyReportQuery.extend({ asOf: z.coerce.number().pipe(UtcMs) });
export type ReportTrendQuery = z.infer<typeof ReportTrendQuery>;
export const ReportTrendReply = z.object({ trend: ReportTrend });
export type ReportTrendReply = z.infer<typeof ReportTrendReply>;

/** `figure` as `figureKey` names it. */
export const CasesBehindQuery = z.object({ staff: StaffId, figure: z.string().max(120), withoutSealed: Flag.default('no'), department: Code.optional(), asOf: z.coerce.number().pipe(UtcMs) });
export type CasesBehindQuery = z.infer<typeof CasesBehindQuery>;

export const CasesBehindReply = z.object({
  /** The first `MOST_ENTRIES`, in the order in which they should be looked at. */
  entries: z.array(CaseBehind),
  count: z.int(),
});
export type CasesBehindReply = z.infer<typeof CasesBehindReply>;

export const KeptReportQuery = z.object({ staff: StaffId, month: ReportMonth, department: Code.optional() });
export type KeptReportQuery = z.infer<typeof KeptReportQuery>;

/** Null: no report of this month and scope was kept. */
export const KeptReportReply = z.object({ kept: z.object({ report: MonthlyReport, trend: ReportTrend }).nullable() });
export type KeptReportReply = z.infer<typeof KeptReportReply>;
