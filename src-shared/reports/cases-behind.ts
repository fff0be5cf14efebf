/** The cases behind a figure: the entries it was counted from, one line each, and no others. */
import { z } from 'zod';
import { Channel } from '../domain/case.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { CaseId, Code } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import { measuresOf } from './case-measures.ts';
import type { Counting, ReportQuestion } from './count-report.ts';
import { codeIn } from './figure-groups.ts';
import { type FigureName, groupOf } from './figure-key.ts';
import { MEASURES } from './measure.ts';
import { tellOccurrences } from './occurrences.ts';
import { periodUntil } from './report-month.ts';
import { isInScope } from './report-scope.ts';
import { openWorkingDays } from './working-days.ts';

/** One entry. A case that is counted twice has two. */
export const CaseBehind = z.object({
  caseId: CaseId,
  trackingNumber: TrackingNumber,
  serviceCode: Code,
  channel: Channel,
  /** The department it is counted under. */
  departmentCode: Code,
  /** When it happened; of what is counted at the end of the month, when the case was received or its promise was due. */
  at: UtcMs,
  isHit: z.boolean().optional(),
  elapsedMs: z.int().optional(),
  workingDays: z.int().optional(),
  rating: z.int().optional(),
});
export type CaseBehind = z.infer<typeof CaseBehind>;

export interface CasesBehindCount extends Counting {
  /** What should be looked at first comes first: the slowest, the missed, the lowest rated; else in order of time. */
  entries(): readonly CaseBehind[];
}

/** `question` is the one the figure was counted with. */
export function casesBehind({ month, measure, group }: FigureName, question: Omit<ReportQuestion, 'month' | 'wholeSince'>): CasesBehindCount {
  const { asOf, timeZone, calendar, reader } = question;
  const period = periodUntil(month, timeZone, asOf);
  const workingDays = openWorkingDays(calendar);
  const asked = groupOf(group);
  const found: CaseBehind[] = [];
  return {
    periods: period === null ? [] : [period],
    add(current) {
      if (period === null || !reader.mayCount(current)) return;
      const measures = measuresOf(current, asOf);
      const { caseId, trackingNumber, serviceCode, channel } = measures;
      tellOccurrences(measures, period, workingDays, (occurrence) => {
        const { measure: counted, ...entry } = occurrence;
        const isOfGroup = asked === null || codeIn(asked.grouping, measures, occurrence) === asked.code;
        if (counted === measure && isOfGroup && isInScope(reader.scope, occurrence.departmentCode)) found.push({ caseId, trackingNumber, serviceCode, channel, ...entry });
      });
    },
    entries: () => found.toSorted(IN_ORDER[MEASURES[measure].shape]),
  };
}

const byTime = (a: CaseBehind, b: CaseBehind): number => a.at - b.at || a.caseId.localeCompare(b.caseId);
const IN_ORDER: Record<(typeof MEASURES)[FigureName['measure']]['shape'], (a: CaseBehind, b: CaseBehind) => number> = {
  count: byTime,
  share: (a, b) => Number(a.isHit) - Number(b.isHit) || byTime(a, b),
  time: (a, b) => (b.elapsedMs ?? 0) - (a.elapsedMs ?? 0) || byTime(a, b),
  rating: (a, b) => (a.rating ?? 0) - (b.rating ?? 0) || byTime(a, b),
};
