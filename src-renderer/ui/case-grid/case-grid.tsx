import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactElement, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { GridColumn } from './columns.tsx';
import { cursorIndexIn, type GridPosition, moveTo, settled, toggleAt } from './cursor.ts';
import { type GridMove, readGridKey } from './grid-keys.ts';
import { GridHead, GridRow, type GridSorting } from './grid-row.tsx';
import { type GroupHead, GroupRow } from './group-row.tsx';
import { useStable } from '../use-stable.ts';
import { useRowHeight } from './use-row-height.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import './case-grid.css';

const FIRST_ROW_HEIGHT = 52;

export interface CaseGridProps<Row extends CaseRow> {
  /** Accessible name: `Cases`, `Overdue cases`. */
  readonly label: string;
  /** Stable while nothing changes in what they show. */
  readonly columns: readonly GridColumn<Row>[];
  /** Names the set of columns, whose widths are in the style of whoever has them; without it they are the queue's. */
  readonly columnSet?: string;
  /** The rows there are so far, in order. Stable while nothing changes. */
  readonly rows: readonly Row[];
  /** These are still the rows of the question before; the answer is on its way. */
  readonly isWaiting?: boolean;
  /** How many there are in all; null while it is not known. */
  readonly totalCount: number | null;
  /** Heads of groups, by the id of the row that stands for each: those rows have no case. */
  readonly groups?: ReadonlyMap<string, GroupHead>;
  /** Folds a group up, or open again. */
  readonly onToggleGroup?: (key: string) => void;
  /** Widths of columns that were chosen; left out: as fits the room. */
  readonly template?: GridTemplate | undefined;
  /** By which columns the list can be sorted, and by which it is. */
  readonly sorting?: GridSorting;
  /** Lines with words above the rows of these indexes: what follows is of another kind. */
  readonly dividers?: ReadonlyMap<number, string>;
  /** Differs for another question: the grid then begins at its top. */
  readonly listKey: string;
  readonly position: GridPosition;
  readonly onPosition: (position: GridPosition) => void;
  readonly onOpen: (caseId: CaseId) => void;
  /** Escape. */
  readonly onLeave: () => void;
  /** The end of `rows` comes into view. */
  readonly onNearEnd: () => void;
  readonly gridRef?: Ref<CaseGridHandle>;
}

export interface GridTemplate {
  /** As in `grid-template-columns`. */
  readonly columns: string;
  /** What the columns need together. */
  readonly leastWidth: string;
}

export interface CaseGridHandle {
  focus(): void;
  /** Moves the cursor by so many rows, as `j` and `k` do. */
  moveBy(rows: number): void;
}

/** Cases as rows of two lines. One tab stop: inside, the cursor is moved with the arrows and read out by its row. */
export function CaseGrid<Row extends CaseRow>(props: CaseGridProps<Row>): ReactElement {
  const { rows, columns, position, onPosition, listKey, onNearEnd } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(probe, FIRST_ROW_HEIGHT);
  const cursorIndex = cursorIndexIn(rows, position);
  const cursorRow = rows[cursorIndex];
  const virtual = useVirtualRows({ grid, rowCount: rows.length, rowHeight, listKey, cursorKey: cursorRow?.caseId ?? null, meantKey: position.cursorId, cursorIndex, onNearEnd });
  const settle = useStable(() => {
    const next = props.isWaiting === true ? position : settled(rows, position);
    if (next !== position) onPosition(next);
  });
  useEffect(() => settle(), [rows, settle]);

  function act(move: GridMove): void {
    const head = cursorRow && props.groups?.get(cursorRow.caseId);
    if (head && (move.kind === 'toggle' || move.kind === 'open' || move.kind === (head.isOpen ? 'fold' : 'unfold'))) props.onToggleGroup?.(head.key);
    else if (move.kind === 'fold') toHead();
    else if (move.kind === 'unfold') return;
    else if (move.kind === 'toggle') onPosition(toggleAt(rows, position, cursorIndex));
    else if (move.kind === 'open' && cursorRow) props.onOpen(cursorRow.caseId);
    else if (move.kind === 'leave') props.onLeave();
    else if (move.kind === 'move') {
      onPosition(moveTo(rows, position, move.to, move.extendsRange));
      virtual.scrollToRow(move.to);
    }
  }
  /** To the head of the group the cursor is in. */
  function toHead(): void {
    const at = rows.findLastIndex(({ caseId }, index) => index <= cursorIndex && props.groups?.has(caseId) === true);
    if (at >= 0) act({ kind: 'move', to: at, extendsRange: false });
  }
  const onToggleGroup = useStable((key: string) => props.onToggleGroup?.(key));
  const onPress = useStable((index: number, event: MouseEvent) => {
    onPosition(event.ctrlKey ? toggleAt(rows, position, index) : moveTo(rows, position, index, event.shiftKey));
  });
  const onOpen = useStable(props.onOpen);
  function onKeyDown(event: KeyboardEvent): void {
    const rowsPerPage = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2);
    const move = readGridKey(event, { index: cursorIndex, rowCount: rows.length, rowsPerPage });
    if (move === null || ((move.kind === 'fold' || move.kind === 'unfold') && !props.groups)) return;
    event.preventDefault();
    act(move);
  }
  useImperativeHandle(props.gridRef, () => ({
    focus: () => grid.current?.focus(),
    moveBy: (count) => act({ kind: 'move', to: Math.max(0, Math.min(cursorIndex + count, rows.length - 1)), extendsRange: false }),
  }));

  return (
    <div
      className="grid"
      role="grid"
      data-columns={props.columnSet}
      data-chosen={props.template !== undefined || undefined}
      style={props.template === undefined ? undefined : ({ '--grid-columns': props.template.columns, '--grid-least-width': props.template.leastWidth } as CSSProperties) /* safe: newer than React's list of properties */}
      aria-label={props.label}
      aria-rowcount={props.totalCount === null ? -1 : props.totalCount + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={props.isWaiting || undefined}
      aria-activedescendant={cursorRow && `${id}-${cursorRow.caseId}`}
      tabIndex={0}
      ref={grid}
      onKeyDown={onKeyDown}
    >
      <GridHead columns={columns} {...(props.sorting ? { sorting: props.sorting } : {})} />
      <div role="rowgroup" className="grid-body" data-begins-divided={props.dividers?.has(0) === true || undefined} style={{ height: virtual.height }}>
        {virtual.items.map(({ index, start }) => {
          const row = rows[index];
          const head = row && props.groups?.get(row.caseId);
          if (row && head) return <GroupRow key={row.caseId} id={`${id}-${row.caseId}`} head={head} index={index} top={start} isCursor={index === cursorIndex} columnCount={columns.length} onPress={onPress} onToggle={onToggleGroup} />;
          return (
            row && (
              <GridRow
                key={row.caseId}
                id={`${id}-${row.caseId}`}
                row={row}
                index={index}
                top={start}
                divider={props.dividers?.get(index) ?? null}
                isCursor={index === cursorIndex}
                isSelected={position.selectedIds.has(row.caseId)}
                columns={columns}
                onPress={onPress}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
      <div className="grid-probe" ref={probe} aria-hidden="true" />
    </div>
  );
}
