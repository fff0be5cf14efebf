import { z } from 'zod';
import { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { ReportScope } from '../../src-shared/reports/report-scope.ts';
import { Code } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** One report of a finished month as it was mailed. */
export const KeptReport = z.object({ report: MonthlyReport, trend: ReportTrend });
export type KeptReport = z.infer<typeof KeptReport>;

/** All that was mailed of a finished month: the whole city, and each department of that day by its code. */
export const KeptMonth = KeptReport.extend({ departments: z.record(Code, KeptReport) });
export type KeptMonth = z.infer<typeof KeptMonth>;

const SQL = {
  keep: 'INSERT INTO monthly_report (month, as_of, document) VALUES ($1, $2, $3) ON CONFLICT (month) DO NOTHING',
  month: 'SELECT document FROM monthly_report WHERE month = $1',
  city: `SELECT document - 'departments' AS document FROM monthly_report WHERE month = $1`,
  department: `SELECT document->'departments'->$2::text AS document FROM monthly_report WHERE month = $1 AND jsonb_exists(document->'departments', $2::text)`,
  isMailed: `SELECT EXISTS (SELECT 1 FROM message_outbox WHERE event_key = $1 AND state = 'sent') AS "isMailed"`,
  cityAt: 'SELECT as_of AS "asOf" FROM monthly_report WHERE month = $1',
  departmentAt: `SELECT as_of AS "asOf" FROM monthly_report WHERE month = $1 AND jsonb_exists(document->'departments', $2::text)`,
};

/** Keeps a finished month. The first one stands: a second changes nothing. */
export async function keepMonth(connection: Connection | Pool, kept: KeptMonth): Promise<void> {
  await connection.query(SQL.keep, [kept.report.month, kept.report.asOf, JSON.stringify(kept)]);
}

/** All that was kept of a month; null: nothing was. */
export async function readKeptMonth(connection: Connection | Pool, month: ReportMonth): Promise<KeptMonth | null> {
  const { rows } = await connection.query<{ document: unknown }>(SQL.month, [month]);
  return rows[0] === undefined ? null : KeptMonth.parse(rows[0].document);
}

/** The kept report of a scope, as it was mailed; null: none of that month, or none of just that scope (several departments at once). */
export async function readKeptReport(connection: Connection | Pool, month: ReportMonth, scope: ReportScope): Promise<KeptReport | null> {
  const part = partOf(scope);
  if (part === null) return null;
  const { rows } = await connection.query<{ document: unknown }>(part.code === null ? SQL.city : SQL.department, [month, ...(part.code === null ? [] : [part.code])]);
  return rows[0] === undefined ? null : KeptReport.parse(rows[0].document);
}

/** The event under which the report of a scope is mailed. Null: the whole city. */
export function reportEvent(month: ReportMonth, departmentCode: string | null): string {
  return `monthlyReport:${month}${departmentCode === null ? '' : `/${departmentCode}`}`;
}

/** Whether a mail server has taken the report of a scope, for one of its readers at least. */
export async function isReportMailed(pool: Pool, month: ReportMonth, scope: ReportScope): Promise<boolean> {
  const part = partOf(scope);
  if (part === null) return false;
  const { rows } = await pool.query<{ isMailed: boolean }>(SQL.isMailed, [reportEvent(month, part.code)]);
  return rows[0]?.isMailed === true;
}

/** When the month's report of a scope was kept; null as for `readKeptReport`. */
export async function keptReportAt(pool: Pool, month: ReportMonth, scope: ReportScope): Promise<UtcMs | null> {
  const part = partOf(scope);
  if (part === null) return null;
  const { rows } = await pool.query<{ asOf: UtcMs }>(part.code === null ? SQL.cityAt : SQL.departmentAt, [month, ...(part.code === null ? [] : [part.code])]);
  return rows[0]?.asOf ?? null;
}

/** Reports are kept of the whole city and of single departments. */
function partOf(scope: ReportScope): { readonly code: string | null } | null {
  if (scope.kind === 'city') return { code: null };
  const [code, ...others] = scope.codes;
  return code === undefined || others.length > 0 ? null : { code };
}
