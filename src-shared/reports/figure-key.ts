/** Names of figures: `2026-10/closed/department:WATER`. Whoever has a figure's name can ask for the cases behind it. */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { MEASURE_KEYS, type MeasureKey } from './measure.ts';
import { ReportMonth } from './report-month.ts';

export const GROUPINGS = ['department', 'service', 'channel'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** `all`, or one department, service or channel: `service:POTHOLE`. */
export const GroupKey = z.string().regex(/^(all|(department|service|channel):[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/, { error: () => t`A group is all, or department:CODE, service:CODE, channel:CODE` });
export type GroupKey = z.infer<typeof GroupKey>;
export const WHOLE: GroupKey = 'all';

export function groupKey(grouping: Grouping, code: string): GroupKey {
  return `${grouping}:${code}`;
}

/** Null for `all`. */
export function groupOf(key: GroupKey): { readonly grouping: Grouping; readonly code: string } | null {
  const [grouping, code] = key.split(':');
  const known = GROUPINGS.find((one) => one === grouping);
  return known === undefined || code === undefined ? null : { grouping: known, code };
}

export interface FigureName {
  readonly month: ReportMonth;
  readonly measure: MeasureKey;
  readonly group: GroupKey;
}

export function figureKey({ month, measure, group }: FigureName): string {
  return `${month}/${measure}/${group}`;
}

/** As it stands in a request; refuses what no report has. */
export const FigureKey = z.string().max(120).transform((text, context): FigureName => {
  const [month, measure, group, ...rest] = text.split('/');
  const parsed = z.object({ month: ReportMonth, measure: z.enum(MEASURE_KEYS), group: GroupKey }).safeParse({ month, measure, group });
  if (parsed.success && rest.length === 0) return parsed.data;
  context.addIssue(t`A figure looks like 2026-10/closed/all`);
  return z.NEVER;
});
