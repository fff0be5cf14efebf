import { setTimeout as sleep } from 'node:timers/promises';
import { CaseId } from '../../../src-shared/util/ids.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { OutgoingMessage } from '../message.ts';
import { queueMessage, type QueueOutcome } from '../queue-message.ts';

/** A message to person `n`; `more` replaces parts of it. */
export function messageTo(n: number | string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    ...{ eventKey: 'dailyList:2026-11-23', recipientKey: `staff:person${n}`, method: 'email', address: `person${n}@city.example` },
    ...{ subject: 'Overdue cases', text: 'Two cases are overdue.\n', html: '<p>Two cases are <b>overdue</b>.</p>', attachments: [], caseId: null },
    ...more,
  };
}

/** Queues in a transaction of its own. */
export function queue(pool: Pool, message: OutgoingMessage): Promise<QueueOutcome> {
  return inTransaction(pool, {}, (tx) => queueMessage(tx, message));
}

export interface OutboxRow {
  readonly recipientKey: string;
  readonly state: string;
  readonly tries: number;
  readonly doubts: number;
  readonly problem: string | null;
  readonly messageId: string;
  /** Until its next try or the end of its claim; negative: it is due. */
  readonly waitMs: number;
}

/** What is in the outbox, in the order of recipients. */
export async function outbox(pool: Pool): Promise<readonly OutboxRow[]> {
  const { rows } = await pool.query<OutboxRow>(
    `SELECT recipient_key AS "recipientKey", state, tries, doubts, last_error_code AS problem, message_id AS "messageId",
            (next_try_at - extract(epoch FROM now()) * 1000)::bigint AS "waitMs" FROM message_outbox ORDER BY recipient_key, event_key`,
  );
  return rows;
}

/** As if so long had passed for everything in the outbox that is not on its way just now. */
export async function letTimePass(pool: Pool, ms: number): Promise<void> {
  await pool.query(`UPDATE message_outbox SET next_try_at = next_try_at - $1::bigint, expires_at = expires_at - $1::bigint WHERE state <> 'sending'`, [ms]);
}

/** As if the servers that are sending had been silent for longer than any try takes. */
export async function letClaimsEnd(pool: Pool): Promise<void> {
  await pool.query(`UPDATE message_outbox SET next_try_at = 0 WHERE state = 'sending'`);
}

export const SOME_CASE = CaseId.parse('00000000-0000-4000-8000-000000000001');

/** Waits for something that will be so; the test's own timeout ends a wait for what never comes. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

/** Waits until a closed channel has put back what it was given: then nothing is on its way. */
export async function untilPutBack(pool: Pool): Promise<void> {
  await until(async () => {
    const rows = await outbox(pool);
    return rows.some(({ problem }) => problem !== null) && rows.every(({ state }) => state !== 'sending');
  });
}

/** Waits until the messages, in the order of recipients, are in these states. */
export async function untilOutbox(pool: Pool, ...states: readonly string[]): Promise<readonly OutboxRow[]> {
  let rows: readonly OutboxRow[] = [];
  await until(async () => {
    rows = await outbox(pool);
    return rows.map(({ state }) => state).join() === states.join();
  });
  return rows;
}
