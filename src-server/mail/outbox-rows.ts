/**
 * What servers do to the rows of `message_outbox` while they send. A row belongs to the server that claimed it until `claimedUntil`;
 * after that another one may claim it, and what the first has to say counts only when it is that the message was sent.
 */
import type { Pool } from '../db/pool.ts';
import { DATABASE_NOW } from './database-now.sql.ts';
import type { ClaimedMessage, MessageMethod } from './message.ts';

/** How often nobody may know whether a message arrived, before it is given up: each time the person may get it once more. */
const MAX_DOUBTS = 3;

const SQL = {
  // A row that is still "sending" after its time was being sent by a server that died, or was cut off from the database.
  claim: `WITH due AS (
            SELECT id, state FROM message_outbox
             WHERE state IN ('waiting', 'failed', 'sending') AND next_try_at <= ${DATABASE_NOW} AND expires_at > ${DATABASE_NOW} AND method = ANY($1)
             ORDER BY next_try_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
          UPDATE message_outbox m
             SET state = 'sending', tries = m.tries + 1, next_try_at = ${DATABASE_NOW} + $2::bigint,
                 doubts = m.doubts + CASE due.state WHEN 'sending' THEN 1 ELSE 0 END,
                 message_id = CASE WHEN $3::text IS NULL OR m.message_id LIKE '%@%' THEN m.message_id ELSE m.message_id || '@' || $3 END
            FROM due WHERE m.id = due.id
       RETURNING m.id, m.method, m.address, m.subject, m.text, m.html, m.attachments, m.message_id AS "messageId", m.created_at AS "createdAt",
                 m.tries, m.doubts, m.next_try_at AS "claimedUntil"`,
  // Whoever has the word of the mail server says so, also when its time was over.
  sent: `UPDATE message_outbox SET state = 'sent', sent_at = ${DATABASE_NOW}, last_error_code = NULL WHERE id = $1 AND state <> 'sent'`,
  failed: `UPDATE message_outbox
              SET state = CASE WHEN doubts + $4::int > ${MAX_DOUBTS} THEN 'givenUp' ELSE 'failed' END, doubts = doubts + $4::int,
                  last_error_code = CASE WHEN doubts + $4::int > ${MAX_DOUBTS} THEN 'inDoubt ' ELSE '' END || $3::text,
                  next_try_at = ${DATABASE_NOW} + $5::bigint
            WHERE id = $1 AND state = 'sending' AND next_try_at = $2
        RETURNING state`,
  givenUp: `UPDATE message_outbox SET state = 'givenUp', last_error_code = $3 WHERE id = $1 AND state = 'sending' AND next_try_at = $2`,
  // The way was closed, which says nothing about the message: this was no try.
  putBack: `UPDATE message_outbox SET state = CASE WHEN tries > 1 THEN 'failed' ELSE 'waiting' END, tries = tries - 1, last_error_code = $3,
                   next_try_at = ${DATABASE_NOW} + $4::bigint
             WHERE id = $1 AND state = 'sending' AND next_try_at = $2`,
  expire: `UPDATE message_outbox SET state = 'givenUp', last_error_code = 'expired' || coalesce(' ' || last_error_code, '')
            WHERE state IN ('waiting', 'failed', 'sending') AND (state <> 'sending' OR next_try_at <= ${DATABASE_NOW}) AND expires_at <= ${DATABASE_NOW}`,
};

/**
 * Takes the message that has been due longest, of those `methods`, for `leaseMs`; null when none is due. No two servers get the same one.
 *
 * `domain` completes an email's Message-ID at its first try; null for methods without.
 */
export async function claimMessage(pool: Pool, { methods, leaseMs, domain }: { readonly methods: readonly MessageMethod[]; readonly leaseMs: number; readonly domain: string | null }): Promise<ClaimedMessage | null> {
  const { rows } = await pool.query<ClaimedMessage>(SQL.claim, [methods, leaseMs, domain]);
  return rows[0] ?? null;
}

/** Too often in doubt to be tried again. */
export function isTooDoubtful({ doubts }: ClaimedMessage): boolean {
  return doubts > MAX_DOUBTS;
}

/** It was taken by the mail server or gateway. */
export async function noteSent(pool: Pool, { id }: ClaimedMessage): Promise<void> {
  await pool.query(SQL.sent, [id]);
}

/** It was not taken this time, or nobody knows (`isInDoubt`); it is tried again after `waitMs`, unless it was in doubt too often. */
export async function noteFailed(pool: Pool, { id, claimedUntil }: ClaimedMessage, { problem, isInDoubt, waitMs }: { readonly problem: string; readonly isInDoubt: boolean; readonly waitMs: number }): Promise<void> {
  await pool.query(SQL.failed, [id, claimedUntil, problem, isInDoubt ? 1 : 0, waitMs]);
}

/** It will never be taken. */
export async function noteGivenUp(pool: Pool, { id, claimedUntil }: ClaimedMessage, problem: string): Promise<void> {
  await pool.query(SQL.givenUp, [id, claimedUntil, problem]);
}

/** Nothing could be sent at all; others that are due come before it now. */
export async function putBack(pool: Pool, { id, claimedUntil }: ClaimedMessage, { problem, waitMs }: { readonly problem: string; readonly waitMs: number }): Promise<void> {
  await pool.query(SQL.putBack, [id, claimedUntil, problem, waitMs]);
}

/** Gives up what was not sent while it was worth sending. Returns how many. */
export async function expireMessages(pool: Pool): Promise<number> {
  return (await pool.query(SQL.expire)).rowCount ?? 0;
}
