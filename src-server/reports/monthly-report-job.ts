import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Job } from '../jobs/run-once.ts';
import { firstWorkingMorningOfMonth, type Schedule } from '../jobs/schedule.ts';
import { queueMessage } from '../mail/queue-message.ts';
import { type KeptMonth, keepMonth, readKeptMonth } from './kept-reports.ts';
import { makeKeptMonth } from './make-report.ts';
import { reportMail } from './report-mail.ts';
import { reportReaders } from './report-readers.ts';

export const MONTHLY_REPORT_JOB = 'monthly report';

type ReportDeps = Pick<AppDeps, 'pool' | 'now' | 'catalogues'>;

/** The time and the working days of the daily list; never, when the city wants no report. */
export const MONTHLY_REPORT_SCHEDULE: Schedule = firstWorkingMorningOfMonth(({ dailyList, calendars }) => {
  const calendar = calendars.find(({ code }) => code === dailyList?.calendarCode);
  return dailyList?.isMonthlyReportSent && calendar ? { calendar, time: dailyList.at } : null;
});

/**
 * Counts the finished month and keeps it, then queues one mail to each reader of what was kept. The two are apart: whoever goes on after a
 * server that was killed in between sends the figures that stand, and counts nothing again.
 */
export function monthlyReportJob(deps: ReportDeps): Job {
  return {
    name: MONTHLY_REPORT_JOB,
    async work(_signal, { key }) {
      const catalogue = await deps.catalogues.newest(deps.pool);
      const month = ReportMonth.parse(key);
      const kept = catalogue && (await keptMonth(deps, catalogue, month));
      if (!kept) return { mails: 0 };
      const mails = await inTransaction(deps.pool, {}, (tx) => queueReports(tx, catalogue, kept));
      return { mails };
    },
  };
}

/** Of a month before the city's first case there is no report. */
async function keptMonth({ pool, now }: ReportDeps, catalogue: Catalogue, month: ReportMonth): Promise<KeptMonth | null> {
  const earlier = await readKeptMonth(pool, month);
  if (earlier !== null) return earlier;
  const made = await makeKeptMonth({ pool, catalogue, asOf: now() }, month);
  if (made === null) return null;
  await keepMonth(pool, made);
  return readKeptMonth(pool, month);
}

/** A department that came after the month was kept has no report in it. */
async function queueReports(tx: Connection, catalogue: Catalogue, kept: KeptMonth): Promise<number> {
  let mails = 0;
  for (const reader of reportReaders(catalogue)) {
    const report = reader.departmentCode === null ? kept : kept.departments[reader.departmentCode];
    if (report === undefined) continue;
    await queueMessage(tx, reportMail(reader, report, catalogue));
    mails += 1;
  }
  return mails;
}
