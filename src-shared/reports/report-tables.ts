/** Which figures the report shows where: one arrangement for screen, paper and mail. */
import { t, tFor } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName, serviceName } from '../catalogue/lookup.ts';
import { Channel } from '../domain/case.ts';
import { CHANNEL_LABELS } from '../domain/labels.ts';
import { type GroupKey, type Grouping, groupOf } from './figure-key.ts';
import { type Chapter, MEASURE_KEYS, MEASURES, type MeasureKey } from './measure.ts';
import { figureIn, type MonthlyReport, type PeriodFigures } from './monthly-report.ts';

/** What a reader wants to know first, complaints among it (RP-1). */
export const HEADLINES: readonly MeasureKey[] = ['received', 'closed', 'openAtEnd', 'becameLate', 'stillLate', 'complaintsOutstanding', 'complaintsOverdue', 'answeredInTime', 'responseTime', 'surveyRating'];

export const GROUPING_LABELS: Record<Grouping, string> = { department: t`Department`, service: t`Service`, channel: t`Channel` };

/** The two tables of each grouping; so many columns fit a sheet of paper. */
export const GROUP_TABLES: readonly { readonly title: string; readonly measures: readonly MeasureKey[] }[] = [
  { title: t`Cases and promises`, measures: ['received', 'closed', 'reopened', 'openAtEnd', 'becameLate', 'stillLate', 'complaintsOutstanding', 'complaintsOverdue', 'misrouted'] },
  { title: t`Times and opinions`, measures: ['answeredInTime', 'finishedInTime', 'responseTime', 'resolutionTime', 'firstContact', 'surveyRating', 'surveyGood', 'followUpsLate'] },
];

/** Over a column, where the whole name is too long. */
export const SHORT_LABELS: Partial<Record<MeasureKey, string>> = {
  openAtEnd: tFor('cases')`Open`,
  becameLate: t`Missed`,
  stillLate: t`Overdue`,
  complaintsOutstanding: t`Complaints`,
  complaintsOverdue: t`Overdue complaints`,
  answeredInTime: t`Answered in time`,
  finishedInTime: t`Finished in time`,
  responseTime: t`First answer`,
  resolutionTime: t`Closing`,
  firstContact: t`First contact`,
  surveyRating: t`Rating`,
  surveyGood: t`Ratings 4–5`,
  followUpsLate: t`Late follow-ups`,
};

export function shortLabel(measure: MeasureKey): string {
  return SHORT_LABELS[measure] ?? MEASURES[measure].label;
}

export function measuresOfChapter(chapter: Chapter): readonly MeasureKey[] {
  return MEASURE_KEYS.filter((measure) => MEASURES[measure].chapter === chapter);
}

/** The name staff read for a group: a department's, a service's, a channel's; the code itself when it has left the catalogue. */
export function groupName(catalogue: Catalogue, group: GroupKey): string {
  const of = groupOf(group);
  if (of === null) return t`All`;
  if (of.grouping === 'department') return departmentName(catalogue, of.code);
  if (of.grouping === 'service') return serviceName(catalogue, of.code);
  const channel = Channel.safeParse(of.code);
  return channel.success ? CHANNEL_LABELS[channel.data] : of.code;
}

/** The groups of a grouping that have something to show, by name. */
export function groupsOf(figures: PeriodFigures, grouping: Grouping, catalogue: Catalogue): readonly GroupKey[] {
  const groups = Object.keys(figures.groups).filter((group) => groupOf(group)?.grouping === grouping);
  return groups.toSorted((a, b) => groupName(catalogue, a).localeCompare(groupName(catalogue, b), 'en-US'));
}

/** Bars by department: those with the most first. */
export function largestGroups(report: MonthlyReport, grouping: Grouping, measure: MeasureKey, most: number): readonly { readonly group: GroupKey; readonly count: number }[] {
  const counted = Object.keys(report.figures.groups)
    .filter((group) => groupOf(group)?.grouping === grouping)
    .map((group) => ({ group, count: figureIn(report.figures, group, measure)?.n ?? 0 }));
  return counted.toSorted((a, b) => b.count - a.count || a.group.localeCompare(b.group)).slice(0, most);
}
