import type { QueryClient } from '@tanstack/react-query';
import type { DataChange } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { concerns } from './concerns.ts';
import { data } from './data-client.ts';

/** Changes within this time are taken together: a pull may bring hundreds. */
const GATHER_MS = 60;
const RESUBSCRIBE_AFTER_MS = 250;

/** Keeps what the screens show as fresh as the records, for as long as the window lives. */
export async function followChanges(client: QueryClient): Promise<never> {
  const refresh = createRefresher(client);
  for (;;) {
    try {
      const changes = await data.changes();
      // What changed before the stream began, or while it was cut, is not told: everything is asked again.
      refresh('everything');
      for await (const change of changes) refresh(change);
    } catch {
      // The data process ended; its next one sends a fresh port, and the next round subscribes there.
    }
    await new Promise((resolve) => setTimeout(resolve, RESUBSCRIBE_AFTER_MS));
  }
}

function createRefresher(client: QueryClient): (change: DataChange | 'everything') => void {
  let gathered: (DataChange | 'everything')[] = [];
  return (change) => {
    gathered.push(change);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const changes = gathered;
      gathered = [];
      void client.invalidateQueries({ predicate: ({ queryKey }) => changes.some((one) => concerns(one, queryKey)) });
    }, GATHER_MS);
  };
}
