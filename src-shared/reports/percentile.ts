/**
 * The nearest-rank percentile: the smallest of the values that at least `percent` of a hundred of them do not exceed. It is
 * always the value of a real case, so that the list behind a figure has a line that shows it; the median is the 50th.
 *
 * `sorted` ascending. Null when there are none.
 */
export function percentile(sorted: readonly number[], percent: number): number | null {
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(rank, 1) - 1] ?? null;
}
