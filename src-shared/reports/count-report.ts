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
import { isInScope, type ReportReader, type ReportScope } from './report-scope.ts';
import { createTrend, type Trend } from './trend.ts';
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
  /** The report of one of the departments it was split by, as somebody whose scope is that department would have it. */
  reportOf(departmentCode: string): MonthlyReport;
}

/**
 * The month, the month before and the same month a year before. `split`: departments whose own reports are counted in the same go; only
 * those of the reader's scope.
 */
export function countReport(question: ReportQuestion, split: readonly string[] = []): ReportCount {
  const { month, asOf, timeZone, calendar, reader } = question;
  const counting = { question, split, workingDays: openWorkingDays(calendar) };
  const known = (one: ReportMonth): PeriodCount | null => (isWhole(question, one) ? countPeriod(one, counting) : null);
  const [counted, before, yearBefore] = [countPeriod(month, counting), known(monthsLater(month, -1)), known(monthsLater(month, -12))];
  const all = [counted, before, yearBefore].filter((one) => one !== null);
  const made = (scope: ReportScope, departmentCode: string | null): MonthlyReport => ({
    ...{ month, asOf, isRunning: periodOf(month, timeZone).to > asOf, timeZone, calendarName: calendar.name, scope, sealed: reader.sealed },
    ...{ figures: counted.figures(departmentCode), monthBefore: before?.figures(departmentCode) ?? null, yearBefore: yearBefore?.figures(departmentCode) ?? null },
  });
  return {
    periods: all.flatMap(({ period }) => period ?? []),
    add(current) {
      if (!reader.mayCount(current)) return;
      const measures = measuresOf(current, asOf);
      for (const one of all) one.add(measures);
    },
    report: () => made(reader.scope, null),
    reportOf: (departmentCode) => made({ kind: 'departments', codes: [departmentCode] }, departmentCode),
  };
}

export interface TrendCount extends Counting {
  trend(): ReportTrend;
  /** Of one of the departments it was split by. */
  trendOf(departmentCode: string): ReportTrend;
}

/** A few figures of the thirteen months that end with the report's. Apart from the report: it goes over many more cases. `split` as for the report. */
export function countTrend(question: ReportQuestion, split: readonly string[] = []): TrendCount {
  const { month, asOf, timeZone, reader } = question;
  const months = monthsUntil(month, TREND_MONTHS).filter((one) => periodOf(one, timeZone).from <= asOf);
  const trendIn = (scope: ReportScope): Trend => createTrend(months, { timeZone, asOf, scope, isKnown: (one) => one === month || isWhole(question, one) });
  const trend = trendIn(reader.scope);
  const byDepartment = new Map(split.map((code) => [code, trendIn({ kind: 'departments', codes: [code] })]));
  const periods = months.flatMap((one) => periodUntil(one, timeZone, asOf) ?? []);
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    periods: first && last ? [{ from: first.from, to: last.to }] : [],
    add(current) {
      if (!reader.mayCount(current)) return;
      const measures = measuresOf(current, asOf);
      trend.add(measures);
      if (byDepartment.size > 0) for (const code of departmentsOf(measures)) byDepartment.get(code)?.add(measures);
    },
    trend: () => trend.months(),
    trendOf: (departmentCode) => byDepartment.get(departmentCode)?.months() ?? [],
  };
}

function isWhole({ wholeSince, timeZone }: ReportQuestion, month: ReportMonth): boolean {
  return wholeSince === null || periodOf(month, timeZone).from >= wholeSince;
}

/** Every department a figure of the trend may count the case under. */
function departmentsOf({ standings, turns, missed }: CaseMeasures): ReadonlySet<string> {
  return new Set([...standings, ...turns, ...missed].map(({ departmentCode }) => departmentCode));
}

interface PeriodCount {
  /** Null: the month has not begun. */
  readonly period: Period | null;
  add(measures: CaseMeasures): void;
  /** Null: of the reader's whole scope. */
  figures(departmentCode: string | null): PeriodFigures;
}

interface PeriodCounting {
  readonly question: ReportQuestion;
  readonly split: readonly string[];
  readonly workingDays: CountWorkingDays;
}

function countPeriod(month: ReportMonth, { question: { timeZone, asOf, reader }, split, workingDays }: PeriodCounting): PeriodCount {
  const period = periodUntil(month, timeZone, asOf);
  const whole = createGroups();
  const byDepartment = new Map(split.map((code) => [code, createGroups()]));
  return {
    period,
    add(measures) {
      if (period === null) return;
      tellOccurrences(measures, period, workingDays, (occurrence) => {
        if (!isInScope(reader.scope, occurrence.departmentCode)) return;
        whole.add(measures, occurrence);
        byDepartment.get(occurrence.departmentCode)?.add(measures, occurrence);
      });
    },
    figures: (departmentCode) => ({ month, groups: (departmentCode === null ? whole : byDepartment.get(departmentCode))?.figures() ?? {} }),
  };
}
