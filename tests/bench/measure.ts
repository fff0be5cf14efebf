import { loadavg } from 'node:os';

/** One line of the table: what was done, how long it took, and the limit it is divided by, measured in the same run. */
export interface BenchRow {
  readonly measure: string;
  readonly work: string;
  readonly unit: 'ms' | 'MB';
  readonly p50: number;
  readonly p95: number;
  /** What the machine needs for the same at the least. */
  readonly limit: string;
  readonly limitValue: number;
  /** p50 over the limit. */
  readonly ratio: number;
  /** The ratio we have promised; null where there is only a figure. */
  readonly goal: number | null;
  /** What else was seen, by name; printed below the table. */
  readonly beside?: Readonly<Record<string, number>>;
  /** How many programs wanted a processor when the row was done, on average over a minute. More than this machine has: measure again. */
  readonly load?: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('percentile of nothing');
  return value;
}

/** Milliseconds of each of `times` runs, after a tenth as many to warm up. */
export async function timesOf(times: number, work: (index: number) => void | Promise<void>): Promise<readonly number[]> {
  const warmUp = Math.ceil(times / 10);
  const measured: number[] = [];
  for (let index = 0; index < warmUp + times; index += 1) {
    const start = performance.now();
    await work(index);
    if (index >= warmUp) measured.push(performance.now() - start);
  }
  return measured;
}

export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export type What = Pick<BenchRow, 'measure' | 'work' | 'limit' | 'goal' | 'beside'> & { readonly unit?: BenchRow['unit'] };

export function row(what: What, measured: readonly number[], limits: readonly number[]): BenchRow {
  const limitValue = percentile(limits, 0.5);
  const p50 = percentile(measured, 0.5);
  return { unit: 'ms', ...what, p50, p95: percentile(measured, 0.95), limitValue, ratio: p50 / limitValue, load: loadavg()[0] ?? 0 };
}
