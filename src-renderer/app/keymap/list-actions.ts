import type { RefObject } from 'react';
import type { CaseGridHandle } from '../../ui/case-grid/case-grid.tsx';
import type { Action } from './action.ts';

/**
 * The keys of a list of cases, for the F1 sheet and for when the focus is beside it: `j` and `k` put it back. `list`: begins the
 * actions' names, such as `queue`.
 */
export function listActions(list: string, grid: RefObject<CaseGridHandle | null>): readonly Action[] {
  const move = (rowCount: number) => (): void => {
    grid.current?.focus();
    grid.current?.moveBy(rowCount);
  };
  return [
    { id: `${list}.next`, label: 'Next case', keys: ['j'], run: move(1), doesRepeat: true, isKeyOnly: true },
    { id: `${list}.previous`, label: 'Previous case', keys: ['k'], run: move(-1), doesRepeat: true, isKeyOnly: true },
    { id: `${list}.arrows`, label: 'Next or previous case', keys: ['ArrowDown', 'ArrowUp'], run: null },
    { id: `${list}.page`, label: 'A page down or up', keys: ['PageDown', 'PageUp'], run: null },
    { id: `${list}.ends`, label: 'First or last case', keys: ['Home', 'End'], run: null },
    { id: `${list}.select`, label: 'Select the case', keys: ['Space'], run: null },
    { id: `${list}.range`, label: 'Select a range', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], run: null },
  ];
}
