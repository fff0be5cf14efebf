/** Counting a monthly report: cases go in one by one, in any order, and nothing of them is kept but what the figures need. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import { must } from '../util/assert.ts';
import type { UtcMs } from '../util/time.ts';
import { type CaseMeasures, measuresOf } from './case-measures.ts';
import { createGroups } from './figure-groups.ts';
import { type MonthlyReport, type PeriodFigures, type ReportTrend, TREND_MONTHS } from './monthly-report.ts';
import { tellOccurrences } from './occurrences.ts';
import { monthsLater, monthsUntil, type Period, periodOf, periodUntil, type ReportMonth } from './report-month.ts';
import { isInScope, type ReportReader } from './report-scope.ts';
import { createTrend } from './trend.ts';
import { type CountWorkingDays, openWorkingDays } from './working-days.ts';

export interface ReportQuestion {
  readonly month: ReportMonth;
  /** The moment of counting: what the clock has brought by then is known, nothing later counts. */
  readonly asOf: UtcMs;
  readonly timeZone: string;
  /** Business days are counted by it. */
  readonly calendar: BusinessCalendar;
  readonly reader: ReportReader;
  /** From this moment on all that happened is known here; months that began before are not counted for comparison. Null: all is. */
  readonly wholeSince: UtcMs | null;
}

/** By the calendar the daily list comes by, or the city's first one: one for all, or departments could not be compared. */
export function reportQuestion(catalogue: Catalogue, asked: Omit<ReportQuestion, 'timeZone' | 'calendar'>): ReportQuestion {
  const calendar = catalogue.calendars.find(({ code }) => code === catalogue.dailyList?.calendarCode) ?? must(catalogue.calendars[0], 'a catalogue has a calendar');
  return { ...asked, timeZone: catalogue.city.timeZone, calendar };
}

/** Something that is counted over cases. */
export interface Counting {
  /** Only cases that can matter to one of these need to be added (`mattersUntil`); more do no harm. */
  readonly periods: readonly Period[];
  add(current: Case): void;
}

export interface ReportCount extends Counting {
  report(): MonthlyReport;
}

/** The month, the month before and the same month a year before. */
export function countReport(question: ReportQuestion): ReportCount {
  const { month, asOf, timeZone, calendar, reader } = question;
  const workingDays = openWorkingDays(calendar);
  const known = (one: ReportMonth): PeriodCount | null => (isWhole(question, one) ? countPeriod(one, question, workingDays) : null);
  const [counted, before, yearBefore] = [countPeriod(month, question, workingDays), known(monthsLater(month, -1)), known(monthsLater(month, -12))];
  const all = [counted, before, yearBefore].filter((one) => one !== null);
  return {
    periods: all.flatMap(({ period }) => period ?? []),
    add(current) {
      if (!reader.mayCount(current)) return;
      const measures = measuresOf(current, asOf);
      for (const one of all) one.add(measures);
    },
    report: () => ({
      ...{ month, asOf, isRunning: periodOf(month, timeZone).to > asOf, timeZone, calendarName: calendar.name, scope: reader.scope, sealed: reader.sealed },
      ...{ figures: counted.figures(), monthBefore: before?.figures() ?? null, yearBefore: yearBefore?.figures() ?? null },
    }),
  };
}

export interface TrendCount extends Counting {
  trend(): ReportTrend;
}

/** A few figures of the thirteen months that end with the report's. Apart from the report: it goes over many more cases. */
export function countTrend(question: ReportQuestion): TrendCount {
  const { month, asOf, timeZone, reader } = question;
  const months = monthsUntil(month, TREND_MONTHS).filter((one) => periodOf(one, timeZone).from <= asOf);
  const trend = createTrend(months, { timeZone, asOf, scope: reader.scope, isKnown: (one) => one === month || isWhole(question, one) });
  const periods = months.flatMap((one) => periodUntil(one, timeZone, asOf) ?? []);
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    periods: first && last ? [{ from: first.from, to: last.to }] : [],
    add(current) {
      if (reader.mayCount(current)) trend.add(measuresOf(current, asOf));
    },
    trend: () => trend.months(),
  };
}

function isWhole({ wholeSince, timeZone }: ReportQuestion, month: ReportMonth): boolean {
  return wholeSince === null || periodOf(month, timeZone).from >= wholeSince;
}

interface PeriodCount {
  /** Null: the month has not begun. */
  readonly period: Period | null;
  add(measures: CaseMeasures): void;
  figures(): PeriodFigures;
}

function countPeriod(month: ReportMonth, { timeZone, asOf, reader }: ReportQuestion, workingDays: CountWorkingDays): PeriodCount {
  const period = periodUntil(month, timeZone, asOf);
  const groups = createGroups();
  return {
    period,
    add(measures) {
      if (period === null) return;
      tellOccurrences(measures, period, workingDays, (occurrence) => {
        if (isInScope(reader.scope, occurrence.departmentCode)) groups.add(measures, occurrence);
      });
    },
    figures: () => ({ month, groups: groups.figures() }),
  };
}
