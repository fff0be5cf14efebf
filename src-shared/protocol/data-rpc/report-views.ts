/** The monthly report as the data process gives it to a window. */
import { z } from 'zod';
import type { CaseBehind } from '../../reports/cases-behind.ts';
import { FigureKey } from '../../reports/figure-key.ts';
import type { MonthlyReport, ReportTrend } from '../../reports/monthly-report.ts';
import { ReportMonth } from '../../reports/report-month.ts';
import { Code } from '../../util/ids.ts';
import { UtcMs } from '../../util/time.ts';

export const ReportInput = z.object({
  month: ReportMonth,
  /** Without the sealed cases the reader could see: as in the report that is mailed. */
  withoutSealed: z.boolean(),
  /** Of this department only, one of the reader's; left out: of all of them. */
  departmentCode: Code.optional(),
});

/** The report that was mailed. */
export const KeptInput = ReportInput.omit({ withoutSealed: true });

export type ReportPlace = 'server' | 'workstation';

/** Where a report was counted. */
export interface ReportSource {
  readonly place: ReportPlace;
  /** `Counted by the server, over all cases of the city.` */
  readonly sentence: string;
  /** What is missing from the figures, and why the server did not count them; empty: nothing. */
  readonly missing: readonly string[];
}

/** `sentence` says whom to ask. */
export interface ReportRefused {
  readonly ok: false;
  readonly sentence: string;
}

export type ReportReply =
  | {
      readonly ok: true;
      readonly report: MonthlyReport;
      readonly source: ReportSource;
      /** When the report of this month and scope was drawn up to be mailed; null: not yet, or the server did not say. */
      readonly keptAt: UtcMs | null;
      /** A mail server has taken it. */
      readonly isMailed: boolean;
    }
  | ReportRefused;

/** Where and when the report was counted that these go with. */
const counted = { place: z.enum(['server', 'workstation']), asOf: UtcMs };

export const TrendInput = ReportInput.extend(counted);

export type TrendView = { readonly ok: true; readonly trend: ReportTrend } | ReportRefused;

export const CasesBehindInput = z.object({
  figure: FigureKey,
  withoutSealed: z.boolean(),
  departmentCode: Code.optional(),
  ...counted,
});

export type CasesBehindView =
  | {
      readonly ok: true;
      readonly entries: readonly CaseBehind[];
      /** How many there are; more than `entries` when they are too many for a list. */
      readonly count: number;
    }
  | ReportRefused;

/** `kept` null: the month's report has not been mailed. */
export type KeptReportView = { readonly ok: true; readonly kept: { readonly report: MonthlyReport; readonly trend: ReportTrend } | null } | ReportRefused;
