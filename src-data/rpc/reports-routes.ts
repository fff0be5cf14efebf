/** What the procedures of `reports` do. */
import { implement } from '@orpc/server';
import { reportsContract } from '../../src-shared/protocol/data-rpc/reports-contract.ts';
import { cityNow } from '../clock/city-clock.ts';
import { casesBehindFigure, keptReport, monthlyReport, type ReportDesk, reportTrend } from '../reports/ask-report.ts';
import type { Workstation } from '../workstation.ts';

export function reportsRoutes({ db, ask, now, connection }: Pick<Workstation, 'db' | 'ask' | 'now' | 'connection'>) {
  const os = implement(reportsContract);
  const desk: ReportDesk = { db, ask, isOnline: () => connection().kind === 'online', now: () => cityNow(db, now()) };
  return os.router({
    monthly: os.monthly.handler(({ input }) => monthlyReport(desk, input)),
    trend: os.trend.handler(({ input }) => reportTrend(desk, input)),
    casesBehind: os.casesBehind.handler(({ input }) => casesBehindFigure(desk, input)),
    kept: os.kept.handler(({ input }) => keptReport(desk, input)),
  });
}
