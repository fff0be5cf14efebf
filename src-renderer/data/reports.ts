/** The monthly report as a window asks for it. Counted when asked, not live: it changes only when it is counted again. */
import { queryOptions } from '@tanstack/react-query';
import type { ReportPlace } from '../../src-shared/protocol/data-rpc/report-views.ts';
import { type FigureName, figureKey } from '../../src-shared/reports/figure-key.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { data } from './data-client.ts';

/** A large city's year takes a while, at the server or here. */
const context = { timeoutMs: 150_000 };
const COUNTED_ONCE = { staleTime: Infinity, gcTime: 30 * 60_000, retry: false } as const;

export interface ReportAsked {
  readonly month: ReportMonth;
  readonly withoutSealed: boolean;
}

/** Where and when a report was counted; what belongs to it comes from there, as of then. */
export interface ReportCounted extends ReportAsked {
  readonly place: ReportPlace;
  readonly asOf: UtcMs;
}

export const reportQueries = {
  /** `staffId`: of whom; another person's report is another. */
  monthly: (staffId: string, { month, withoutSealed }: ReportAsked) =>
    queryOptions({ queryKey: ['report', staffId, month, withoutSealed], queryFn: ({ signal }) => data.reports.monthly({ month, withoutSealed }, { signal, context }), ...COUNTED_ONCE }),
  trend: (staffId: string, counted: ReportCounted) =>
    queryOptions({ queryKey: ['reportTrend', staffId, counted], queryFn: ({ signal }) => data.reports.trend(counted, { signal, context }), ...COUNTED_ONCE }),
  casesBehind: (staffId: string, figure: FigureName, { withoutSealed, place, asOf }: ReportCounted) =>
    queryOptions({
      queryKey: ['reportCases', staffId, figureKey(figure), withoutSealed, place, asOf],
      queryFn: ({ signal }) => data.reports.casesBehind({ figure: figureKey(figure), withoutSealed, place, asOf }, { signal, context }),
      ...COUNTED_ONCE,
    }),
  kept: (staffId: string, month: ReportMonth) => queryOptions({ queryKey: ['reportKept', staffId, month], queryFn: ({ signal }) => data.reports.kept({ month }, { signal, context }), ...COUNTED_ONCE }),
};
