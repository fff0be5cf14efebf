/**
 * The worker that brings waiting receipts to paper, one at a time, oldest first.
 *
 * It tries again by itself for as long as nothing was sent, and never otherwise (transition.ts). Clock, printer and layout are
 * passed in; what is on disk decides, so a new worker over the same database goes on where the last one was stopped.
 */
import type { PrinterTarget } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { assert } from '../../src-shared/util/assert.ts';
import { HOUR_MS, SECOND_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { WriteDb } from '../db/database.ts';
import { applyEvent, nextWaitingJob, type SpoolJob, storedReceipt, unsettledJobs } from './job-store.ts';
import { SpoolPaper } from './spool-paper.ts';
import type { SendOutcome, SendReceipt } from './send-outcome.ts';
import type { SpoolEvent } from './transition.ts';

export interface SpoolClock {
  now(): UtcMs;
  /** Runs `work` once, later. Returns how to call it off. */
  after(delayMs: number, work: () => void): () => void;
}

export interface SpoolOptions {
  readonly db: WriteDb;
  readonly clock: SpoolClock;
  /** The printer as it is set up now; asked before each receipt. */
  readonly target: () => PrinterTarget;
  /** Bytes of one receipt or form for the printer as it is set up now. */
  readonly layOut: (paper: SpoolPaper) => Uint8Array;
  readonly send: SendReceipt;
  /** Told of each receipt that was under way when the last process ended: what a queue of the system still has of it is taken back. */
  readonly takeBack?: (jobId: string) => void;
  /** Some job has changed: screens ask again. */
  readonly onChange: () => void;
  /** Gets faults that a developer has to see; never what a receipt says. */
  readonly log: (line: string) => void;
}

export interface Spool {
  /** Call once, before anything else: what was under way when the last process ended now needs a look. */
  start(): void;
  /** Something was queued, or the printer was set up anew: try at once. */
  wake(): void;
  /** A person has looked: print it again after all, or leave it. False when the job is not one to decide on. */
  settle(jobId: string, action: 'printAgain' | 'leave'): boolean;
  /** Does something else with the printer, such as a test page, while no receipt is on its way; receipts wait for it. Null: one is on its way. */
  aside<T>(work: () => Promise<T>): Promise<T> | null;
  /** Starts nothing more, and resolves when the receipt under way has ended. */
  stop(): Promise<void>;
}

const RETRY_DELAYS_MS: readonly number[] = [1, 2, 4, 8, 15].map((seconds) => seconds * SECOND_MS);
/** A receipt that nobody could print for this long is not printed by itself any more: the citizen has gone home. */
export const MAX_WAIT_MS = 12 * HOUR_MS;

export function createSpool(options: SpoolOptions): Spool {
  const { db, clock, onChange } = options;
  let isStopped = false;
  let running: Promise<void> | null = null;
  let isWokenMeanwhile = false;
  let failures = 0;
  let cancelRetry = (): void => undefined;

  /** False when the event came too late for this job. */
  function apply(jobId: string, event: SpoolEvent): boolean {
    const isApplied = applyEvent(db, jobId, event, clock.now()) !== null;
    if (isApplied) onChange();
    return isApplied;
  }

  /** Prints what it can; leaves a timer behind when the printer is not ready. */
  async function run(): Promise<void> {
    for (let job = nextWaitingJob(db); job && !isStopped; job = nextWaitingJob(db)) {
      if (clock.now() - job.waitingSince > MAX_WAIT_MS) apply(job.jobId, { kind: 'waitedTooLong' });
      else if (await attempt(job)) failures = 0;
      else if (!isWokenMeanwhile) return retryLater();
      isWokenMeanwhile = false;
    }
  }

  function retryLater(): void {
    const delayMs = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)] ?? SECOND_MS;
    failures += 1;
    if (!isStopped) cancelRetry = clock.after(delayMs, wake);
  }

  /** True when this job is dealt with, one way or the other; false when the printer was not ready for it. */
  async function attempt(job: SpoolJob): Promise<boolean> {
    const bytes = bytesOf(job);
    if (!bytes) {
      apply(job.jobId, { kind: 'notReadable' });
      return true;
    }
    const outcome = await sendSafely(job.jobId, bytes);
    if (outcome.outcome === 'withdrawn') return true;
    assert(apply(job.jobId, eventOf(outcome)), 'a sender says so before its first byte');
    return outcome.outcome !== 'notSent';
  }

  async function sendSafely(jobId: string, bytes: Uint8Array): Promise<SendOutcome> {
    let hasStarted = false;
    const beforeFirstByte = (): boolean => {
      hasStarted = apply(jobId, { kind: 'sendingStarted' });
      return hasStarted;
    };
    try {
      return await options.send(options.target(), bytes, beforeFirstByte, jobId);
    } catch (error) {
      options.log(`spool: sending a receipt failed: ${String(error)}`);
      return hasStarted ? { outcome: 'unknown', problem: 'stopped' } : { outcome: 'notSent', problem: 'cannotOpen' };
    }
  }

  function bytesOf(job: SpoolJob): Uint8Array | null {
    try {
      return options.layOut(SpoolPaper.parse(storedReceipt(db, job.jobId)));
    } catch (error) {
      options.log(`spool: job ${job.jobId} cannot be laid out: ${error instanceof Error ? error.name : 'unknown fault'}`);
      return null;
    }
  }

  function wake(): void {
    cancelRetry();
    isWokenMeanwhile = true;
    if (isStopped || running) return;
    isWokenMeanwhile = false;
    running = run().finally(() => {
      running = null;
      if (isWokenMeanwhile) wake(); // woken after the last look for a waiting job
    });
  }

  return {
    start() {
      const interrupted = unsettledJobs(db).filter((job) => job.state === 'printing');
      for (const job of interrupted) {
        apply(job.jobId, { kind: 'restarted' });
        options.takeBack?.(job.jobId);
      }
      wake();
    },
    wake() {
      failures = 0;
      wake();
    },
    settle(jobId, action) {
      const isDone = apply(jobId, { kind: action });
      if (isDone) wake();
      return isDone;
    },
    aside(work) {
      if (isStopped || running) return null;
      const done = work();
      const over = (): void => undefined;
      running = done.then(over, over).finally(() => {
        running = null;
        if (isWokenMeanwhile) wake(); // a receipt was queued, or its time came
      });
      return done;
    },
    async stop() {
      isStopped = true;
      cancelRetry();
      await running;
    },
  };
}

function eventOf(outcome: Exclude<SendOutcome, { outcome: 'withdrawn' }>): SpoolEvent {
  switch (outcome.outcome) {
    case 'printed':
      return { kind: 'allPrinted' };
    case 'notSent':
      return { kind: 'notSent', problem: outcome.problem };
    case 'unknown':
      return { kind: 'outcomeUnknown', problem: outcome.problem };
    default:
      return unreachable(outcome);
  }
}
