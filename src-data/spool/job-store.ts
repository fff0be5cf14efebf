import type { PrintJobRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { SpoolPaper } from './spool-paper.ts';
import { problemSentence, type SpoolProblem } from './spool-problem.ts';
import { isSettled, type SpoolEvent, type SpoolState, transition } from './transition.ts';

const RECENTLY_PRINTED = 10;
/** How ids of jobs begin that print a paper form: its number was not on a receipt yet. */
export const FORM_JOB = 'form.';

export interface SpoolJob {
  readonly jobId: string;
  readonly trackingNumber: TrackingNumber;
  readonly copyNumber: number;
  readonly state: SpoolState;
  readonly problem: SpoolProblem | null;
  readonly queuedAt: UtcMs;
  /** When it was queued, or when a person last asked for it to be printed again. */
  readonly waitingSince: UtcMs;
}

const JOB_COLUMNS = `job_id AS jobId, tracking_number AS trackingNumber, copy_number AS copyNumber, state, problem,
  queued_at AS queuedAt, waiting_since AS waitingSince`;
const UNSETTLED = `state IN ('waiting', 'printing', 'needsLook')`;

const SQL = {
  insert: `INSERT INTO spool_job
      (job_id, tracking_number, copy_number, receipt, state, queued_at, waiting_since, changed_at)
    VALUES (:jobId, :trackingNumber, :copyNumber, :receipt, 'waiting', :now, :now, :now)
    ON CONFLICT (job_id) DO NOTHING`,
  byId: `SELECT ${JOB_COLUMNS} FROM spool_job WHERE job_id = :jobId`,
  unsettled: `SELECT ${JOB_COLUMNS} FROM spool_job WHERE ${UNSETTLED} ORDER BY job_key`,
  lastPrinted: `SELECT ${JOB_COLUMNS} FROM spool_job WHERE state = 'printed' ORDER BY job_key DESC LIMIT ${RECENTLY_PRINTED}`,
  nextWaiting: `SELECT ${JOB_COLUMNS} FROM spool_job WHERE ${UNSETTLED} AND state = 'waiting' ORDER BY job_key LIMIT 1`,
  receipt: `SELECT receipt FROM spool_job WHERE job_id = :jobId`,
  lastCopy: `SELECT max(copy_number) AS last FROM spool_job WHERE tracking_number = :trackingNumber AND job_id NOT GLOB '${FORM_JOB}*'`,
  change: `UPDATE spool_job SET state = :state, problem = :problem, changed_at = :now,
      waiting_since = CASE WHEN :isAskedAgain THEN :now ELSE waiting_since END,
      receipt = CASE WHEN :isSettled THEN NULL ELSE receipt END
    WHERE job_id = :jobId`,
} as const;

/** Queues one receipt, or a form (`jobId` begins with `FORM_JOB`); joins the caller's transaction. The same `jobId` twice is queued once. */
export function queueReceipt(db: WriteDb, job: { readonly jobId: string; readonly receipt: SpoolPaper; readonly now: UtcMs }): void {
  const { jobId, receipt, now } = job;
  const { trackingNumber, copyNumber } = receipt;
  db.write(SQL.insert).run({ jobId, trackingNumber, copyNumber, receipt: JSON.stringify(receipt), now });
}

/** `copyNumber` for the next print of a number on this workstation: 0 when it was never queued here. */
export function nextCopyNumber(db: ReadDb, trackingNumber: TrackingNumber): number {
  const row = db.query<object, { last: number | null }>(SQL.lastCopy).get({ trackingNumber });
  return row?.last == null ? 0 : row.last + 1;
}

/** Jobs that are waiting, printing or need a look, oldest first. */
export function unsettledJobs(db: ReadDb): readonly SpoolJob[] {
  return db.query<object, SpoolJob>(SQL.unsettled).all({});
}

/** What a screen lists: unsettled jobs, oldest first, then the last few that were printed, newest first. */
export function printJobRows(db: ReadDb): readonly PrintJobRow[] {
  const printed = db.query<object, SpoolJob>(SQL.lastPrinted).all({});
  return [...unsettledJobs(db), ...printed].flatMap((job) => (job.state === 'left' ? [] : [{ ...rowOf(job), state: job.state }]));
}

/** The waiting job that was queued first, or null. */
export function nextWaitingJob(db: ReadDb): SpoolJob | null {
  return db.query<object, SpoolJob>(SQL.nextWaiting).get({}) ?? null;
}

/** The receipt as it was queued, not yet parsed; null when the job is settled or unknown. */
export function storedReceipt(db: ReadDb, jobId: string): unknown {
  const text = db.query<object, { receipt: string | null }>(SQL.receipt).get({ jobId })?.receipt ?? null;
  return text === null ? null : (JSON.parse(text) as unknown);
}

/**
 * Applies one event to one job, in one transaction that is on disk when this returns.
 *
 * Null when there is no such job, or the event means nothing in its state (transition.ts). Writes only what differs: a printer that
 * stays off costs no disk writes.
 */
export function applyEvent(db: WriteDb, jobId: string, event: SpoolEvent, now: UtcMs): SpoolJob | null {
  return db.transaction(() => {
    const job = db.query<object, SpoolJob>(SQL.byId).get({ jobId });
    const next = job ? transition(job, event) : null;
    if (!job || !next) return null;
    if (next.state === job.state && next.problem === job.problem) return job;
    db.write(SQL.change).run({
      jobId,
      now,
      ...next,
      isAskedAgain: event.kind === 'printAgain' ? 1 : 0,
      isSettled: isSettled(next.state) ? 1 : 0,
    });
    return { ...job, ...next };
  });
}

function rowOf(job: SpoolJob): Omit<PrintJobRow, 'state'> {
  const { jobId, trackingNumber, queuedAt, problem, copyNumber } = job;
  return { jobId, trackingNumber, queuedAt, problem: problem && problemSentence(problem), isReprint: copyNumber > 0, isForm: jobId.startsWith(FORM_JOB) };
}
