import { useQuery } from '@tanstack/react-query';
import { t } from '../../src-shared/language/language.ts';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { queries } from '../data/queries.ts';

/** What to say instead of how many cases there are while they are still on their way here; null: they are here, and a count is one. */
export function onTheirWay(status: Pick<SyncStatus, 'gettingReady' | 'lastPullAt' | 'hasCases' | 'serverUrl'> | undefined): string | null {
  if (status === undefined) return t`The cases are on their way.`;
  const { gettingReady, lastPullAt, hasCases, serverUrl } = status;
  if (gettingReady !== null) return gettingReady;
  return lastPullAt === null && !hasCases && serverUrl !== null ? t`The cases are on their way.` : null;
}

export function useOnTheirWay(): string | null {
  return onTheirWay(useQuery(queries.syncStatus()).data);
}
