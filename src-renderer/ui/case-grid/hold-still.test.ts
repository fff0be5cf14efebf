import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, type CursorRow, holdStill, type Placement } from './hold-still.ts';

const ROW = 50;
const VIEW = 500;
/** Where a row is on the glass: pixels below the top of the view. */
const onGlass = ({ padStart, scrollTop }: Placement, index: number): number => padStart + index * ROW - scrollTop;

describe('holdStill', () => {
  it('scrolls along when rows come above', () => {
    const before = { scrollTop: 1_000, padStart: 0, padEnd: 0 };
    expect(holdStill({ before, distance: 3 * ROW, rowsHeight: 5_000, viewHeight: VIEW })).toEqual({ scrollTop: 1_150, padStart: 0, padEnd: 0 });
  });

  it('leaves empty space at the top when there is nothing left to scroll away', () => {
    const before = { scrollTop: 0, padStart: 0, padEnd: 0 };
    expect(holdStill({ before, distance: -2 * ROW, rowsHeight: 5_000, viewHeight: VIEW })).toEqual({ scrollTop: 0, padStart: 100, padEnd: 0 });
  });

  it('makes room below when a short list has to scroll', () => {
    const before = { scrollTop: 0, padStart: 0, padEnd: 0 };
    expect(holdStill({ before, distance: ROW, rowsHeight: 200, viewHeight: VIEW })).toEqual({ scrollTop: 50, padStart: 0, padEnd: 350 });
  });

  it('never moves the row, whatever comes and goes, and never scrolls past the end', () => {
    const list = fc.integer({ min: 1, max: 300 }).chain((count) => fc.record({ count: fc.constant(count), index: fc.nat(count - 1) }));
    const placement = fc.record({ scrollTop: fc.nat(2_000), padStart: fc.nat(400), padEnd: fc.constant(0) });
    fc.assert(
      fc.property(list, list, placement, ({ index: from }, { index: to, count: countAfter }, before) => {
        const after = holdStill({ before, distance: (to - from) * ROW, rowsHeight: countAfter * ROW, viewHeight: VIEW });
        expect(onGlass(after, to)).toBe(onGlass(before, from));
        expect(Math.min(after.scrollTop, after.padStart, after.padEnd)).toBeGreaterThanOrEqual(0);
        expect(after.scrollTop + VIEW).toBeLessThanOrEqual(after.padStart + countAfter * ROW + after.padEnd);
      }),
    );
  });
});

describe('what a change asks for', () => {
  const row: CursorRow = { listKey: 'q', cursorKey: 'b', meantKey: 'b', index: 4, rowCount: 9, rowHeight: ROW };

  it('is nothing for the first rows of a list, which begins at its top', () => {
    expect(changeOf({ ...row, cursorKey: null, meantKey: null, index: -1, rowCount: 0 }, { ...row, meantKey: null, index: 0 })).toBe('release');
  });

  it('is the top for another list, no more empty space once the person moves, and else to follow the row, or the one in its place', () => {
    expect(changeOf(row, { ...row, listKey: 'r' })).toBe('restart');
    expect(changeOf(row, { ...row, cursorKey: 'c', meantKey: 'c', index: 5 })).toBe('release');
    expect(changeOf(row, { ...row, index: 7 })).toBe(3);
    expect(changeOf(row, { ...row, cursorKey: 'c' })).toBe(0);
  });
});
