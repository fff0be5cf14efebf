/** Months as the city's calendar has them: they begin and end at its own midnight, summer time included. */
import { t } from '../language/language.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayNumberOf, isoDateOf, zoneDays } from '../clock/zone-days.ts';
import { type UtcMs, utcMs } from '../util/time.ts';

/** `2026-10` */
export const ReportMonth = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: () => t`A month looks like 2026-10` })
  .brand<'ReportMonth'>();
export type ReportMonth = z.infer<typeof ReportMonth>;

/** A stretch of real time; `to` is exclusive. */
export interface Period {
  readonly from: UtcMs;
  readonly to: UtcMs;
}

const MONTH_NAMES = [t`January`, t`February`, t`March`, t`April`, t`May`, t`June`, t`July`, t`August`, t`September`, t`October`, t`November`, t`December`];

/** From the first midnight of the month to that of the next. */
export function periodOf(month: ReportMonth, timeZone: string): Period {
  const start = (one: ReportMonth): UtcMs => utcMs(zoneDays(timeZone).startOf(dayNumberOf(`${one}-01`)));
  return { from: start(month), to: start(monthsLater(month, 1)) };
}

/** The month as far as it has gone at `asOf`; null when it has not begun. What happens at `asOf` itself is in it. */
export function periodUntil(month: ReportMonth, timeZone: string, asOf: UtcMs): Period | null {
  const { from, to } = periodOf(month, timeZone);
  return from > asOf ? null : { from, to: utcMs(Math.min(to, asOf + 1)) };
}

/** The month a moment lies in. */
export function monthAt(moment: UtcMs, timeZone: string): ReportMonth {
  return ReportMonth.parse(isoDateOf(zoneDays(timeZone).dayAt(moment)).slice(0, 7));
}

/** `months` may be negative. */
export function monthsLater(month: ReportMonth, months: number): ReportMonth {
  return ReportMonth.parse(Temporal.PlainYearMonth.from(month).add({ months }).toString());
}

/** The month and those before it, oldest first. */
export function monthsUntil(month: ReportMonth, count: number): readonly ReportMonth[] {
  return Array.from({ length: count }, (_, index) => monthsLater(month, index - count + 1));
}

/** `October 2026` */
export function monthName(month: ReportMonth): string {
  return `${MONTH_NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** `Oct 26`: under a bar of a chart. */
export function shortMonthName(month: ReportMonth): string {
  return `${MONTH_NAMES[Number(month.slice(5)) - 1]?.slice(0, 3)} ${month.slice(2, 4)}`;
}
