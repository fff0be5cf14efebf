import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { Pool } from '../../db/pool.ts';

/** What each part of the compaction works with. */
export interface CompactionWork {
  readonly pool: Pool;
  readonly now: UtcMs;
  readonly signal: AbortSignal;
}

/** Small enough that nobody waits for its locks. */
export const BATCH_ROWS = 1_000;

/** Repeats a step, each time in a transaction of its own, until it finds nothing more; returns how many rows it did in all. */
export async function inBatches(signal: AbortSignal, step: () => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    signal.throwIfAborted();
    const done = await step();
    if (done === 0) return total;
    total += done;
  }
}
