import type { DataChange } from '../../src-shared/protocol/data-rpc/workstation-views.ts';

/** Tells every window what has changed, after it is on disk. A slow window gets changes merged, never a growing queue. */
export interface ChangeFeed {
  publish(change: DataChange): void;
  /** Runs until `signal` aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<DataChange, void>;
}

/** Past this many cases in one change a window is told that any may have changed. */
const MAX_NAMED_CASES = 200;

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: DataChange) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    async *subscribe(signal) {
      const waiting = new Map<DataChange['topic'], DataChange>();
      let wake: (() => void) | null = null;
      const listener = (change: DataChange): void => {
        waiting.set(change.topic, merge(waiting.get(change.topic), change));
        wake?.();
      };
      const onAbort = (): void => wake?.();
      listeners.add(listener);
      signal?.addEventListener('abort', onAbort);
      try {
        while (!signal?.aborted) {
          const [next] = waiting.values();
          if (next) {
            waiting.delete(next.topic);
            yield next;
          } else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            wake = null;
          }
        }
      } finally {
        listeners.delete(listener);
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}

function merge(earlier: DataChange | undefined, later: DataChange): DataChange {
  if (!earlier) return later;
  if (earlier.caseIds === null || later.caseIds === null) return { topic: later.topic, caseIds: null };
  const caseIds = [...new Set([...earlier.caseIds, ...later.caseIds])];
  return { topic: later.topic, caseIds: caseIds.length > MAX_NAMED_CASES ? null : caseIds };
}
