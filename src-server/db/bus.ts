import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Pool } from './pool.ts';

/**
 * Words between the servers on one database: hints that may be lost, never part of the record.
 *
 * By PostgreSQL's NOTIFY, each in a statement of its own and never in a transaction that writes: a NOTIFY takes a lock at
 * commit that only other notifying commits wait for, so pushes never meet it (docs/decisions/0013-presence-by-notify.md).
 */
export interface Bus {
  /** To every server on the database, this one at once. Resolves also when the others cannot be told. */
  tell(topic: string, message: unknown): Promise<void>;
  /** Calls back with what any server told; returns how to stop. */
  listen(topic: string, listener: (message: unknown) => void): () => void;
  /** Gives the connection back; nothing is heard or told after it. */
  stop(): Promise<void>;
}

const CHANNEL = 'portreeve_bus';
/** PostgreSQL takes less than 8,000 bytes. */
const MAX_PAYLOAD_BYTES = 7_900;
const RECONNECT_MS = 2_000;

interface Envelope {
  readonly from: string;
  readonly topic: string;
  readonly message: unknown;
}

/** Holds one connection of the pool while somebody listens. */
export function openBus(pool: Pool): Bus {
  const self = randomUUID();
  const listeners = new Map<string, Set<(message: unknown) => void>>();
  let client: PoolClient | null = null;
  let isConnecting = false;
  let isStopped = false;
  let retry: NodeJS.Timeout | null = null;

  function deliver(topic: string, message: unknown): void {
    for (const listener of listeners.get(topic) ?? []) listener(message);
  }

  function onNotification({ payload }: { readonly payload?: string | undefined }): void {
    const envelope = readEnvelope(payload);
    if (envelope !== null && envelope.from !== self) deliver(envelope.topic, envelope.message);
  }

  async function connect(): Promise<void> {
    if (client !== null || isConnecting || isStopped) return;
    isConnecting = true;
    try {
      const fresh = await pool.connect();
      fresh.on('notification', onNotification);
      fresh.once('end', () => lost(fresh));
      fresh.once('error', () => lost(fresh));
      client = fresh;
      await fresh.query(`LISTEN ${CHANNEL}`);
      if (isStopped) letGo();
    } catch {
      if (client === null) comeBack();
      else lost(client);
    } finally {
      isConnecting = false;
    }
  }

  /** The database is away: what other servers say is missed until the connection is back, which harms nothing. */
  function lost(gone: PoolClient): void {
    if (client !== gone) return;
    letGo();
    comeBack();
  }

  function comeBack(): void {
    if (isStopped || retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      void connect();
    }, RECONNECT_MS);
    retry.unref();
  }

  function letGo(): void {
    client?.removeAllListeners('notification');
    client?.release(true);
    client = null;
  }

  return {
    async tell(topic, message) {
      if (isStopped) return;
      deliver(topic, message);
      const payload = JSON.stringify({ from: self, topic, message } satisfies Envelope);
      if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) return;
      await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined); // a hint; the database is away
    },
    listen(topic, listener) {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      void connect();
      return () => void known.delete(listener);
    },
    async stop() {
      isStopped = true;
      if (retry !== null) clearTimeout(retry);
      listeners.clear();
      letGo();
    },
  };
}

function readEnvelope(payload: string | undefined): Envelope | null {
  try {
    const parsed: unknown = JSON.parse(payload ?? '');
    return typeof parsed === 'object' && parsed !== null && 'from' in parsed && 'topic' in parsed ? (parsed as Envelope) : null; // safe: only this file writes to the channel; readers parse `message`
  } catch {
    return null;
  }
}
