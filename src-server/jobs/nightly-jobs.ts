import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { BackupProblem, codeOf } from '../backup/backup-problem.ts';
import { safeError } from '../log.ts';
import { nightlySlot } from './nightly-slot.ts';
import { type NightlyJob, runOnce } from './run-once.ts';

export interface NightlyOptions {
  /** In this order; one that fails does not keep the next from running. */
  readonly jobs: readonly NightlyJob[];
  /** Of the city's day. */
  readonly hour: number;
  /** Workstations that waited for this server come first, before what was missed is caught up. */
  readonly firstTurnAfterMs?: number;
}

/** The night's work of one server; every server of a city has one, and each job is done by one of them. */
export interface NightlyJobs {
  /** Gives up what is running, in good order, and waits for it. */
  stop(): Promise<void>;
}

type NightlyDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues'>;

const FIRST_TURN_AFTER_MS = 5 * MINUTE_MS;
const TURN_EVERY_MS = MINUTE_MS;

/**
 * Looks once a minute whether the jobs of the last night have been done, by anyone, and does those that have not: at their
 * hour, or some minutes after the start of a server that was off at their hour.
 */
export function startNightlyJobs(deps: NightlyDeps, options: NightlyOptions): NightlyJobs {
  const stopping = new AbortController();
  const running = keepTurning(deps, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepTurning(deps: NightlyDeps, options: NightlyOptions, signal: AbortSignal): Promise<void> {
  for (let pauseMs = options.firstTurnAfterMs ?? FIRST_TURN_AFTER_MS; !signal.aborted; pauseMs = TURN_EVERY_MS) {
    await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
    if (!signal.aborted) await turn(deps, options, signal);
  }
}

/** One look at every job. Never throws: what went wrong is in the log, and the next turn comes. */
export async function turn(deps: NightlyDeps, { jobs, hour }: Pick<NightlyOptions, 'jobs' | 'hour'>, signal: AbortSignal): Promise<void> {
  const { pool, log, now } = deps;
  for (const job of jobs) {
    if (signal.aborted) return;
    try {
      const slot = nightlySlot(now(), await cityTimeZone(deps), hour);
      const outcome = await runOnce(job, { pool, slot, now, signal, failureCode });
      if (outcome.kind === 'done') log.info({ job: job.name, slot, ...outcome.detail }, 'nightly job done');
      if (outcome.kind === 'failed') log.error({ job: job.name, slot, reason: failureCode(outcome.error), error: safeError(outcome.error) }, 'nightly job failed; it is tried again in an hour');
    } catch (error) {
      log.warn({ job: job.name, error: safeError(error) }, 'the database could not be asked about a nightly job');
    }
  }
}

/** The night of a server that nobody has set up yet is its computer's. */
async function cityTimeZone({ catalogues, pool }: NightlyDeps): Promise<string> {
  const catalogue = await catalogues.newest(pool);
  return catalogue?.city.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function failureCode(error: unknown): string {
  return error instanceof BackupProblem ? error.code : (codeOf(error) ?? 'unexpected');
}
