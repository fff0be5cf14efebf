import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CaseCount, CaseRow, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { flagOfName, type QueryFlag } from '../../src-shared/queue-query/query-keys.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { useStable } from '../ui/use-stable.ts';
import { type QueueQuery, queries } from '../data/queries.ts';
import { useOlderCases } from './use-older-cases.ts';

/** Cases enter and leave these as time passes, though nothing about them changes. */
const VIEWS_OF_TIME: readonly QueueView[] = ['dueSoon', 'overdue', 'surveyAnswers', 'progressDue'];
const FLAGS_OF_TIME: readonly (QueryFlag | null)[] = ['overdue', 'duesoon'];
const NO_ROWS: readonly CaseRow[] = [];
const NO_KEYS: readonly string[] = [];

export interface QueueRows {
  /** The cases, without the heads of groups. */
  readonly rows: readonly CaseRow[];
  /** The group of each row, as far as they have one; empty: the list is not grouped. */
  readonly groupKeys: readonly string[];
  readonly hasMore: boolean;
  /** They are still those of the question before. */
  readonly isOfBefore: boolean;
  /** Null until it is counted. Those of the server alone are not counted. */
  readonly count: CaseCount | null;
  /** How many of the rows, at their end, are of the server alone. */
  readonly olderCount: number;
  /** What to know about older cases; null: nothing. */
  readonly olderLine: string | null;
  readonly isMistyped: boolean;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly loadMore: () => void;
}

/** Filters, like views, that cases enter and leave as time passes. */
function asksOfTime(search: string): boolean {
  return parseQuery(search).some((piece) => piece.kind === 'token' && (piece.key === 'call' || (piece.key === 'is' && FLAGS_OF_TIME.includes(flagOfName(piece.values[0] ?? '')))));
}

/** The rows of a question, page by page as the person comes near their end; asked again when the records change. */
export function useQueueRows(query: QueueQuery): QueueRows {
  const refetchInterval = VIEWS_OF_TIME.includes(query.view) || asksOfTime(query.search) ? MINUTE_MS : false;
  const pages = useInfiniteQuery({ ...queries.queue(query), refetchInterval });
  const count = useQuery({ ...queries.count({ view: query.view, search: query.search }), refetchInterval });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? NO_ROWS, [pages.data]);
  const groupKeys = useMemo(() => pages.data?.pages.flatMap((page) => page.groupKeys) ?? NO_KEYS, [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  const older = useOlderCases(query);
  // They stand after the last of those held here; one that was opened meanwhile is among these already.
  const rowsOfServer = useMemo(() => {
    const here = new Set(rows.map((row) => row.caseId));
    return hasNextPage || pages.isPlaceholderData ? NO_ROWS : older.rows.filter((row) => !here.has(row.caseId));
  }, [rows, older.rows, hasNextPage, pages.isPlaceholderData]);
  const allRows = useMemo(() => (rowsOfServer.length === 0 ? rows : [...rows, ...rowsOfServer]), [rows, rowsOfServer]);
  const loadMoreOlder = useStable(older.loadMore);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
    else if (!hasNextPage) loadMoreOlder();
  }, [hasNextPage, isFetching, fetchNextPage, loadMoreOlder]);
  return {
    rows: allRows,
    groupKeys,
    hasMore: hasNextPage,
    isOfBefore: pages.isPlaceholderData,
    olderCount: rowsOfServer.length,
    olderLine: older.line,
    count: count.data ?? null,
    isMistyped: pages.data?.pages[0]?.understoodAs === 'mistypedTrackingNumber',
    isLoading: pages.isPending,
    isLoadingMore: pages.isFetchingNextPage || older.isLoadingMore,
    error: pages.error,
    retry: () => void refetch(),
    loadMore,
  };
}
