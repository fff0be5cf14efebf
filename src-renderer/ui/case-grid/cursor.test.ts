import { describe, expect, it } from 'vitest';
import { CaseId } from '../../../src-shared/util/ids.ts';
import { cursorIndexIn, type GridPosition, moveTo, selectNone, START_POSITION, toggleAt } from './cursor.ts';

const id = (number: number): CaseId => CaseId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const rowsOf = (...numbers: readonly number[]) => numbers.map((number) => ({ caseId: id(number) }));
const selected = ({ selectedIds }: GridPosition): readonly CaseId[] => [...selectedIds];
const ROWS = rowsOf(0, 1, 2, 3, 4);

describe('the cursor', () => {
  it('begins at the first row, and is nowhere in an empty list', () => {
    expect(cursorIndexIn(ROWS, START_POSITION)).toBe(0);
    expect(cursorIndexIn([], START_POSITION)).toBe(-1);
  });

  it('stays with its case when rows come before it', () => {
    const position = moveTo(ROWS, START_POSITION, 2);
    expect(cursorIndexIn(rowsOf(8, 9, 0, 1, 2, 3), position)).toBe(4);
  });

  it('takes the row in its place when its own has gone', () => {
    const position = moveTo(ROWS, START_POSITION, 2);
    expect(cursorIndexIn(rowsOf(0, 1, 3, 4), position)).toBe(2);
    expect(cursorIndexIn(rowsOf(0), position)).toBe(0);
  });

  it('does not leave the list', () => {
    expect(moveTo(ROWS, START_POSITION, 99).cursorId).toBe(id(4));
    expect(moveTo(ROWS, START_POSITION, -5).cursorId).toBe(id(0));
    expect(moveTo([], START_POSITION, 3).cursorId).toBeNull();
  });
});

describe('the selection', () => {
  it('takes a row in and out', () => {
    const once = toggleAt(ROWS, START_POSITION, 1);
    expect(selected(once)).toEqual([id(1)]);
    expect(selected(toggleAt(ROWS, once, 1))).toEqual([]);
  });

  it('runs from where Shift began, down and back up past it', () => {
    const begun = moveTo(ROWS, START_POSITION, 2);
    const down = moveTo(ROWS, begun, 3, true);
    expect(selected(down)).toEqual([id(2), id(3)]);
    const up = moveTo(ROWS, moveTo(ROWS, down, 2, true), 1, true);
    expect(selected(up)).toEqual([id(1), id(2)]);
  });

  it('outlives a plain move, and ends when asked', () => {
    const two = toggleAt(ROWS, toggleAt(ROWS, START_POSITION, 0), 3);
    const moved = moveTo(ROWS, two, 4);
    expect(selected(moved)).toEqual([id(0), id(3)]);
    expect(selected(selectNone(moved))).toEqual([]);
  });
});
