import type { UtcMs } from '../../src-shared/util/time.ts';
import { withLock } from '../db/advisory-lock.ts';
import type { Pool } from '../db/pool.ts';
import type { Slot } from './slot.ts';

/** A job that is done once for each of its slots, whichever of the city's servers does it. */
export interface Job {
  /** Never changes: what was done is remembered under it. */
  readonly name: string;
  /**
   * Returns what is worth remembering, free of personal text; throws when it failed. A server may be killed at any moment of it, and
   * another one then does it again: it must be harmless to do twice.
   */
  readonly work: (signal: AbortSignal, slot: Slot) => Promise<Record<string, unknown>>;
}

/** A job that is the same whatever slot it is done for. */
export interface PlainJob extends Job {
  readonly work: (signal: AbortSignal) => Promise<Record<string, unknown>>;
}

/** What became of a job's slot: done by this call, or nothing to do here (done, failed a short while ago, or busy elsewhere), or failed. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly detail: Record<string, unknown> }
  | { readonly kind: 'nothingToDo' }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Turn {
  readonly pool: Pool;
  readonly slot: Slot;
  readonly now: () => UtcMs;
  readonly signal: AbortSignal;
  readonly retryAfterMs: number;
  readonly rememberMs: number;
  /** What is kept of a failure, for the health page: a code, never a message. */
  readonly failureCode: (error: unknown) => string;
}

const SQL = {
  // This very slot: a clock that was a year ahead for a night must not spare all the nights of that year.
  isDue: `SELECT NOT EXISTS (SELECT 1 FROM job_run WHERE job = $1 AND slot = $2
            AND (state = 'done' OR (state = 'failed' AND ended_at BETWEEN $3 AND $4))) AS "isDue"`,
  begin: `INSERT INTO job_run (job, slot, state, began_at) VALUES ($1, $2, 'running', $3)
          ON CONFLICT (job, slot) DO UPDATE SET state = 'running', began_at = excluded.began_at, ended_at = NULL, detail = NULL`,
  end: `UPDATE job_run SET state = $3, ended_at = $4, detail = $5 WHERE job = $1 AND slot = $2`,
  forget: 'DELETE FROM job_run WHERE job = $1 AND began_at < $2',
};

/** Does the job unless its slot has been done or another server is at it. Of a killed server the lock goes with its connection. */
export async function runOnce(job: Job, turn: Turn): Promise<RunOutcome> {
  const outcome = await withLock(turn.pool, `job ${job.name}`, () => runLocked(job, turn));
  return outcome.isHeldElsewhere ? { kind: 'nothingToDo' } : outcome.result;
}

async function runLocked({ name, work }: Job, { pool, slot, now, signal, retryAfterMs, rememberMs, failureCode }: Turn): Promise<RunOutcome> {
  const { rows } = await pool.query<{ isDue: boolean }>(SQL.isDue, [name, slot.key, now() - retryAfterMs, now()]);
  if (rows[0]?.isDue !== true) return { kind: 'nothingToDo' };
  await pool.query(SQL.begin, [name, slot.key, now()]);
  try {
    const detail = await work(signal, slot);
    await pool.query(SQL.end, [name, slot.key, 'done', now(), JSON.stringify(detail)]);
    await pool.query(SQL.forget, [name, now() - rememberMs]);
    return { kind: 'done', detail };
  } catch (error) {
    await pool.query(SQL.end, [name, slot.key, 'failed', now(), JSON.stringify({ code: failureCode(error) })]);
    return { kind: 'failed', error };
  }
}
