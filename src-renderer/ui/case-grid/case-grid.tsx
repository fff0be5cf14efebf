import { createColumnHelper, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type Ref, useId, useImperativeHandle, useMemo, useRef } from 'react';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { GridColumn } from './columns.tsx';
import { cursorIndexIn, type GridPosition, moveTo, toggleAt } from './cursor.ts';
import { gridFeatures } from './grid-features.ts';
import { type GridMove, readGridKey } from './grid-keys.ts';
import { GridHead, GridRow } from './grid-row.tsx';
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
  const tableColumns = useMemo(() => toTableColumns(columns), [columns]);
  const table = useTable({ features: gridFeatures, columns: tableColumns, data: rows, getRowId: (row) => row.caseId });
  const tableRows = table.getRowModel().rows;
  const cursorIndex = cursorIndexIn(rows, position);
  const cursorRow = rows[cursorIndex];
  const virtual = useVirtualRows({ grid, rowCount: rows.length, rowHeight, listKey, cursorKey: cursorRow?.caseId ?? null, cursorIndex, onNearEnd });

  function act(move: GridMove): void {
    if (move.kind === 'toggle') onPosition(toggleAt(rows, position, cursorIndex));
    else if (move.kind === 'open' && cursorRow) props.onOpen(cursorRow.caseId);
    else if (move.kind === 'leave') props.onLeave();
    else if (move.kind === 'move') {
      onPosition(moveTo(rows, position, move.to, move.extendsRange));
      virtual.scrollToRow(move.to);
    }
  }
  const onPress = useStable((index: number, event: MouseEvent) => {
    onPosition(event.ctrlKey ? toggleAt(rows, position, index) : moveTo(rows, position, index, event.shiftKey));
  });
  const onOpen = useStable(props.onOpen);
  function onKeyDown(event: KeyboardEvent): void {
    const rowsPerPage = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2);
    const move = readGridKey(event, { index: cursorIndex, rowCount: rows.length, rowsPerPage });
    if (move === null) return;
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
      <GridHead table={table} />
      <div role="rowgroup" className="grid-body" data-begins-divided={props.dividers?.has(0) === true || undefined} style={{ height: virtual.height }}>
        {virtual.items.map(({ index, start }) => {
          const row = tableRows[index];
          return (
            row && (
              <GridRow
                key={row.id}
                id={`${id}-${row.id}`}
                row={row}
                table={table}
                index={index}
                top={start}
                divider={props.dividers?.get(index) ?? null}
                isCursor={index === cursorIndex}
                isSelected={position.selectedIds.has(row.original.caseId)}
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

function toTableColumns<Row extends CaseRow>(columns: readonly GridColumn<Row>[]) {
  const helper = createColumnHelper<typeof gridFeatures, Row>();
  return columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) }));
}
