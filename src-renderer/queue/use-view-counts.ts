import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CaseCount, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { queries } from '../data/queries.ts';
import { useQueueStore } from './queue-store.ts';

/** Counting all views takes longer than a page of one: not at each of many changes. */
const COUNTED_AGAIN_AFTER_MS = 3_000;

/** How many cases each view has, up to a thousand; counted again soon after the cases of the list have changed. */
export function useViewCounts(): Readonly<Partial<Record<QueueView, CaseCount>>> {
  const { view } = useQueueStore();
  const { data, refetch } = useQuery(queries.viewCounts());
  const { dataUpdatedAt } = useQuery(queries.count({ view, search: '' }));
  const countedAt = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        countedAt.current = Date.now();
        void refetch();
      },
      Math.max(0, countedAt.current + COUNTED_AGAIN_AFTER_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [dataUpdatedAt, refetch]);
  return data ?? {};
}
