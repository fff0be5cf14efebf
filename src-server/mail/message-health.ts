import { DAY_MS, UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import type { OpenChannel } from './channel.ts';
import { DATABASE_NOW } from './database-now.sql.ts';
import { MESSAGE_METHODS, type MessageMethod } from './message.ts';
import { problemSentence } from './problem-code.ts';

/** What anyone may know about messages: no addresses, no events, no names of servers. */
export interface MessageHealth {
  /** By method; 10,000 stands for that many or more in all. */
  readonly waiting: Readonly<Record<MessageMethod, number>>;
  /** When the oldest of them was queued; null: none waits. */
  readonly oldestWaitingAt: UtcMs | null;
  /** In the last seven days. Somebody should look at them in the mail log. */
  readonly givenUp: number;
  /** Sentences for whoever looks after the server; null while all is well. */
  readonly problem: string | null;
}

const SQL = {
  waiting: `SELECT method, count(*) AS waiting, min(created_at) AS oldest
              FROM (SELECT method, created_at FROM message_outbox WHERE state IN ('waiting', 'failed', 'sending') LIMIT 10000) AS w GROUP BY method`,
  givenUp: `SELECT count(*) AS count FROM message_outbox WHERE state = 'givenUp' AND created_at > ${DATABASE_NOW} - ${7 * DAY_MS}::bigint`,
};

/** Says how many messages wait, and why. None of it makes the server less healthy: its work goes on. */
export async function messageHealth(pool: Pool, channels: readonly OpenChannel[]): Promise<MessageHealth> {
  const { rows } = await pool.query<{ method: MessageMethod; waiting: number; oldest: number }>(SQL.waiting);
  const givenUp = await pool.query<{ count: number }>(SQL.givenUp);
  const waiting = { email: 0, text: 0, push: 0, ...Object.fromEntries(rows.map((row) => [row.method, row.waiting])) };
  const oldest = rows.map((row) => row.oldest).sort((a, b) => a - b)[0];
  return {
    waiting,
    oldestWaitingAt: oldest === undefined ? null : UtcMs.parse(oldest),
    givenUp: givenUp.rows[0]?.count ?? 0,
    problem: [...unset(waiting, channels), ...troubles(waiting, channels)].join(' ') || null,
  };
}

const NOUNS: Readonly<Record<MessageMethod, readonly [one: string, many: string]>> = {
  email: ['email waits', 'emails wait'],
  text: ['text waits', 'texts wait'],
  push: ['push notice waits', 'push notices wait'],
};

function counted(count: number, method: MessageMethod): string {
  return `${count} ${NOUNS[method][count === 1 ? 0 : 1]}`;
}

function unset(waiting: MessageHealth['waiting'], channels: readonly OpenChannel[]): readonly string[] {
  const isServed = (method: MessageMethod) => channels.some(({ channel }) => channel.methods.includes(method));
  return MESSAGE_METHODS.filter((method) => waiting[method] > 0 && !isServed(method)).map((method) => {
    const what = method === 'email' ? 'mail server is set. Start this server with PORTREEVE_SMTP_URL and PORTREEVE_MAIL_FROM.' : 'message gateway is set. Start this server with PORTREEVE_MESSAGE_GATEWAY_URL.';
    return `${counted(waiting[method], method)}: no ${what}`;
  });
}

function troubles(waiting: MessageHealth['waiting'], channels: readonly OpenChannel[]): readonly string[] {
  return channels.flatMap(({ channel, trouble }) => {
    if (trouble === null) return [];
    const counts = channel.methods.filter((method) => waiting[method] > 0).map((method) => counted(waiting[method], method));
    const sentence = problemSentence({ code: trouble.code, detail: trouble.detail === null ? null : String(trouble.detail) });
    return [counts.length === 0 ? sentence : `${counts.join(', ')}. ${sentence}`];
  });
}
