import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { BackupProblem } from '../backup/backup-problem.ts';
import { safeError } from '../log.ts';
import { codeOf } from '../util/code-of.ts';
import { type Job, runOnce } from './run-once.ts';
import { EVERY_MINUTE, type Schedule } from './schedule.ts';

export interface ScheduledJob extends Job {
  readonly schedule: Schedule;
}

export interface JobsOptions {
  /** In this order, one after the other; one that fails does not keep the next from running. */
  readonly jobs: readonly ScheduledJob[];
  /** Workstations that waited for this server come first, before what was missed is caught up. */
  readonly firstTurnAfterMs?: number;
}

/** A line of jobs of one server; every server of a city has the same, and each slot of each job is done by one of them. */
export interface Jobs {
  /** Gives up what is running, in good order, and waits for it. */
  stop(): Promise<void>;
}

type JobDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues'>;

const FIRST_TURN_AFTER_MS = 5 * MINUTE_MS;

/**
 * Looks at every full minute whether the jobs that are due have been done, by anyone, and does those that have not: at their time, or some
 * minutes after the start of a server that was off then.
 *
 * Jobs that must not wait for each other go into lines of their own: a backup takes minutes.
 */
export function startJobs(deps: JobDeps, { jobs, firstTurnAfterMs = FIRST_TURN_AFTER_MS }: JobsOptions): Jobs {
  const stopping = new AbortController();
  const running = keepTurning(deps, { jobs, firstTurnAfterMs }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepTurning(deps: JobDeps, { jobs, firstTurnAfterMs }: Required<JobsOptions>, signal: AbortSignal): Promise<void> {
  for (let pauseMs = firstTurnAfterMs; !signal.aborted; pauseMs = MINUTE_MS - (deps.now() % MINUTE_MS)) {
    await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
    if (!signal.aborted) await turn(deps, jobs, signal);
  }
}

/** One look at every job. Never throws: what went wrong is in the log, and the next turn comes. */
export async function turn(deps: JobDeps, jobs: readonly ScheduledJob[], signal: AbortSignal): Promise<void> {
  for (const job of jobs) {
    if (signal.aborted) return;
    try {
      await lookAt(deps, job, signal);
    } catch (error) {
      deps.log.warn({ job: job.name, error: safeError(error) }, 'the database could not be asked about a job');
    }
  }
}

async function lookAt({ pool, log, now, catalogues }: JobDeps, job: ScheduledJob, signal: AbortSignal): Promise<void> {
  const { schedule, name } = job;
  const slot = schedule.slotAt(now(), await catalogues.newest(pool));
  if (slot === null) return;
  const { retryAfterMs, rememberMs } = schedule;
  const outcome = await runOnce(job, { pool, slot, now, signal, retryAfterMs, rememberMs, failureCode });
  const line = { job: name, schedule: schedule.name, slot: slot.key };
  if (outcome.kind === 'done') log[schedule === EVERY_MINUTE ? 'debug' : 'info']({ ...line, ...outcome.detail }, 'job done');
  if (outcome.kind === 'failed') log.error({ ...line, reason: failureCode(outcome.error), error: safeError(outcome.error) }, 'job failed; it is tried again');
}

function failureCode(error: unknown): string {
  return error instanceof BackupProblem ? error.code : (codeOf(error) ?? 'unexpected');
}
