/** What a report says of itself: which month, of whom, as of when, by which calendar. */
import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName } from '../catalogue/lookup.ts';
import { spokenMoment } from '../clock/spoken-time.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { monthName } from './report-month.ts';

/** `Monthly report, October 2026` */
export function reportTitle({ month, isRunning }: Pick<MonthlyReport, 'month' | 'isRunning'>): string {
  return isRunning ? t`Monthly report, ${monthName(month)} so far` : t`Monthly report, ${monthName(month)}`;
}

/** `Whole city`, or the departments it is of; and what of sealed cases. */
export function scopeLine({ scope, sealed }: Pick<MonthlyReport, 'scope' | 'sealed'>, catalogue: Catalogue): string {
  const whose = scope.kind === 'city' ? t`Whole city` : scope.codes.map((code) => departmentName(catalogue, code)).join(', ');
  return `${whose} · ${sealed === 'leftOut' ? t`sealed cases are left out` : t`with the sealed cases its reader may see`}`;
}

export function sourceLine({ asOf, timeZone, calendarName }: Pick<MonthlyReport, 'asOf' | 'timeZone' | 'calendarName'>): string {
  return t`As known on ${spokenMoment(asOf, timeZone)}. Later entries and corrections change a figure. Business days by the calendar “${calendarName}”.`;
}

/** Of files: `Monthly report 2026-10`. */
export function reportFileName({ month }: Pick<MonthlyReport, 'month'>): string {
  return t`Monthly report ${month}`;
}
