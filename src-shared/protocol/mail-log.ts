/**
 * The mail log: what the server has sent, to whom and what came of it, for administrators and the City Manager's office; what was sent
 * about one case, for everybody who may see the case.
 *
 * Asked for at a workstation where the person has signed in with the server's own check; addresses come masked.
 */
import { z } from 'zod';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

export const MAIL_LOG_PAGE = 50;
export const MAX_RETRIES_AT_ONCE = 200;

/** The states of a message; what each means is at `MessageState` of src-server/mail/message.ts. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'givenUp', 'suppressed'] as const;
export const MailState = z.enum(MAIL_STATES);
export type MailState = z.infer<typeof MailState>;

/** Query of GET /mail/v1/log. */
export const MailLogQuery = z.object({
  /** Who is signed in. */
  staff: StaffId,
  /** `next` of the page before; left out: the newest. */
  before: z.string().max(100).optional(),
  /** `problems`: what somebody should look at. `waiting`: what is still to be sent. Left out: everything. */
  only: z.enum(['problems', 'waiting']).optional(),
  /** Only what is about the case that has this number now. */
  number: TrackingNumber.optional(),
});
export type MailLogQuery = z.infer<typeof MailLogQuery>;

export const MailLogEntry = z.object({
  id: z.uuid(),
  at: UtcMs,
  /** The kind of event: `dailyList`, `caseClosed`. */
  event: z.string(),
  /** Set when a member of staff is told. */
  staffId: z.string().nullable(),
  /** Masked. */
  to: z.string(),
  method: z.enum(['email', 'text', 'push']),
  state: MailState,
  tries: z.int(),
  sentAt: UtcMs.nullable(),
  /** When it is tried again; null when it is not. */
  nextTryAt: UtcMs.nullable(),
  /** What went wrong and what to do, in a sentence. */
  problem: z.string().nullable(),
  /** Of the case it is about, for somebody who may see that. */
  trackingNumber: z.string().nullable(),
  mayRetry: z.boolean(),
  /** The fact `correspondenceSent` that it is the sending of; null: of none. Left out by an older server. */
  factId: z.string().nullable().default(null),
  /** Who had it sent again last. */
  retriedBy: z.string().nullable(),
});
export type MailLogEntry = z.infer<typeof MailLogEntry>;

export const MailLogReply = z.object({
  /** Newest first. */
  entries: z.array(MailLogEntry),
  /** Null: this is the last page. */
  next: z.string().nullable(),
});
export type MailLogReply = z.infer<typeof MailLogReply>;

/** POST /mail/v1/retry. */
export const MailRetryRequest = z.object({ staff: StaffId, ids: z.array(z.uuid()).min(1).max(MAX_RETRIES_AT_ONCE) });
export type MailRetryRequest = z.infer<typeof MailRetryRequest>;

/** `queued`: it is tried at once. `notNow`: it was sent, is being sent, must not be sent, or is too old; the entry says which. */
export const MailRetryReply = z.object({ outcomes: z.array(z.object({ id: z.uuid(), outcome: z.enum(['queued', 'notNow', 'unknown']) })) });
export type MailRetryReply = z.infer<typeof MailRetryReply>;
