import { useEffect, useState } from 'react';
import { t } from '../../src-shared/language/language.ts';
import { announce, showToast } from '../ui/announce.tsx';
import { selectAll } from '../ui/case-grid/cursor.ts';
import { moveInQueue, useQueueStore } from './queue-store.ts';
import { countWords } from './group-lines.ts';
import type { QueueRows } from './use-queue-rows.ts';

/** What one press may be about; more is asked for with a narrower question. */
const MOST_SELECTED = 500;

/** Selects every case of the list, those that were not read yet too, up to a bound that is said. */
export function useSelectAll(queue: QueueRows): () => void {
  const [isWanted, setWanted] = useState(false);
  const { rows, hasMore, isLoadingMore, loadMore, count } = queue;
  useEffect(() => {
    if (!isWanted || isLoadingMore) return;
    if (hasMore && rows.length < MOST_SELECTED) return loadMore();
    setWanted(false);
    moveInQueue(selectAll(rows.slice(0, MOST_SELECTED), useQueueStore.getState().position));
    if (hasMore || rows.length > MOST_SELECTED) showToast(count === null ? t`The first ${MOST_SELECTED} are selected, of many. Narrow the search to act on the others.` : t`The first ${MOST_SELECTED} are selected, of ${countWords(count)}. Narrow the search to act on the others.`);
    else announce(t`${rows.length} selected`);
  }, [isWanted, isLoadingMore, hasMore, rows, loadMore, count]);
  return () => setWanted(true);
}
