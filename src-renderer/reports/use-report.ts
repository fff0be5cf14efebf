import { t } from '../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportPlace, ReportSource } from '../../src-shared/protocol/data-rpc/report-views.ts';
import type { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import { changesSinceSent, type ReportChanges } from '../../src-shared/reports/report-changes.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { monthlyKey, type ReportCounted, reportQueries } from '../data/reports.ts';
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
  /** The report of this month as it was sent; null: none was, or this is it. */
  readonly sent: SentReport | null;
}

/** When a report was drawn up, and whether a mail server has taken it since. */
export interface KeptAt {
  readonly at: UtcMs;
  readonly isMailed: boolean;
}

export interface SentReport extends KeptAt {
  readonly report: MonthlyReport;
  /** Null: the two are not counted alike, one of them with sealed cases. */
  readonly changes: ReportChanges | null;
}

export interface ReportState {
  readonly shown: ShownReport | null;
  readonly isCounting: boolean;
  /** Why there is none, and what to do. */
  readonly problem: string | null;
  /** It is for others. */
  readonly isRefused: boolean;
  /** The report of this month that was drawn up to be mailed; null: not yet, or not known here. */
  readonly kept: KeptAt | null;
  readonly countAgain: () => void;
}

/** The report that is asked for, of whoever is signed in. */
export function useReport(): ReportState {
  const staff = useStaff();
  const client = useQueryClient();
  const { month, withoutSealed, departmentCode, isKept } = useReportsStore();
  const asked = { month, withoutSealed, departmentCode };
  const monthly = useQuery(reportQueries.monthly(staff.id, asked));
  const current = monthly.data?.ok ? monthly.data : null;
  const counted: ReportCounted = { ...asked, place: current?.source.place ?? 'workstation', asOf: current?.report.asOf ?? utcMs(0) };
  const trend = useQuery({ ...reportQueries.trend(staff.id, counted), enabled: current !== null && !isKept });
  const keptAt = current?.keptAt == null ? null : { at: current.keptAt, isMailed: current.isMailed };
  const kept = useKept(isKept || keptAt !== null, { counted, isMailed: current?.isMailed === true });
  const live: ShownReport | null = current && {
    report: current.report,
    source: current.source,
    trend: trend.data?.ok ? trend.data.trend : null,
    trendProblem: trend.isError ? dataErrorSentence(trend.error) : trend.data?.ok === false ? trend.data.sentence : null,
    counted,
    sent: current && kept.shown && { at: kept.shown.report.asOf, isMailed: current.isMailed, report: kept.shown.report, changes: changesSinceSent(kept.shown.report, current.report) },
  };
  const countAgain = (): void => void client.resetQueries({ queryKey: monthlyKey(staff.id, asked) });
  useServerWhenItComes(current?.source.place ?? null, countAgain);
  const refusal = monthly.data?.ok === false ? monthly.data.sentence : null;
  return {
    shown: isKept ? kept.shown : live,
    isCounting: isKept ? kept.isLoading : monthly.isFetching,
    problem: isKept ? kept.problem : monthly.isError ? dataErrorSentence(monthly.error) : refusal,
    isRefused: refusal !== null,
    kept: keptAt,
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

/** The report as it was drawn up to be mailed. Its lists are of what is known now. */
function useKept(isEnabled: boolean, { counted, isMailed }: { readonly counted: ReportCounted; readonly isMailed: boolean }): { readonly shown: ShownReport | null; readonly isLoading: boolean; readonly problem: string | null } {
  const staff = useStaff();
  const [{ city }, now] = [useCatalogue(), useNow()];
  const { data, isFetching, error } = useQuery({ ...reportQueries.kept(staff.id, counted), enabled: isEnabled });
  const found = data?.ok ? data.kept : null;
  const problem = error ? dataErrorSentence(error) : data?.ok === false ? data.sentence : data !== undefined && found === null ? t`The report of this month has not been drawn up.` : null;
  if (found === null) return { shown: null, isLoading: isFetching, problem };
  const when = exactMoment(found.report.asOf, now, city.timeZone);
  const sentence = isMailed
    ? t`As it was sent, with what was known on ${when}. The lists behind its figures are of what is known now, and may differ.`
    : t`As it was drawn up, with what was known on ${when}. The lists behind its figures are of what is known now, and may differ.`;
  const source: ReportSource = { place: 'server', sentence, missing: [] };
  return { shown: { ...found, source, trendProblem: null, counted: { ...counted, withoutSealed: true }, sent: null }, isLoading: false, problem };
}
