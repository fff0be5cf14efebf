import type { UtcMs } from '../util/time.ts';
import type { CaseMeasures } from './case-measures.ts';
import { standingBefore } from './case-standing.ts';
import type { TrendMonth } from './monthly-report.ts';
import { type Period, periodUntil, type ReportMonth } from './report-month.ts';
import { isInScope, type ReportScope } from './report-scope.ts';

export interface TrendSetting {
  readonly timeZone: string;
  readonly asOf: UtcMs;
  readonly scope: ReportScope;
  /** Whether all of a month is known here. */
  readonly isKnown: (month: ReportMonth) => boolean;
}

export interface Trend {
  add(measures: CaseMeasures): void;
  months(): TrendMonth[];
}

type Counts = NonNullable<TrendMonth['figures']>;

interface Counted {
  readonly month: ReportMonth;
  /** Null: the month has not begun. */
  readonly period: Period | null;
  readonly counts: Counts | null;
}

/** A few figures of many months at once, without everything else a report counts; `months` oldest first, one after the other. */
export function createTrend(months: readonly ReportMonth[], { timeZone, asOf, scope, isKnown }: TrendSetting): Trend {
  const counted = months.map((month): Counted => {
    const counts = isKnown(month) ? { received: 0, closed: 0, openAtEnd: 0, becameLate: 0 } : null;
    return { month, period: periodUntil(month, timeZone, asOf), counts };
  });
  const begun = counted.flatMap(({ period, counts }) => (period === null ? [] : [{ ...period, counts }]));
  function tally(moment: number, receivedAt: number, departmentCode: string, figure: keyof Counts): void {
    const found = begun.findLast(({ from }) => from <= moment);
    if (found?.counts && moment < found.to && receivedAt < found.to && isInScope(scope, departmentCode)) found.counts[figure] += 1;
  }
  function tallyOpen({ receivedAt, standings }: CaseMeasures): void {
    const last = standings.at(-1);
    for (const { from, to, counts } of begun) {
      if (counts === null || receivedAt >= to) continue;
      if (last && last.state !== 'open' && last.from < from) return; // and it never was again
      const end = standingBefore(standings, to);
      if (end?.state === 'open' && isInScope(scope, end.departmentCode)) counts.openAtEnd += 1;
    }
  }
  return {
    add(measures) {
      const { receivedAt, standings, turns, missed } = measures;
      tally(receivedAt, receivedAt, standings[0]?.departmentCode ?? '', 'received');
      for (const { kind, at, departmentCode } of turns) if (kind === 'closed') tally(at, receivedAt, departmentCode, 'closed');
      for (const { since, departmentCode } of missed) tally(since, receivedAt, departmentCode, 'becameLate');
      tallyOpen(measures);
    },
    months: () => counted.map(({ month, period, counts }) => ({ month, figures: period && counts ? { ...counts } : null })),
  };
}
