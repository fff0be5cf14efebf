import { memo, type MouseEvent, type ReactElement } from 'react';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { GridColumn } from './columns.tsx';

/** A row is named by its number: that cell is its heading. */
const HEADING_COLUMN = 'case';

export interface GridSorting {
  /** By id of a column: how the list is sorted by it now, and what a press does. */
  readonly columns: Readonly<Partial<Record<string, { readonly direction: 'ascending' | 'descending' | 'none'; readonly onSort: () => void }>>>;
}

interface GridHeadProps<Of extends CaseRow> {
  readonly columns: readonly GridColumn<Of>[];
  readonly sorting?: GridSorting;
}

export function GridHead<Of extends CaseRow>({ columns, sorting }: GridHeadProps<Of>): ReactElement {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row-cells">
        {columns.map(({ id, header }, index) => {
          const sort = sorting?.columns[id];
          return (
            <div key={id} role="columnheader" aria-colindex={index + 1} aria-sort={sort?.direction} className="grid-cell" data-column={id}>
              {sort ? (
                // By keyboard the list is sorted with the field “Sort”: the head is beside the rows' one tab stop.
                <button type="button" tabIndex={-1} className="grid-sort" onClick={sort.onSort} data-direction={sort.direction}>
                  {header}
                </button>
              ) : (
                header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

export interface GridRowProps<Of extends CaseRow> {
  readonly id: string;
  /** The same object while nothing of it has changed. */
  readonly row: Of;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Stands on the row's upper edge; null: nothing does. */
  readonly divider: string | null;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  /** Differs when the cells would show something else of the same row, such as a later `3 min ago`. */
  readonly columns: readonly GridColumn<Of>[];
  readonly onPress: (index: number, event: MouseEvent) => void;
  readonly onOpen: (caseId: CaseId) => void;
}

/** Drawn anew only when something of it has changed: scrolling moves rows by the hundred. */
export const GridRow = memo(PlainRow) as typeof PlainRow; // safe: memo changes no property, it only forgets that the row's type is open

function PlainRow<Of extends CaseRow>({ id, row, columns, index, top, divider, isCursor, isSelected, onPress, onOpen }: GridRowProps<Of>): ReactElement {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="grid-row grid-row-cells"
      data-cursor={isCursor || undefined}
      data-divider={divider ?? undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPress(index, event)}
      onDoubleClick={() => onOpen(row.caseId)}
    >
      {columns.map((column, at) => (
        <div key={column.id} role={column.id === HEADING_COLUMN ? 'rowheader' : 'gridcell'} aria-colindex={at + 1} className="grid-cell" data-column={column.id}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
