import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportPlace, ReportSource } from '../../src-shared/protocol/data-rpc/report-views.ts';
import type { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { type ReportCounted, reportQueries } from '../data/reports.ts';
import { useNow } from '../ui/use-now.ts';
import { useStable } from '../ui/use-stable.ts';
import { useReportsStore } from './reports-store.ts';

export interface ShownReport {
  readonly report: MonthlyReport;
  readonly source: ReportSource;
  /** Null: still being counted, or it could not be (`trendProblem`). */
  readonly trend: ReportTrend | null;
  readonly trendProblem: string | null;
  /** Where its cases are listed from. */
  readonly counted: ReportCounted;
}

export interface ReportState {
  readonly shown: ShownReport | null;
  readonly isCounting: boolean;
  /** Why there is none, and what to do. */
  readonly problem: string | null;
  /** It is for others. */
  readonly isRefused: boolean;
  /** When this month's report was mailed; null: not yet, or not known here. */
  readonly keptAt: UtcMs | null;
  readonly countAgain: () => void;
}

/** The report that is asked for, of whoever is signed in. */
export function useReport(): ReportState {
  const staff = useStaff();
  const client = useQueryClient();
  const { month, withoutSealed, isKept } = useReportsStore();
  const monthly = useQuery(reportQueries.monthly(staff.id, { month, withoutSealed }));
  const current = monthly.data?.ok ? monthly.data : null;
  const counted: ReportCounted = { month, withoutSealed, place: current?.source.place ?? 'workstation', asOf: current?.report.asOf ?? utcMs(0) };
  const trend = useQuery({ ...reportQueries.trend(staff.id, counted), enabled: current !== null && !isKept });
  const kept = useKept(isKept, counted);
  const live: ShownReport | null = current && {
    report: current.report,
    source: current.source,
    trend: trend.data?.ok ? trend.data.trend : null,
    trendProblem: trend.isError ? dataErrorSentence(trend.error) : trend.data?.ok === false ? trend.data.sentence : null,
    counted,
  };
  const countAgain = (): void => void client.resetQueries({ queryKey: ['report', staff.id, month, withoutSealed] });
  useServerWhenItComes(current?.source.place ?? null, countAgain);
  const refusal = monthly.data?.ok === false ? monthly.data.sentence : null;
  return {
    shown: isKept ? kept.shown : live,
    isCounting: isKept ? kept.isLoading : monthly.isFetching,
    problem: isKept ? kept.problem : monthly.isError ? dataErrorSentence(monthly.error) : refusal,
    isRefused: refusal !== null,
    keptAt: current?.keptAt ?? null,
    countAgain,
  };
}

/** What was counted here because the server was out of reach is counted there as soon as it is back. */
function useServerWhenItComes(place: ReportPlace | null, countAgain: () => void): void {
  const { data: sync } = useQuery(queries.syncStatus());
  const isOnline = sync?.connection === 'online';
  const wasOnline = useRef(isOnline);
  const again = useStable(countAgain);
  useEffect(() => {
    if (place === null) return; // still counting
    const hasCome = isOnline && !wasOnline.current;
    wasOnline.current = isOnline;
    if (hasCome && place === 'workstation') again();
  }, [isOnline, place, again]);
}

/** The report as it was mailed. Its lists are of what is known now. */
function useKept(isKept: boolean, counted: ReportCounted): { readonly shown: ShownReport | null; readonly isLoading: boolean; readonly problem: string | null } {
  const staff = useStaff();
  const [{ city }, now] = [useCatalogue(), useNow()];
  const { data, isFetching, error } = useQuery({ ...reportQueries.kept(staff.id, counted.month), enabled: isKept });
  const found = data?.ok ? data.kept : null;
  const problem = error ? dataErrorSentence(error) : data?.ok === false ? data.sentence : data !== undefined && found === null ? 'This month’s report has not been mailed.' : null;
  if (found === null) return { shown: null, isLoading: isFetching, problem };
  const when = exactMoment(found.report.asOf, now, city.timeZone);
  const source: ReportSource = { place: 'server', sentence: `As it was mailed, with what was known on ${when}. The lists behind its figures are of what is known now, and may differ.`, missing: [] };
  return { shown: { ...found, source, trendProblem: null, counted: { ...counted, withoutSealed: true } }, isLoading: false, problem };
}
