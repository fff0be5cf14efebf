import type { Pool } from '../db/pool.ts';
import { readClock, type SyncClock } from './clock.ts';

/** Tells when the record has changed, wherever it was changed: by this server or by another one on the same database. */
export interface RevisionWatch {
  /** Calls back with every new revision seen; returns how to stop. The database is asked only while somebody listens. */
  subscribe(listener: (clock: SyncClock) => void): () => void;
  /** Something was committed by this server: asks at once instead of at the next turn. */
  check(): void;
  /** Stops asking; no listener is called again. */
  stop(): void;
}

const POLL_MS = 200;

/**
 * Reads the counter row five times a second, and at once after a write of its own: one row by its key, cheaper than NOTIFY, which takes a database-wide lock at
 * every commit. A poll that fails is passed over; the next one tells.
 */
export function watchRevisions(pool: Pool): RevisionWatch {
  const listeners = new Set<(clock: SyncClock) => void>();
  let last: SyncClock | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isPolling = false;
  let isWantedAgain = false;

  const poll = async () => {
    isWantedAgain = isPolling;
    if (isPolling) return;
    isPolling = true;
    try {
      const clock = await readClock(pool);
      const isNew = clock.rev !== last?.rev || clock.epoch !== last.epoch;
      last = clock;
      if (isNew) for (const listener of listeners) listener(clock);
    } catch {
      // The database is away; the workstations' own requests tell them so.
    } finally {
      isPolling = false;
      if (isWantedAgain) void poll();
    }
  };
  const stopPolling = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    last = null;
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => void poll(), POLL_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopPolling();
      };
    },
    check() {
      if (timer !== null) void poll();
    },
    stop() {
      listeners.clear();
      stopPolling();
    },
  };
}
