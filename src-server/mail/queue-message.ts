import { assert, must } from '../../src-shared/util/assert.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import { isAddress } from './address.ts';
import { MAX_ATTACHMENTS_BYTES, type MessageState, type OutgoingMessage } from './message.ts';
import { messageIdOf } from './message-id.ts';
import type { ProblemCode } from './problem-code.ts';
import { DATABASE_NOW } from './database-now.sql.ts';

/**
 * `queued`: it goes out when the transaction has committed. `suppressed`: noted, and not sent, because the address cannot be one, there is
 * none, or the person wants none. `alreadyQueued`: this person was told of this event before, or is about to be; nothing changed.
 */
export type QueueOutcome =
  | { readonly kind: 'queued'; readonly id: string }
  | { readonly kind: 'suppressed'; readonly id: string; readonly because: ProblemCode }
  | { readonly kind: 'alreadyQueued'; readonly id: string; readonly state: MessageState };

const WORTH_SENDING_MS = 5 * DAY_MS;
const EVENT_KEY = /^[a-z][A-Za-z0-9]*:\S.*$/;
/** Keys are in a B-tree index, which takes some 2,700 bytes. */
const MAX_KEY_LENGTH = 500;

const SQL = {
  insert: `INSERT INTO message_outbox (event_key, recipient_key, method, address, subject, text, html, attachments, case_id, message_id,
                                       state, last_error_code, created_at, next_try_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ${DATABASE_NOW}, ${DATABASE_NOW}, ${DATABASE_NOW} + $13::bigint)
           ON CONFLICT (event_key, recipient_key) DO NOTHING RETURNING id`,
  find: 'SELECT id, state FROM message_outbox WHERE event_key = $1 AND recipient_key = $2',
};

/**
 * Queues a message, once for each event and person (NO-3), in the caller's transaction: it is sent when that commits, and never when it
 * rolls back. An address that cannot be one is no reason to fail: it is noted, and staff see it in the mail log.
 *
 * Throws for a key out of shape and for attachments that are too large, which are bugs of the caller.
 */
export async function queueMessage(tx: Connection, message: OutgoingMessage): Promise<QueueOutcome> {
  checkShape(message);
  const because = reasonNotToSend(message);
  const messageId = await messageIdOf(tx, message);
  const { rows } = await tx.query<{ id: string }>(SQL.insert, [
    ...[message.eventKey, message.recipientKey, message.method, message.address.trim(), message.subject, message.text, message.html],
    ...[JSON.stringify(message.attachments), message.caseId, messageId],
    ...[because === null ? 'waiting' : 'suppressed', because, message.worthSendingForMs ?? WORTH_SENDING_MS],
  ]);
  const id = rows[0]?.id;
  if (id === undefined) return findQueued(tx, message);
  return because === null ? { kind: 'queued', id } : { kind: 'suppressed', id, because };
}

async function findQueued(tx: Connection, { eventKey, recipientKey }: OutgoingMessage): Promise<QueueOutcome> {
  const { rows } = await tx.query<{ id: string; state: MessageState }>(SQL.find, [eventKey, recipientKey]);
  return { kind: 'alreadyQueued', ...must(rows[0], 'what was in the way of an insert is there: rows are never deleted') };
}

function reasonNotToSend({ method, address, suppressedBecause }: OutgoingMessage): ProblemCode | null {
  if (suppressedBecause !== undefined) return suppressedBecause;
  if (address.trim() === '') return 'noAddress';
  return isAddress(method, address.trim()) ? null : 'badAddress';
}

function checkShape({ eventKey, recipientKey, attachments }: OutgoingMessage): void {
  assert(EVENT_KEY.test(eventKey) && eventKey.length <= MAX_KEY_LENGTH, 'an event key is a kind, a colon and what makes it this event');
  assert(recipientKey.length > 0 && recipientKey.length <= MAX_KEY_LENGTH, 'a recipient key names a person');
  const bytes = attachments.reduce((total, { base64 }) => total + Buffer.byteLength(base64, 'base64'), 0);
  assert(bytes <= MAX_ATTACHMENTS_BYTES, 'attachments of a message are small');
}
