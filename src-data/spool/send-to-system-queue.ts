/**
 * Hands one receipt to a queue of the computer's print service, raw, and follows the job until the service says how it ended.
 *
 * The job has a name of its own. When the answer to handing it over is lost, the service is asked whether it has a job of that name,
 * and never given it a second time. A job that does not get on in time is taken back, so that it does not print in the night; so is one that
 * the service began before it ended, since it would begin it anew.
 */
import { createPrintService, JOB_STATES, type PrintService, PRINTER_STOPPED } from './ipp/print-service.ts';
import type { BeforeFirstByte, SendOutcome } from './send-outcome.ts';
import type { WaitProblem } from './spool-problem.ts';

export interface QueueLimits {
  /** How long a job may take, a restart of the service included. */
  readonly jobMs: number;
  readonly everyMs: number;
}

const LIMITS: QueueLimits = { jobMs: 60_000, everyMs: 250 };

/** Keywords of `printer-state-reasons` (RFC 8011, 5.4.12) without their severity. A job that is still being tried has others. */
const REASONS: Readonly<Record<string, WaitProblem>> = { 'media-empty': 'paperOut', 'media-needed': 'paperOut', 'cover-open': 'coverOpen', 'door-open': 'coverOpen', 'media-jam': 'printerFault', offline: 'offline', shutdown: 'offline', paused: 'queueStopped' };

export interface QueueJob {
  readonly queue: string;
  /** Of this receipt in the spool; the same when it is printed again. */
  readonly jobId: string;
}

/** What keeps a queue from printing; null when nothing does. */
export async function problemOfQueue(service: PrintService, queue: string): Promise<WaitProblem | null> {
  const standing = await service.queue(queue);
  if (standing === null) return 'noPrintService';
  if (standing === 'gone') return 'queueGone';
  const known = standing.reasons.map((reason) => REASONS[reason.replace(/-(error|warning|report)$/, '')]).find((problem) => problem !== undefined);
  if (known !== undefined) return known;
  return standing.state === PRINTER_STOPPED || !standing.isAccepting ? 'queueStopped' : null;
}

/** Resolves within `limits.jobMs` and the service's own time to answer. */
export async function sendToSystemQueue(
  { queue, jobId }: QueueJob,
  bytes: Uint8Array,
  beforeFirstByte: BeforeFirstByte,
  { service = createPrintService(), limits = LIMITS }: { readonly service?: PrintService; readonly limits?: QueueLimits } = {},
): Promise<SendOutcome> {
  const problem = await problemOfQueue(service, queue);
  if (problem !== null) return { outcome: 'notSent', problem };
  const jobName = nameOf(jobId);
  if (!(await takeBackEarlier(service, queue, jobName))) return { outcome: 'notSent', problem: 'noPrintService' };
  if (!beforeFirstByte()) return { outcome: 'withdrawn' };
  const until = performance.now() + limits.jobMs;
  const before = await lastId(service, queue, jobName);
  const handed = await service.printRaw(queue, jobName, bytes);
  if (handed === 'refused') return { outcome: 'unknown', problem: 'queueRefused' };
  const id = handed ?? (await askForJob(service, { queue, jobName, before, until, everyMs: limits.everyMs }));
  return id === null ? { outcome: 'unknown', problem: 'connectionLost' } : follow(service, { queue, id, until, everyMs: limits.everyMs });
}

/** Portreeve ended while the queue had this receipt. What is left of it there is taken back: from now on a person decides. */
export async function takeBackFromQueue({ queue, jobId }: QueueJob, service: PrintService = createPrintService()): Promise<void> {
  await takeBackEarlier(service, queue, nameOf(jobId));
}

function nameOf(jobId: string): string {
  return `Portreeve ${jobId}`;
}

/** A person wants it printed again: what is left of the time before must not come out beside it. */
async function takeBackEarlier(service: PrintService, queue: string, jobName: string): Promise<boolean> {
  const earlier = await service.findJob(queue, jobName);
  if (earlier === null) return false;
  if (earlier !== 'none' && earlier.state < JOB_STATES.cancelled) await service.cancel(queue, earlier.id);
  return true;
}

async function lastId(service: PrintService, queue: string, jobName: string): Promise<number> {
  const earlier = await service.findJob(queue, jobName);
  return earlier === null || earlier === 'none' ? 0 : earlier.id;
}

interface Asked {
  readonly queue: string;
  readonly jobName: string;
  readonly before: number;
  readonly until: number;
  readonly everyMs: number;
}

/** The answer was lost: the service, once it answers again, knows whether it has the job. Null: it has none, or never answered. */
async function askForJob(service: PrintService, { queue, jobName, before, until, everyMs }: Asked): Promise<number | null> {
  while (performance.now() < until) {
    const found = await service.findJob(queue, jobName);
    if (found === 'none') return null;
    if (found !== null) return found.id > before ? found.id : null;
    await pause(everyMs);
  }
  return null;
}

async function follow(service: PrintService, { queue, id, until, everyMs }: { readonly queue: string; readonly id: number; readonly until: number; readonly everyMs: number }): Promise<SendOutcome> {
  let begunAt = 0;
  let wasAway = false;
  let job = await service.job(queue, id);
  while (performance.now() < until && !isOver(job?.state)) {
    if (job !== null && begunAt > 0 && (wasAway || isBegunAnew(job, begunAt))) break;
    if (job === null) wasAway = begunAt > 0;
    else if (job.state >= JOB_STATES.processing) begunAt = Math.max(1, job.begunAt);
    await pause(everyMs);
    job = await service.job(queue, id);
  }
  return outcomeOf(isOver(job?.state) ? (job?.state ?? null) : await takeBack(service, queue, id), begunAt > 0);
}

/** A service that ended in the middle of a job begins it anew: that would be a second print by itself. */
function isBegunAnew(job: { readonly state: number; readonly begunAt: number }, begunAt: number): boolean {
  return job.state < JOB_STATES.processing || (job.begunAt > 0 && begunAt > 1 && job.begunAt !== begunAt);
}

/** Not to be printed any more. Null when it was not over: `completed` when it got through all the same. */
async function takeBack(service: PrintService, queue: string, id: number): Promise<number | 'takenBack' | null> {
  await service.cancel(queue, id);
  const after = await service.job(queue, id);
  return after === null ? null : after.state === JOB_STATES.completed ? after.state : 'takenBack';
}

function outcomeOf(end: number | 'takenBack' | null, hasBegun: boolean): SendOutcome {
  if (end === JOB_STATES.completed) return { outcome: 'printed' };
  if (end === null) return { outcome: 'unknown', problem: 'noAnswer' };
  if (end === 'takenBack') return { outcome: 'unknown', problem: hasBegun ? 'queueStuck' : 'queueHeld' };
  return { outcome: 'unknown', problem: end === JOB_STATES.cancelled ? 'queueCancelled' : 'queueAborted' };
}

function isOver(state: number | undefined): boolean {
  return state !== undefined && state >= JOB_STATES.cancelled;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
