/**
 * Sends what is queued, until it is stopped. Every server of a city has one; which of them sends a message is decided by its row
 * (`outbox-rows.ts`). What holds, and what only a mailbox can hold: README.md.
 */
import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import { safeError } from '../log.ts';
import { openBell } from './bell.ts';
import type { OpenChannel } from './channel.ts';
import { expireMessages } from './outbox-rows.ts';
import { DEADLINE_MS, type SendDeps, sendNext } from './send-next.ts';

export interface MessageSender {
  /** Something was queued and has committed: do not wait for the next look. Nothing is lost without it. */
  wake(): void;
  /** Takes nothing more, waits some seconds for what is on the way, then cuts it off; that is sent again, under the same Message-ID. */
  stop(): Promise<void>;
}

export interface SenderOptions {
  readonly channels: readonly OpenChannel[];
  readonly lookEveryMs?: number;
  /** How long a message is this server's; longer than any try takes. */
  readonly leaseMs?: number;
  /** How long `stop` waits for what is on the way. */
  readonly graceMs?: number;
}

const LOOK_EVERY_MS = 5 * SECOND_MS;
const EXPIRE_EVERY_MS = MINUTE_MS;
const LEASE_MS = DEADLINE_MS + 2 * MINUTE_MS;
const GRACE_MS = 10 * SECOND_MS;

/** Begins to send at once, on each channel as many at a time as it has lanes; without channels it only gives up what is too old. */
export function startMessageSender(deps: SendDeps, { channels, lookEveryMs = LOOK_EVERY_MS, leaseMs = LEASE_MS, graceMs = GRACE_MS }: SenderOptions): MessageSender {
  const bell = openBell();
  const cutOff = new AbortController();
  let isStopped = false;

  async function keepSending(open: OpenChannel): Promise<void> {
    while (!isStopped) {
      const heard = bell.ringing;
      const hasMore = await quietly(() => sendNext(deps, open, { signal: cutOff.signal, leaseMs }), 'messages could not be sent; trying again');
      if (!isStopped && hasMore !== true) await bell.wait(Math.max(open.pauseLeftMs, lookEveryMs), heard);
    }
  }

  async function keepExpiring(): Promise<void> {
    while (!isStopped) {
      const heard = bell.ringing;
      const expired = await quietly(() => expireMessages(deps.pool), 'old messages could not be given up; trying again');
      if (expired) deps.log.warn({ expired }, 'messages given up: they could not be sent in time');
      if (!isStopped) await bell.wait(EXPIRE_EVERY_MS, heard);
    }
  }

  /** The database is away, or a bug: the next look comes. */
  async function quietly<T>(work: () => Promise<T>, sentence: string): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      deps.log.warn({ error: safeError(error) }, sentence);
      return null;
    }
  }

  const lanes = channels.flatMap((open) => Array.from({ length: open.channel.lanes }, () => keepSending(open)));
  const finished = Promise.all([...lanes, keepExpiring()]);
  return {
    wake: () => bell.ring(),
    async stop() {
      isStopped = true;
      bell.ring();
      const timer = setTimeout(() => cutOff.abort(), graceMs);
      await finished;
      clearTimeout(timer);
    },
  };
}
