import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  CasesBehindQuery,
  type CasesBehindReply,
  KeptReportQuery,
  type KeptReportReply,
  MonthlyReportQuery,
  type MonthlyReportReply,
  MOST_ENTRIES,
  ReportTrendQuery,
  type ReportTrendReply,
} from '../../src-shared/protocol/reports.ts';
import { FigureKey } from '../../src-shared/reports/figure-key.ts';
import { reportReaderOf } from '../../src-shared/reports/report-scope.ts';
import type { StaffId } from '../../src-shared/util/ids.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireSignedIn } from '../auth/require-signed-in.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { isReportMailed, keptReportAt, readKeptReport } from './kept-reports.ts';
import { listCasesBehind, makeReport, makeTrend, type ReportOrder } from './make-report.ts';

/** Counting is work for one processor: more at once would only make each of them, and everybody's pushes, wait longer. */
const REPORTS_AT_ONCE = 2;

/** The reports, each for whoever may read it and of what they may read of it. */
export function reportRoutes(app: FastifyInstance, deps: AppDeps): void {
  const counting = admission(REPORTS_AT_ONCE);

  app.get('/reports/v1/monthly', async (request): Promise<MonthlyReportReply> => {
    const { staff, month, withoutSealed, department } = parseRequest(MonthlyReportQuery, request.query);
    const order = await orderOf(deps, request, { staffId: staff, withoutSealed: withoutSealed === 'yes', department, asOf: deps.now() });
    const report = await counting.run(() => makeReport(order, month));
    const { scope } = order.reader;
    return { report, keptAt: await keptReportAt(deps.pool, month, scope), isMailed: await isReportMailed(deps.pool, month, scope) };
  });

  app.get('/reports/v1/trend', async (request): Promise<ReportTrendReply> => {
    const { staff, month, withoutSealed, department, asOf } = parseRequest(ReportTrendQuery, request.query);
    const order = await orderOf(deps, request, { staffId: staff, withoutSealed: withoutSealed === 'yes', department, asOf: utcMs(Math.min(asOf, deps.now())) });
    return { trend: await counting.run(() => makeTrend(order, month)) };
  });

  app.get('/reports/v1/cases', async (request): Promise<CasesBehindReply> => {
    const { staff, figure, withoutSealed, department, asOf } = parseRequest(CasesBehindQuery, request.query);
    const name = parseRequest(FigureKey, figure);
    const order = await orderOf(deps, request, { staffId: staff, withoutSealed: withoutSealed === 'yes', department, asOf: utcMs(Math.min(asOf, deps.now())) });
    const entries = await counting.run(() => listCasesBehind(order, name));
    return { entries: entries.slice(0, MOST_ENTRIES), count: entries.length };
  });

  app.get('/reports/v1/kept', async (request): Promise<KeptReportReply> => {
    const { staff, month, department } = parseRequest(KeptReportQuery, request.query);
    const { reader } = await orderOf(deps, request, { staffId: staff, withoutSealed: true, department, asOf: deps.now() });
    return { kept: await readKeptReport(deps.pool, month, reader.scope) };
  });
}

interface Asked {
  readonly staffId: StaffId;
  readonly withoutSealed: boolean;
  readonly department: string | undefined;
  readonly asOf: UtcMs;
}

/** Throws 401 for somebody the server has not let in there, 403 for somebody the report is not for. */
async function orderOf(deps: AppDeps, request: FastifyRequest, { staffId, withoutSealed, department, asOf }: Asked): Promise<ReportOrder> {
  const { staff, catalogue } = await requireSignedIn(deps, request, staffId);
  const reader = reportReaderOf(staff, withoutSealed, department);
  if (reader === null) throw notForYou();
  return { pool: deps.pool, catalogue, reader, asOf };
}

function notForYou(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'notPermitted',
    title: t`The monthly report is for the City Manager’s office, the Commission, administrators, and department heads for their departments`,
    detail: t`Ask one of them for it.`,
  });
}
