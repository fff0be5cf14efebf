import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BoardCounts, BoardQuestion, BoardRow } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { queries } from '../data/queries.ts';
import { useStable } from '../ui/use-stable.ts';

const NO_ROWS: readonly BoardRow[] = [];

export interface Board {
  readonly rows: readonly BoardRow[];
  /** They are still those of the question before. */
  readonly isOfBefore: boolean;
  /** Null until it is counted. */
  readonly counts: BoardCounts | null;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly loadMore: () => void;
}

/** The rows of a question, page by page; asked again when the records change, and every minute: time alone makes cases late. */
export function useBoard(question: BoardQuestion): Board {
  const pages = useInfiniteQuery({ ...queries.overdueBoard(question), refetchInterval: MINUTE_MS });
  const counts = useQuery({ ...queries.overdueCounts(question), refetchInterval: MINUTE_MS });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? NO_ROWS, [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  const loadMore = useStable(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  });
  return {
    rows,
    isOfBefore: pages.isPlaceholderData,
    counts: counts.data ?? null,
    isLoading: pages.isPending,
    isLoadingMore: pages.isFetchingNextPage,
    error: pages.error,
    retry: () => void refetch(),
    loadMore,
  };
}
