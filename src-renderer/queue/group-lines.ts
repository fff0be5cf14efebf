import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { CaseCount, CaseRow, GroupCount } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { GroupHead } from '../ui/case-grid/group-row.tsx';

export interface GroupedLines {
  /** Heads and cases as they stand under each other. */
  readonly lines: readonly CaseRow[];
  readonly heads: ReadonlyMap<string, GroupHead>;
}

export interface Grouped {
  readonly groups: readonly GroupCount[];
  readonly labelOf: (key: string) => string;
  readonly closedGroups: readonly string[];
  /** The group of each row; rows beyond it have none. */
  readonly groupKeys: readonly string[];
  /** More rows are to come, of the last group that is shown or of one after it. */
  readonly hasMore: boolean;
}

/** Puts the head of each group above its cases. A group whose turn has not come is not shown yet. */
export function groupedLines(rows: readonly CaseRow[], { groups, labelOf, closedGroups, groupKeys, hasMore }: Grouped): GroupedLines {
  const byKey = new Map<string, CaseRow[]>();
  for (const [index, row] of rows.entries()) {
    const key = groupKeys[index];
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const lastBegun = hasMore ? groups.findLastIndex(({ key }) => byKey.has(key)) : groups.length;
  const heads = new Map<string, GroupHead>();
  const lines: CaseRow[] = [];
  for (const [index, group] of groups.entries()) {
    const isOpen = !closedGroups.includes(group.key);
    if (index > lastBegun && isOpen) break;
    const head = headRow(group.key);
    heads.set(head.caseId, { key: group.key, label: labelOf(group.key), countWords: countWords(group), isOpen });
    lines.push(head, ...(isOpen ? (byKey.get(group.key) ?? []) : []));
  }
  return { lines: [...lines, ...rows.slice(groupKeys.length)], heads };
}

/** Stands for a group among the rows: it has an id that no case can have, and nothing else of it is ever read. */
function headRow(key: string): CaseRow {
  return { caseId: `group:${key}` as CaseId } as CaseRow; // safe: the grid looks it up among the heads before it reads a cell
}

/** `57 cases`, `1,000+ cases`. */
export function countWords({ count, isMore }: CaseCount): string {
  const figure = wholeNumber(count);
  if (isMore) return t`${figure}+ cases`;
  return count === 1 ? t`1 case` : t`${figure} cases`;
}
