import { z } from 'zod';
import { MEASURES, type MeasureKey } from './measure.ts';
import type { Occurrence } from './occurrences.ts';
import { percentile } from './percentile.ts';

/** One figure of a report: what its measure's shape says, and always how many entries are behind it. */
export const Figure = z.object({
  /** Entries behind the figure: of a share all of whom it is a share, of a time or a rating all that were measured. */
  n: z.int().min(0),
  /** Share: how many of them did. */
  hits: z.int().min(0).optional(),
  /** Rating: the sum of all; the mean is this by `n`. */
  sum: z.int().min(0).optional(),
  /** Time: nearest-rank percentiles, in ms and in business days. */
  times: z.object({ medianMs: z.int(), p90Ms: z.int(), medianDays: z.int(), p90Days: z.int() }).optional(),
});
export type Figure = z.infer<typeof Figure>;

export interface Tally {
  add(occurrence: Occurrence): void;
  figure(): Figure;
}

/** Adds up one figure. Of times every value is kept: a percentile of part of them would be another one. */
export function createTally(measure: MeasureKey): Tally {
  const { shape } = MEASURES[measure];
  const elapsed: number[] = [];
  const days: number[] = [];
  let n = 0;
  let hits = 0;
  let sum = 0;
  return {
    add({ isHit, elapsedMs, workingDays, rating }) {
      n += 1;
      if (isHit === true) hits += 1;
      if (rating !== undefined) sum += rating;
      if (elapsedMs !== undefined) elapsed.push(elapsedMs);
      if (workingDays !== undefined) days.push(workingDays);
    },
    figure() {
      if (shape === 'share') return { n, hits };
      if (shape === 'rating') return { n, sum };
      if (shape === 'count') return { n };
      return { n, times: timesOf(elapsed, days) };
    },
  };
}

function timesOf(elapsed: readonly number[], days: readonly number[]): Figure['times'] {
  const [ms, working] = [elapsed, days].map((values) => values.toSorted((a, b) => a - b));
  const at = (values: readonly number[] | undefined, percent: number): number => percentile(values ?? [], percent) ?? 0;
  return { medianMs: at(ms, 50), p90Ms: at(ms, 90), medianDays: at(working, 50), p90Days: at(working, 90) };
}

/** What a figure is where nothing was counted. */
export function emptyFigure(measure: MeasureKey): Figure {
  return createTally(measure).figure();
}
