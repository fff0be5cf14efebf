/**
 * The monthly report (RP-1; S2, Step 3.5): figures of one month, of the month before and of the same month a year earlier, for all cases
 * and by department, service and channel. The definitions are in `measure.ts`.
 */
import { z } from 'zod';
import { UtcMs } from '../util/time.ts';
import { Figure } from './figure.ts';
import { GroupKey } from './figure-key.ts';
import { MEASURE_KEYS, type MeasureKey } from './measure.ts';
import { ReportMonth } from './report-month.ts';
import { ReportScope } from './report-scope.ts';

/** Figures that are zero may be missing; use `figureIn`. */
export const PeriodFigures = z.object({
  month: ReportMonth,
  groups: z.record(GroupKey, z.partialRecord(z.enum(MEASURE_KEYS), Figure)),
});
export type PeriodFigures = z.infer<typeof PeriodFigures>;

/** One bar of each chart. Null figures: not known where the report was made. */
export const TrendMonth = z.object({
  month: ReportMonth,
  figures: z.object({ received: z.int(), closed: z.int(), openAtEnd: z.int(), becameLate: z.int() }).nullable(),
});
export type TrendMonth = z.infer<typeof TrendMonth>;
/** Thirteen months, the report's own last; fewer when that one is still to come. */
export const ReportTrend = z.array(TrendMonth);
export type ReportTrend = z.infer<typeof ReportTrend>;
export const TREND_MONTHS = 13;

export const MonthlyReport = z.object({
  month: ReportMonth,
  /** When it was counted, and as of when. */
  asOf: UtcMs,
  /** The month was not over then: its figures are those so far. */
  isRunning: z.boolean(),
  timeZone: z.string(),
  /** Name of the calendar that business days are counted by. */
  calendarName: z.string(),
  scope: ReportScope,
  /** `counted`: those the reader may see. `leftOut`: none is in any figure. */
  sealed: z.enum(['counted', 'leftOut']),
  figures: PeriodFigures,
  /** Null: not known where the report was made. */
  monthBefore: PeriodFigures.nullable(),
  yearBefore: PeriodFigures.nullable(),
});
export type MonthlyReport = z.infer<typeof MonthlyReport>;

/** A figure of a period; one of nothing when nothing was counted. */
export function figureIn({ groups }: PeriodFigures, group: GroupKey, measure: MeasureKey): Figure | null {
  return groups[group]?.[measure] ?? null;
}
