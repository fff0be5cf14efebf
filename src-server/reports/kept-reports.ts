import { MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

const SQL = {
  keep: 'INSERT INTO monthly_report (month, as_of, report) VALUES ($1, $2, $3) ON CONFLICT (month) DO NOTHING',
  read: 'SELECT report FROM monthly_report WHERE month = $1',
  asOf: 'SELECT as_of AS "asOf" FROM monthly_report WHERE month = $1',
};

/** Keeps the report of a finished month as it was mailed. The first one stands: a second changes nothing. */
export async function keepReport(tx: Connection, report: MonthlyReport): Promise<void> {
  await tx.query(SQL.keep, [report.month, report.asOf, JSON.stringify(report)]);
}

/** As it was kept; null: none was. */
export async function readKeptReport(connection: Connection | Pool, month: ReportMonth): Promise<MonthlyReport | null> {
  const { rows } = await connection.query<{ report: unknown }>(SQL.read, [month]);
  return rows[0] === undefined ? null : MonthlyReport.parse(rows[0].report);
}

/** When the month's report was kept; null: it has not been. */
export async function keptReportAt(pool: Pool, month: ReportMonth): Promise<UtcMs | null> {
  const { rows } = await pool.query<{ asOf: UtcMs }>(SQL.asOf, [month]);
  return rows[0]?.asOf ?? null;
}
