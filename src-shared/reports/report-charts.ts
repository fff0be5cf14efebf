/** The charts of a report, as what is in them; how they look is the screen's or the paper's. */
import { t, tFor } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BarChart } from './bar-layout.ts';
import type { MonthlyReport, ReportTrend, TrendMonth } from './monthly-report.ts';
import { shortMonthName } from './report-month.ts';
import { groupName, largestGroups } from './report-tables.ts';

const MOST_DEPARTMENTS = 12;

export function reportCharts(report: MonthlyReport, trend: ReportTrend, catalogue: Catalogue): readonly BarChart[] {
  return [inAndOut(trend), openAndLate(trend), byDepartment(report, catalogue)];
}

function inAndOut(trend: ReportTrend): BarChart {
  return { direction: 'up', title: t`Cases received and closed, month by month`, labels: trend.map(({ month }) => shortMonthName(month)), series: [trendOf(trend, tFor('cases')`Received`, 'received'), trendOf(trend, tFor('cases')`Closed`, 'closed')] };
}

function openAndLate(trend: ReportTrend): BarChart {
  return { direction: 'up', title: t`Open at the end, and promises missed, month by month`, labels: trend.map(({ month }) => shortMonthName(month)), series: [trendOf(trend, t`Open at the end`, 'openAtEnd'), trendOf(trend, t`Promises missed`, 'becameLate')] };
}

function trendOf(trend: ReportTrend, name: string, figure: keyof NonNullable<TrendMonth['figures']>) {
  return { name, values: trend.map(({ figures }) => figures?.[figure] ?? null) };
}

function byDepartment(report: MonthlyReport, catalogue: Catalogue): BarChart {
  const groups = largestGroups(report, 'department', 'received', MOST_DEPARTMENTS).map(({ group }) => group);
  const values = (measure: 'received' | 'stillLate') => groups.map((group) => report.figures.groups[group]?.[measure]?.n ?? 0);
  return {
    direction: 'across',
    title: t`Received, and promises overdue at the end, by department`,
    labels: groups.map((group) => groupName(catalogue, group)),
    series: [{ name: tFor('cases')`Received`, values: values('received') }, { name: t`Overdue`, values: values('stillLate') }],
  };
}
