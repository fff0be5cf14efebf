import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CaseRow, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { type QueueQuery, queries } from '../data/queries.ts';

/** Cases enter and leave these as time passes, though nothing about them changes. */
const VIEWS_OF_TIME: readonly QueueView[] = ['dueSoon', 'overdue'];
const NO_ROWS: readonly CaseRow[] = [];

export interface QueueRows {
  readonly rows: readonly CaseRow[];
  /** Null until it is counted. */
  readonly count: number | null;
  readonly isMistyped: boolean;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly loadMore: () => void;
}

/** The rows of a question, page by page as the person comes near their end; asked again when the records change. */
export function useQueueRows(query: QueueQuery): QueueRows {
  const refetchInterval = VIEWS_OF_TIME.includes(query.view) ? MINUTE_MS : false;
  const pages = useInfiniteQuery({ ...queries.queue(query), refetchInterval });
  const count = useQuery({ ...queries.count({ view: query.view, search: query.search }), refetchInterval });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? NO_ROWS, [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    rows,
    count: count.data?.count ?? null,
    isMistyped: pages.data?.pages[0]?.understoodAs === 'mistypedTrackingNumber',
    isLoading: pages.isPending,
    isLoadingMore: pages.isFetchingNextPage,
    error: pages.error,
    retry: () => void refetch(),
    loadMore,
  };
}
