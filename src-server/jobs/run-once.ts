import { HOUR_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { withLock } from '../db/advisory-lock.ts';
import type { Pool } from '../db/pool.ts';

/** A job that is done once a night, whichever of the city's servers does it. */
export interface NightlyJob {
  readonly name: string;
  /** Returns what is worth remembering, free of personal text; throws when it failed. */
  readonly work: (signal: AbortSignal) => Promise<Record<string, unknown>>;
}

/** What became of a job's night: done by this call, or nothing to do here (done, failed a short while ago, or busy elsewhere), or failed. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly detail: Record<string, unknown> }
  | { readonly kind: 'nothingToDo' }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Turn {
  readonly pool: Pool;
  /** The night, as `nightlySlot` names it. */
  readonly slot: string;
  readonly now: () => UtcMs;
  readonly signal: AbortSignal;
  /** What is kept of a failure, for the health page: a code, never a message. */
  readonly failureCode: (error: unknown) => string;
}

/** A failed job is tried again after this long, until its night is over. */
const RETRY_AFTER_MS = HOUR_MS;

const SQL = {
  // This very night: a clock that was a year ahead for a night must not spare all the nights of that year.
  isDue: `SELECT NOT EXISTS (SELECT 1 FROM job_run WHERE job = $1 AND slot = $2
            AND (state = 'done' OR (state = 'failed' AND ended_at BETWEEN $3 AND $4))) AS "isDue"`,
  begin: `INSERT INTO job_run (job, slot, state, began_at) VALUES ($1, $2, 'running', $3)
          ON CONFLICT (job, slot) DO UPDATE SET state = 'running', began_at = excluded.began_at, ended_at = NULL, detail = NULL`,
  end: `UPDATE job_run SET state = $3, ended_at = $4, detail = $5 WHERE job = $1 AND slot = $2`,
  forget: 'DELETE FROM job_run WHERE ended_at < $1',
};
const FORGET_AFTER_MS = 400 * 24 * HOUR_MS;

/** Does the job unless its night has been done or another server is at it. Of a killed server the lock goes with its connection. */
export async function runOnce(job: NightlyJob, turn: Turn): Promise<RunOutcome> {
  const outcome = await withLock(turn.pool, `job ${job.name}`, () => runLocked(job, turn));
  return outcome.isHeldElsewhere ? { kind: 'nothingToDo' } : outcome.result;
}

async function runLocked({ name, work }: NightlyJob, { pool, slot, now, signal, failureCode }: Turn): Promise<RunOutcome> {
  const { rows } = await pool.query<{ isDue: boolean }>(SQL.isDue, [name, slot, now() - RETRY_AFTER_MS, now()]);
  if (rows[0]?.isDue !== true) return { kind: 'nothingToDo' };
  await pool.query(SQL.begin, [name, slot, now()]);
  try {
    const detail = await work(signal);
    await pool.query(SQL.end, [name, slot, 'done', now(), JSON.stringify(detail)]);
    await pool.query(SQL.forget, [now() - FORGET_AFTER_MS]);
    return { kind: 'done', detail };
  } catch (error) {
    await pool.query(SQL.end, [name, slot, 'failed', now(), JSON.stringify({ code: failureCode(error) })]);
    return { kind: 'failed', error };
  }
}
