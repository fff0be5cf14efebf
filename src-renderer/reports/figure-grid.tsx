import { t } from '../../src-shared/language/language.ts';
import { Fragment, type KeyboardEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { type FigureName, figureKey } from '../../src-shared/reports/figure-key.ts';

export interface FigureCell {
  readonly text: string;
  /** Smaller, under it; empty: nothing. */
  readonly detail?: string;
  /** What it is the figure of; null: there is nothing behind it. */
  readonly figure: FigureName | null;
  readonly tone?: 'good' | 'bad' | null;
}

export interface FigureRow {
  readonly key: string;
  /** Heading of the row. */
  readonly head: ReactNode;
  /** As it is read out before a figure: `Received`, `Water`. */
  readonly name: string;
  readonly cells: readonly FigureCell[];
  readonly isWhole?: boolean;
}

export interface FigureGridProps {
  /** Accessible name. */
  readonly label: string;
  /** Over the row headings, then over each column. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** `origin`: this table, for the way back. */
  readonly onOpen: (figure: FigureName, origin: string) => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Figures as a table with one tab stop: the arrows go from figure to figure, Enter opens the cases behind it. */
export function FigureGrid({ label, columns, rows, onOpen }: FigureGridProps): ReactElement {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const at = nearestOpen(rows, place);
  function onKeyDown(event: KeyboardEvent): void {
    const next = moved(rows, at, event.key);
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  }
  return (
    <div className="figure-grid-room">
      <table className="figure-grid" role="grid" aria-label={label} ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key} data-whole={row.isWhole || undefined}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, column) => (
                <td key={columns[column + 1] ?? column} data-tone={cell.tone ?? undefined}>
                  <Cell
                    cell={cell}
                    name={`${row.name}, ${columns[column + 1] ?? ''}`}
                    place={`${index} ${column}`}
                    isStop={at !== null && at.row === index && at.column === column}
                    origin={label}
                    onFocus={() => setPlace({ row: index, column })}
                    onOpen={(figure) => onOpen(figure, label)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: FigureCell;
  readonly name: string;
  readonly place: string;
  readonly isStop: boolean;
  readonly origin: string;
  readonly onFocus: () => void;
  readonly onOpen: (figure: FigureName) => void;
}

function Cell({ cell: { text, detail = '', figure }, name, place, isStop, origin, onFocus, onOpen }: CellProps): ReactElement {
  const words = (
    <Fragment>
      <span className="number">{text}</span>
      {detail !== '' && <small> {detail}</small>}
    </Fragment>
  );
  if (figure === null) return <span className="figure-plain">{words}</span>;
  return (
    <button
      type="button"
      className="figure-button"
      data-place={place}
      data-figure={figureKey(figure)}
      data-origin={origin}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onOpen(figure)}
      aria-label={t`${text} ${detail}, ${name}: show the cases`.replace(' ,', ',')}
    >
      {words}
    </button>
  );
}

const isOpen = (rows: readonly FigureRow[], { row, column }: Place): boolean => (rows[row]?.cells[column]?.figure ?? null) !== null;

/** The tab stop: where it was, or the first figure that opens. */
function nearestOpen(rows: readonly FigureRow[], place: Place): Place | null {
  if (isOpen(rows, place)) return place;
  const row = rows.findIndex(({ cells }) => cells.some(({ figure }) => figure !== null));
  return row < 0 ? null : { row, column: rows[row]?.cells.findIndex(({ figure }) => figure !== null) ?? 0 };
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The next figure that opens in the direction of a key; null: the key is none of the table's, or there is none. */
export function moved(rows: readonly FigureRow[], from: Place | null, key: string): Place | null {
  const step = STEPS[key];
  if (from === null || step === undefined) return null;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let to = add(from, step); to.row >= 0 && to.row < rows.length && to.column >= 0 && to.column < width; to = add(to, step)) {
    if (isOpen(rows, to)) return to;
  }
  return null;
}

function add(place: Place, step: Place): Place {
  return { row: place.row + step.row, column: place.column + step.column };
}
