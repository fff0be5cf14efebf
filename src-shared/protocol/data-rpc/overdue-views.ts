import { z } from 'zod';
import type { BoardEntry } from '../../overdue/board-entry.ts';
import { Code } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';
import type { CaseRow } from './case-views.ts';

/** `wasOverdue`: kept, or given up by closing, within the last 30 days. */
export const BOARD_TABS = ['overdue', 'dueSoon', 'wasOverdue'] as const;
export const BoardTab = z.enum(BOARD_TABS);
export type BoardTab = z.infer<typeof BoardTab>;

/** Within each group the oldest comes first. What was overdue is always in the order in which it ended, the last first. */
export const BOARD_SORTS = ['age', 'department', 'owner', 'promise'] as const;
export const BoardSort = z.enum(BOARD_SORTS);
export type BoardSort = z.infer<typeof BoardSort>;

export const BoardQuestion = z.object({
  tab: BoardTab,
  /** Whose promises, those of tasks included; null: all departments'. */
  departmentCode: Code.nullable(),
  sort: BoardSort,
});
export type BoardQuestion = z.infer<typeof BoardQuestion>;

export const BoardPageRequest = BoardQuestion.extend({
  /** `next` of the page before; null for the first page. */
  after: z.string().max(300).nullable(),
  limit: z.int().min(1).max(200),
});
export type BoardPageRequest = z.infer<typeof BoardPageRequest>;

/** A case stands on the board once: with that of its promises, or of its department's, that was or will be missed first. */
export interface BoardRow extends CaseRow {
  readonly entry: BoardEntry;
}

export interface BoardPage {
  readonly rows: readonly BoardRow[];
  /** Null on the last page. */
  readonly next: string | null;
  /** The city's time at which all of it is so. */
  readonly asOf: UtcMs;
}

export interface BoardCounts {
  readonly overdue: number;
  readonly unassigned: number;
  /** Since when the oldest of them is late; null: none is. */
  readonly oldestFrom: UtcMs | null;
  readonly dueSoon: number;
  readonly wasOverdue: number;
  /** How many cases of the tab each group has: a department's code, a staff ID (empty: nobody's), a promise. Empty without groups. */
  readonly groups: Readonly<Record<string, number>>;
  readonly asOf: UtcMs;
}
