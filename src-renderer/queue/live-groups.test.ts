/** What happens to a grouped list while others work: the model of the grid, without a window. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseRow, GroupCount } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { cursorIndexIn, type GridPosition, moveTo, settled, START_POSITION } from '../ui/case-grid/cursor.ts';
import { changeOf, holdStill, type Placement } from '../ui/case-grid/hold-still.ts';
import { groupedLines } from './group-lines.ts';

const KEYS = ['CODE', 'PARKS', 'WATER'] as const;
const [ROW, VIEW] = [50, 400];
/** By case: the group it is in. */
type City = ReadonlyMap<string, (typeof KEYS)[number]>;

/** The list as the records would give it: groups in their order, those without cases left out. */
function listOf(city: City) {
  const inOrder = KEYS.flatMap((key) => [...city].filter(([, group]) => group === key).map(([caseId]) => ({ caseId, key })));
  const groups: readonly GroupCount[] = KEYS.map((key) => ({ key, count: inOrder.filter((one) => one.key === key).length, isMore: false })).filter(({ count }) => count > 0);
  const rows = inOrder.map(({ caseId }) => ({ caseId }) as CaseRow); // safe: only ids are read
  return groupedLines(rows, { groups, labelOf: (key) => key, closedGroups: [], groupKeys: inOrder.map(({ key }) => key), hasMore: false });
}

interface Screen {
  readonly lines: readonly CaseRow[];
  readonly position: GridPosition;
  readonly place: Placement;
}

const onGlass = ({ lines, position, place }: Screen): number => place.padStart + cursorIndexIn(lines, position) * ROW - place.scrollTop;
const underCursor = ({ lines, position }: Screen): string | undefined => lines[cursorIndexIn(lines, position)]?.caseId;

/** As the grid does it when other rows come. */
function afterChange(before: Screen, city: City): Screen {
  const { lines } = listOf(city);
  const rowOf = (rows: readonly CaseRow[], { position }: Screen) => ({ listKey: 'q', cursorKey: rows[cursorIndexIn(rows, position)]?.caseId ?? null, meantKey: position.cursorId, index: cursorIndexIn(rows, position), rowCount: rows.length, rowHeight: ROW });
  const change = changeOf(rowOf(before.lines, before), rowOf(lines, before));
  const place = typeof change === 'number' && change !== 0 ? holdStill({ before: before.place, distance: change * ROW, rowsHeight: lines.length * ROW, viewHeight: VIEW }) : before.place;
  return { lines, position: settled(lines, before.position), place };
}

const someCity = fc.uniqueArray(fc.nat(60), { minLength: 3, maxLength: 40 }).chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(...KEYS).map((key) => [`c${id}`, key] as const))).map((cases): City => new Map(cases)));
/** A case that arrives, leaves (null) or changes its group. */
const someChange = fc.tuple(fc.nat(60).map((id) => `c${id}`), fc.option(fc.constantFrom(...KEYS)));

it('never moves the row under the cursor, whatever arrives, leaves or changes its group; where it has gone itself, the next one has its place', () => {
  fc.assert(
    fc.property(someCity, fc.nat(40), fc.array(someChange, { minLength: 1, maxLength: 12 }), (start, cursorAt, changes) => {
      const { lines } = listOf(start);
      let screen: Screen = { lines, position: moveTo(lines, START_POSITION, cursorAt), place: { scrollTop: 0, padStart: 0, padEnd: 0 } };
      let city = start;
      for (const [caseId, group] of changes) {
        const next = new Map(city);
        if (group === null) next.delete(caseId);
        else next.set(caseId, group);
        city = next;
        if (city.size === 0) break;
        const before = screen;
        screen = afterChange(before, city);
        const isThere = screen.lines.some((line) => line.caseId === underCursor(before));
        if (isThere) expect(underCursor(screen)).toBe(underCursor(before));
        // At the end of the list there is no next one: the last takes the cursor, and moves to it no further than it has to.
        if (isThere || cursorIndexIn(before.lines, before.position) < screen.lines.length) expect(onGlass(screen)).toBe(onGlass(before));
        expect(screen.position.cursorId).toBe(underCursor(screen) as CaseId);
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps the cursor at its place after rows have come above it and it has gone then', () => {
  const lines = (ids: readonly string[]) => ids.map((caseId) => ({ caseId: caseId as CaseId })); // safe: any text will do
  const position = moveTo(lines(['a', 'b', 'c', 'd']), START_POSITION, 1);
  const shifted = settled(lines(['x', 'y', 'a', 'b', 'c', 'd']), position);
  expect(shifted).toMatchObject({ cursorId: 'b', cursorIndex: 3 });
  expect(settled(lines(['x', 'y', 'a', 'c', 'd']), shifted)).toMatchObject({ cursorId: 'c', cursorIndex: 3 });
  expect(settled(lines(['a', 'b', 'c', 'd']), position)).toBe(position);
  expect(settled(lines(['a']), START_POSITION)).toBe(START_POSITION);
});

it('lets the counts of both groups follow a case that changes its group', () => {
  const counts = (city: City) => [...listOf(city).heads.values()].map(({ key, countWords }) => `${key} ${countWords}`);
  const before: City = new Map([['a', 'PARKS'], ['b', 'PARKS'], ['c', 'WATER']]);
  expect(counts(before)).toEqual(['PARKS 2 cases', 'WATER 1 case']);
  expect(counts(new Map(before).set('b', 'WATER'))).toEqual(['PARKS 1 case', 'WATER 2 cases']);
  expect(counts(new Map(before).set('c', 'CODE'))).toEqual(['CODE 1 case', 'PARKS 2 cases']);
});
