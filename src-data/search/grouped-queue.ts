import type { CaseCount, CaseRow, GroupCount, QueueGrouping } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { OTHERS, type QueueGroup } from '../../src-shared/queue-query/groups.ts';
import type { ReadDb } from '../db/database.ts';
import { countByCode, countQueue, type PageWanted, type QueueFilter, queuePage } from './queue-queries.ts';

/** A group of a great list is counted so far. */
const MOST_COUNTED_IN_GROUP = 1_000;

export interface GroupedPage {
  readonly rows: readonly CaseRow[];
  readonly groupKeys: readonly string[];
  readonly next: string | null;
}

/** Each code that any case has, found by stepping from one to the next in the index that begins with it. */
const codesHere = (column: string): string => `WITH RECURSIVE step (code) AS (SELECT min(${column}) FROM case_
  UNION ALL SELECT (SELECT min(${column}) FROM case_ WHERE ${column} > step.code) FROM step WHERE step.code IS NOT NULL) SELECT code FROM step WHERE code IS NOT NULL`;
const CODES_HERE: Partial<Record<QueueGrouping, string>> = {
  department: codesHere('department_code'),
  assignee: codesHere('assignee_id'),
  service: codesHere('service_code'),
  neighborhood: codesHere('neighborhood_code'),
};

/** Whether any case here has a code that the groups do not name. */
function hasOthers(db: ReadDb, groupBy: QueueGrouping, groups: readonly QueueGroup[]): boolean {
  const sql = CODES_HERE[groupBy];
  const known = new Set(groups.map(({ key }) => key));
  return sql !== undefined && db.query<Record<string, never>, { code: string }>(sql).all({}).some(({ code }) => !known.has(code));
}

/** Groups that have cases, in their order. */
export function groupCounts(db: ReadDb, filter: QueueFilter, groupBy: QueueGrouping, all: readonly QueueGroup[]): readonly GroupCount[] {
  const byCode = groupBy === 'dueDay' ? null : countByCode(db, filter, groupBy);
  // To count what has none of many codes is to read every case: not where there is none.
  const groups = byCode !== null || hasOthers(db, groupBy, all) ? all : all.filter(({ key }) => key !== OTHERS);
  return groups.map((group) => ({ key: group.key, ...countOf(db, filter, group, byCode) })).filter(({ count }) => count > 0);
}

function countOf(db: ReadDb, filter: QueueFilter, { condition }: QueueGroup, byCode: ReadonlyMap<string | null, number> | null): CaseCount {
  if (byCode === null || !('codes' in condition)) return countQueue(db, { ...filter, group: condition }, MOST_COUNTED_IN_GROUP);
  const { codes, isNot } = condition;
  const counts = [...byCode].filter(([code]) => codes.includes(code) !== isNot);
  return { count: counts.reduce((sum, [, count]) => sum + count, 0), isMore: false };
}

export interface GroupedPageWanted extends PageWanted {
  /** Those that have cases, in their order. */
  readonly groups: readonly QueueGroup[];
  readonly closedGroups: readonly string[];
}

/** One page, group after group; each sorted as wanted. `after`: the group and the place in it. Throws on one that no page gave. */
export function groupedPage(db: ReadDb, filter: QueueFilter, { groups, closedGroups, sort, after, limit }: GroupedPageWanted): GroupedPage {
  const cursor = after === null ? null : parseCursor(after);
  const open = groups.filter(({ key }) => !closedGroups.includes(key));
  const first = cursor === null ? 0 : Math.max(0, open.findIndex(({ key }) => key === cursor.key));
  const [rows, groupKeys]: [CaseRow[], string[]] = [[], []];
  for (const [index, { key, condition }] of open.slice(first).entries()) {
    const page = queuePage(db, { ...filter, group: condition }, { sort, after: index === 0 ? (cursor?.after ?? null) : null, limit: limit - rows.length });
    rows.push(...page.rows);
    groupKeys.push(...page.rows.map(() => key));
    const following = open[first + index + 1];
    if (page.next !== null) return { rows, groupKeys, next: JSON.stringify([key, page.next]) };
    if (rows.length >= limit && following) return { rows, groupKeys, next: JSON.stringify([following.key, null]) };
  }
  return { rows, groupKeys, next: null };
}

function parseCursor(text: string): { readonly key: string; readonly after: string | null } {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || (parsed[1] !== null && typeof parsed[1] !== 'string')) throw new Error('groupedPage: not a cursor of this list');
  const [key, after] = parsed as [string, string | null]; // safe: checked above
  return { key, after };
}
