import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { type QueueQuery, queries } from '../data/queries.ts';

/** The server is asked when the person has stopped typing, not at every letter. */
const SETTLED_AFTER_MS = 300;
const NO_ROWS: readonly CaseRow[] = [];

export interface OlderCasesRows {
  readonly rows: readonly CaseRow[];
  /** What stands above the rows, or what to know when there are none; null: nothing. */
  readonly line: string | null;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** Closed cases that only the server holds, for a search that could find them. Asked again when it comes back. */
export function useOlderCases({ view, search }: Pick<QueueQuery, 'view' | 'search'>): OlderCasesRows {
  const settled = useSettledText(search);
  const connection = useQuery(queries.syncStatus()).data?.connection;
  const isAsked = settled.trim() !== '' && settled === search && (view === 'closed' || view === 'all');
  const pages = useInfiniteQuery({ ...queries.older({ view, search: settled }, connection === 'online'), enabled: isAsked });
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const found = isAsked ? pages.data : undefined;
  const rows = useMemo(() => found?.pages.flatMap((page) => page.rows) ?? NO_ROWS, [found]);
  return {
    rows,
    line: found?.pages[0]?.line ?? null,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => {
      if (isAsked && hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}

function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
