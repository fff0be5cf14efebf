import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupsOf } from '../../src-shared/queue-query/groups.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { type QueueQuery, queries } from '../data/queries.ts';
import { useNow } from '../ui/use-now.ts';
import { type GroupedLines, groupedLines } from './group-lines.ts';
import type { QueueRows } from './use-queue-rows.ts';

const NO_HEADS: GroupedLines['heads'] = new Map();

/** The rows as they stand: with the heads of their groups, if the list is grouped. */
export function useGroupedLines({ view, search, groupBy, closedGroups }: QueueQuery, queue: QueueRows): GroupedLines {
  const [catalogue, now] = [useCatalogue(), useNow()];
  const { data: groups } = useQuery({ ...queries.groups({ view, search, groupBy: groupBy ?? 'department' }), enabled: groupBy !== null });
  const { rows, groupKeys, hasMore } = queue;
  return useMemo(() => {
    const isGrouped = groupBy !== null && groups !== undefined && groups.length > 0;
    if (!isGrouped) return { lines: rows, heads: NO_HEADS };
    const labels = new Map(groupsOf(groupBy, catalogue, now).map(({ key, label }) => [key, label]));
    return groupedLines(rows, { groups, labelOf: (key) => labels.get(key) ?? key, closedGroups, groupKeys, hasMore });
  }, [groupBy, groups, rows, groupKeys, hasMore, closedGroups, catalogue, now]);
}
