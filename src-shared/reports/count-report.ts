/** Counting a monthly report: cases go in one by one, in any order, and nothing of them is kept but what the figures need. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import { must } from '../util/assert.ts';
import type { UtcMs } from '../util/time.ts';
import { type CaseMeasures, measuresOf } from './case-measures.ts';
import { createGroups } from './figure-groups.ts';
import { type MonthlyReport, type PeriodFigures, TREND_MONTHS } from './monthly-report.ts';
import { tellOccurrences } from './occurrences.ts';
import { monthsLater, monthsUntil, periodOf, periodUntil, type ReportMonth } from './report-month.ts';
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

export interface ReportCount {
  add(current: Case): void;
  report(): MonthlyReport;
}

export function countReport(question: ReportQuestion): ReportCount {
  const { month, asOf, timeZone, calendar, reader, wholeSince } = question;
  const workingDays = openWorkingDays(calendar);
  const isWhole = (one: ReportMonth): boolean => wholeSince === null || periodOf(one, timeZone).from >= wholeSince;
  const counted = (one: ReportMonth, isAsked: boolean) => (isAsked ? countPeriod(one, question, workingDays) : null);
  const [before, yearBefore] = [monthsLater(month, -1), monthsLater(month, -12)];
  const periods = [counted(month, true), counted(before, isWhole(before)), counted(yearBefore, isWhole(yearBefore))];
  const trend = createTrend(monthsUntil(month, TREND_MONTHS), { timeZone, asOf, scope: reader.scope, isWhole: (one) => one === month || isWhole(one) });
  return {
    add(current) {
      if (!reader.mayCount(current)) return;
      const measures = measuresOf(current, asOf);
      for (const period of periods) period?.add(measures);
      trend.add(measures);
    },
    report() {
      const [figures, monthBefore, year] = periods.map((period) => period?.figures() ?? null);
      if (!figures) throw new Error('the month of the report itself is always counted');
      const isRunning = periodOf(month, timeZone).to > asOf;
      return {
        ...{ month, asOf, isRunning, timeZone, calendarName: calendar.name, scope: reader.scope, sealed: reader.sealed },
        ...{ figures, monthBefore: monthBefore ?? null, yearBefore: year ?? null, trend: trend.months() },
      };
    },
  };
}

interface PeriodCount {
  add(measures: CaseMeasures): void;
  figures(): PeriodFigures;
}

function countPeriod(month: ReportMonth, { timeZone, asOf, reader }: ReportQuestion, workingDays: CountWorkingDays): PeriodCount {
  const period = periodUntil(month, timeZone, asOf);
  const groups = createGroups();
  return {
    add(measures) {
      if (period === null) return;
      tellOccurrences(measures, period, workingDays, (occurrence) => {
        if (isInScope(reader.scope, occurrence.departmentCode)) groups.add(measures, occurrence);
      });
    },
    figures: () => ({ month, groups: groups.figures() }),
  };
}
