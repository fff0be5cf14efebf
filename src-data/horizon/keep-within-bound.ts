import { setTimeout as pause } from 'node:timers/promises';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { readHorizon } from './horizon.ts';
import { pruneClosed, usedBytes } from './prune-closed.ts';

export interface KeepWithinBoundOptions {
  readonly db: WriteDb;
  /** The server's clock as last heard, 0 when never: this computer's may be years ahead, and would take every closed case away. */
  readonly now: () => UtcMs;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  /** Cases are gone from here. */
  readonly onGone: () => void;
}

/** Between two batches the window gets its turn. */
const PAUSE_MS = 20;

/** Prunes once a day, and within the hour when room is short; begins a little after the start. Returns how to stop. */
export function keepWithinBound({ db, now, log, onGone }: KeepWithinBoundOptions): () => Promise<void> {
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    try {
      const pruned = await pruneClosed({ db, now: now(), breathe: () => pause(PAUSE_MS, undefined, { signal: ending.signal }) });
      if (pruned.byHorizon + pruned.forRoom === 0) return;
      log('closed cases let go of', { ...pruned });
      onGone();
    } catch (error) {
      if (!ending.signal.aborted) log('pruning failed', { problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const look = (): void => {
    if (now() === 0) return;
    const { prunedAt, boundBytes } = readHorizon(db);
    const isDue = prunedAt === null || now() - prunedAt >= DAY_MS || usedBytes(db) > boundBytes;
    if (isDue && running === null) running = run().finally(() => (running = null));
  };
  const [soon, hourly] = [setTimeout(look, MINUTE_MS), setInterval(look, HOUR_MS)];
  soon.unref();
  hourly.unref();
  return async () => {
    clearTimeout(soon);
    clearInterval(hourly);
    ending.abort();
    await running;
  };
}
