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
  /** Null: all of what the person may read. */
  readonly departmentCode: string | null;
}

/** Where and when a report was counted; what belongs to it comes from there, as of then. */
export interface ReportCounted extends ReportAsked {
  readonly place: ReportPlace;
  readonly asOf: UtcMs;
}

export const reportQueries = {
  /** `staffId`: of whom; another person's report is another. */
  monthly: (staffId: string, asked: ReportAsked) =>
    queryOptions({ queryKey: monthlyKey(staffId, asked), queryFn: ({ signal }) => data.reports.monthly(input(asked), { signal, context }), ...COUNTED_ONCE }),
  trend: (staffId: string, counted: ReportCounted) =>
    queryOptions({ queryKey: ['reportTrend', staffId, counted], queryFn: ({ signal }) => data.reports.trend({ ...input(counted), place: counted.place, asOf: counted.asOf }, { signal, context }), ...COUNTED_ONCE }),
  casesBehind: (staffId: string, figure: FigureName, counted: ReportCounted) =>
    queryOptions({
      queryKey: ['reportCases', staffId, figureKey(figure), counted],
      queryFn: ({ signal }) => data.reports.casesBehind({ ...input(counted), figure: figureKey(figure), place: counted.place, asOf: counted.asOf }, { signal, context }),
      ...COUNTED_ONCE,
    }),
  kept: (staffId: string, { month, departmentCode }: Omit<ReportAsked, 'withoutSealed'>) =>
    queryOptions({ queryKey: ['reportKept', staffId, month, departmentCode], queryFn: ({ signal }) => data.reports.kept({ month, ...of(departmentCode) }, { signal, context }), ...COUNTED_ONCE }),
};

/** The key of a report, to have it counted again. */
export function monthlyKey(staffId: string, { month, withoutSealed, departmentCode }: ReportAsked): readonly unknown[] {
  return ['report', staffId, month, withoutSealed, departmentCode];
}

function input({ month, withoutSealed, departmentCode }: ReportAsked) {
  return { month, withoutSealed, ...of(departmentCode) };
}

function of(departmentCode: string | null) {
  return departmentCode === null ? {} : { departmentCode };
}
