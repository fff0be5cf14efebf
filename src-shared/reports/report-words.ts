/** What a report says of itself: which month, of whom, as of when, by which calendar. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName } from '../catalogue/lookup.ts';
import { spokenMoment } from '../clock/spoken-time.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { monthName } from './report-month.ts';

/** `Monthly report, October 2026` */
export function reportTitle({ month, isRunning }: Pick<MonthlyReport, 'month' | 'isRunning'>): string {
  return `Monthly report, ${monthName(month)}${isRunning ? ' so far' : ''}`;
}

/** `Whole city`, or the departments it is of; and what of sealed cases. */
export function scopeLine({ scope, sealed }: Pick<MonthlyReport, 'scope' | 'sealed'>, catalogue: Catalogue): string {
  const whose = scope.kind === 'city' ? 'Whole city' : scope.codes.map((code) => departmentName(catalogue, code)).join(', ');
  return `${whose} · ${sealed === 'leftOut' ? 'sealed cases are left out' : 'with the sealed cases its reader may see'}`;
}

export function sourceLine({ asOf, timeZone, calendarName }: Pick<MonthlyReport, 'asOf' | 'timeZone' | 'calendarName'>): string {
  return `As known on ${spokenMoment(asOf, timeZone)}. Later entries and corrections change a figure. Business days by the calendar “${calendarName}”.`;
}

/** Of files: `Monthly report 2026-10`. */
export function reportFileName({ month }: Pick<MonthlyReport, 'month'>): string {
  return `Monthly report ${month}`;
}
