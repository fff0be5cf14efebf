import type { CaseId } from '../../../src-shared/util/ids.ts';

/** Where the cursor is and what is selected. Cases are named by id: rows come and go around them. */
export interface GridPosition {
  /** Null before the first row has come. */
  readonly cursorId: CaseId | null;
  /** Where the cursor's row was, for when the row itself is gone. */
  readonly cursorIndex: number;
  /** Where a range with Shift begins. */
  readonly anchorId: CaseId | null;
  readonly selectedIds: ReadonlySet<CaseId>;
}

export const START_POSITION: GridPosition = { cursorId: null, cursorIndex: 0, anchorId: null, selectedIds: new Set() };

interface Row {
  readonly caseId: CaseId;
}

/** The index of the cursor among today's rows; -1 when there are none. A cursor whose row has gone takes the one in its place. */
export function cursorIndexIn(rows: readonly Row[], position: GridPosition): number {
  const found = position.cursorId === null ? -1 : rows.findIndex(({ caseId }) => caseId === position.cursorId);
  return found >= 0 ? found : Math.min(position.cursorIndex, rows.length - 1);
}

/**
 * The position once rows have come or gone: at the same row, wherever that is now; where it has gone, from now on at the one in its place.
 * The same object when nothing is to be changed; a cursor that nobody has moved yet stays at the top.
 */
export function settled(rows: readonly Row[], position: GridPosition): GridPosition {
  const cursorIndex = cursorIndexIn(rows, position);
  const cursorId = rows[cursorIndex]?.caseId ?? null;
  if (position.cursorId === null || cursorId === null) return position;
  return cursorId === position.cursorId && cursorIndex === position.cursorIndex ? position : { ...position, cursorId, cursorIndex };
}

/** The cursor at an index (cut to what there is). With `extends` the selection runs from the anchor to it. */
export function moveTo(rows: readonly Row[], position: GridPosition, index: number, extendsRange = false): GridPosition {
  const cursorIndex = Math.max(0, Math.min(index, rows.length - 1));
  const cursorId = rows[cursorIndex]?.caseId ?? null;
  if (!extendsRange) return { ...position, cursorId, cursorIndex, anchorId: cursorId };
  const anchorId = position.anchorId ?? position.cursorId ?? cursorId;
  const anchorIndex = rows.findIndex(({ caseId }) => caseId === anchorId);
  const [from, to] = anchorIndex < cursorIndex ? [anchorIndex, cursorIndex] : [cursorIndex, anchorIndex];
  const range = rows.slice(Math.max(0, from), to + 1).map(({ caseId }) => caseId);
  return { cursorId, cursorIndex, anchorId, selectedIds: new Set(range) };
}

/** Selects the row at an index, or takes it out of the selection. */
export function toggleAt(rows: readonly Row[], position: GridPosition, index: number): GridPosition {
  const caseId = rows[index]?.caseId;
  if (caseId === undefined) return position;
  const selectedIds = new Set(position.selectedIds);
  if (!selectedIds.delete(caseId)) selectedIds.add(caseId);
  return { cursorId: caseId, cursorIndex: index, anchorId: caseId, selectedIds };
}

export function selectNone(position: GridPosition): GridPosition {
  return { ...position, selectedIds: new Set() };
}

/** Selects every row there is. */
export function selectAll(rows: readonly Row[], position: GridPosition): GridPosition {
  return { ...position, selectedIds: new Set(rows.map(({ caseId }) => caseId)) };
}

/** What an action is meant for: the selected rows, or, when none is selected, the one under the cursor. */
export function meantRows<Of extends Row>(rows: readonly Of[], position: GridPosition): readonly Of[] {
  const selected = rows.filter(({ caseId }) => position.selectedIds.has(caseId));
  if (selected.length > 0) return selected;
  const current = rows[cursorIndexIn(rows, position)];
  return current ? [current] : [];
}
