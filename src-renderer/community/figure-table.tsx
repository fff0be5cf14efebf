import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { wholeNumber } from '../../src-shared/language/numbers.ts';

export interface FigureTableProps {
  /** Accessible name. */
  readonly label: string;
  readonly headers: readonly { readonly text: string; readonly isNumber?: boolean }[];
  readonly children: ReactNode;
}

/** A table whose buttons are one tab stop: the arrows go from figure to figure. It takes the focus that is nowhere else when it appears. */
export function FigureTable({ label, headers, children }: FigureTableProps): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (!table.current) return;
    keepTabStop(table.current, null); // rows come and go
    // The first figures have come since: the focus goes from the table to them.
    if (document.activeElement === table.current) table.current.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  });
  useEffect(() => {
    // A dialog that led here, such as the palette, is about to close.
    const isNowhere = document.activeElement?.matches('body, main, [data-modal] *') ?? true;
    if (isNowhere) (table.current?.querySelector<HTMLElement>('button[tabindex="0"]') ?? table.current)?.focus(); // the table itself where all is zero
  }, []);
  return (
    <div className="figures-room">
      <table className="figures" tabIndex={-1} aria-label={label} onKeyDown={moveInTable} onFocus={({ currentTarget, target }) => keepTabStop(currentTarget, target)} ref={table}>
        <thead>
          <tr>
            {headers.map(({ text, isNumber = false }) => (
              <th key={text} scope="col" data-number={isNumber || undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

export interface FigureProps {
  readonly count: number;
  /** What pressing it shows: `Open cases: Old Harbor`. */
  readonly label: string;
  readonly isShown: boolean;
  readonly onPress: () => void;
  readonly isAlarming?: boolean;
}

/** A count that opens what it counts. Nothing stands behind a zero. */
export function Figure({ count, label, isShown, onPress, isAlarming = false }: FigureProps): ReactElement {
  const words = wholeNumber(count);
  if (count === 0) return <td className="muted number figure-cell">0</td>;
  return (
    <td className="figure-cell">
      <button type="button" className="figure number" data-alarming={isAlarming || undefined} aria-pressed={isShown} aria-label={`${words}, ${label}`} onClick={onPress}>
        {words}
      </button>
    </td>
  );
}

const buttonsOf = (parent: Element): HTMLButtonElement[] => [...parent.querySelectorAll('button')];

/** The button that had the focus last is the one that Tab reaches; at first it is the first one. */
function keepTabStop(table: HTMLTableElement, focused: Element | null): void {
  const buttons = buttonsOf(table);
  const stop = buttons.find((button) => button === focused) ?? buttons.find((button) => button.tabIndex === 0) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const from = event.target instanceof HTMLElement ? event.target.closest('button') : null;
  const row = from?.closest('tr');
  if (!from || !row || event.altKey || event.ctrlKey) return;
  const to = targetOf(event, from, row);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function targetOf({ key, currentTarget }: KeyboardEvent<HTMLTableElement>, from: HTMLButtonElement, row: HTMLTableRowElement): HTMLButtonElement | undefined {
  const inRow = buttonsOf(row);
  if (key === 'ArrowRight') return inRow[inRow.indexOf(from) + 1];
  if (key === 'ArrowLeft') return inRow[inRow.indexOf(from) - 1];
  const rows = [...currentTarget.rows].filter((one) => buttonsOf(one).length > 0);
  const at = rows.indexOf(row);
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[key];
  if (!next) return undefined;
  // The figure of the same column; where that is a zero, the nearest before it.
  const column = from.closest('td,th')?.getBoundingClientRect().left ?? 0;
  const candidates = buttonsOf(next);
  return candidates.findLast((button) => (button.closest('td,th')?.getBoundingClientRect().left ?? 0) <= column + 1) ?? candidates[0];
}
