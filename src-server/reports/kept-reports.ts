import { z } from 'zod';
import { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** A finished month as it was mailed. */
export const KeptReport = z.object({ report: MonthlyReport, trend: ReportTrend });
export type KeptReport = z.infer<typeof KeptReport>;

const SQL = {
  keep: 'INSERT INTO monthly_report (month, as_of, document) VALUES ($1, $2, $3) ON CONFLICT (month) DO NOTHING',
  read: 'SELECT document FROM monthly_report WHERE month = $1',
  asOf: 'SELECT as_of AS "asOf" FROM monthly_report WHERE month = $1',
};

/** Keeps a finished month. The first one stands: a second changes nothing. */
export async function keepReport(tx: Connection, kept: KeptReport): Promise<void> {
  await tx.query(SQL.keep, [kept.report.month, kept.report.asOf, JSON.stringify(kept)]);
}

/** As it was kept; null: none was. */
export async function readKeptReport(connection: Connection | Pool, month: ReportMonth): Promise<KeptReport | null> {
  const { rows } = await connection.query<{ document: unknown }>(SQL.read, [month]);
  return rows[0] === undefined ? null : KeptReport.parse(rows[0].document);
}

/** When the month's report was kept; null: it has not been. */
export async function keptReportAt(pool: Pool, month: ReportMonth): Promise<UtcMs | null> {
  const { rows } = await pool.query<{ asOf: UtcMs }>(SQL.asOf, [month]);
  return rows[0]?.asOf ?? null;
}
