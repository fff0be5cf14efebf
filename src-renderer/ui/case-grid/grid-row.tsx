import type { ReactTable, Row } from '@tanstack/react-table';
import { memo, type MouseEvent, type ReactElement } from 'react';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { gridFeatures } from './grid-features.ts';

type CaseTable<Of extends CaseRow> = ReactTable<typeof gridFeatures, Of>;

/** A row is named by its number: that cell is its heading. */
const HEADING_COLUMN = 'case';

export function GridHead<Of extends CaseRow>({ table }: { readonly table: CaseTable<Of> }): ReactElement {
  return (
    <div role="rowgroup" className="grid-head">
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className="grid-row-cells">
          {group.headers.map((header, index) => (
            <div key={header.id} role="columnheader" aria-colindex={index + 1} className="grid-cell" data-column={header.column.id}>
              {String(header.column.columnDef.header)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

export interface GridRowProps<Of extends CaseRow> {
  readonly id: string;
  readonly row: Row<typeof gridFeatures, Of>;
  readonly table: CaseTable<Of>;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Stands on the row's upper edge; null: nothing does. */
  readonly divider: string | null;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  /** Differs when the cells would show something else of the same row, such as a later `3 min ago`. */
  readonly columns: unknown;
  readonly onPress: (index: number, event: MouseEvent) => void;
  readonly onOpen: (caseId: CaseId) => void;
}

/** Drawn anew only when something of it has changed: scrolling moves rows by the hundred. */
export const GridRow = memo(PlainRow) as typeof PlainRow; // safe: memo changes no property, it only forgets that the row's type is open

function PlainRow<Of extends CaseRow>({ id, row, table, index, top, divider, isCursor, isSelected, onPress, onOpen }: GridRowProps<Of>): ReactElement {
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
      onDoubleClick={() => onOpen(row.original.caseId)}
    >
      {row.getAllCells().map((cell, column) => (
        <div key={cell.id} role={cell.column.id === HEADING_COLUMN ? 'rowheader' : 'gridcell'} aria-colindex={column + 1} className="grid-cell" data-column={cell.column.id}>
          <table.FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}
