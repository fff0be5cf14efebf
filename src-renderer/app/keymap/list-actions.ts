import { t } from '../../../src-shared/language/language.ts';
import type { RefObject } from 'react';
import type { CaseGridHandle } from '../../ui/case-grid/case-grid.tsx';
import type { Action } from './action.ts';

/**
 * The keys of a list of cases, for the F1 sheet and for when the focus is beside it: `j` and `k` put it back. `list`: begins the
 * actions' names, such as `queue`.
 */
export function listActions(list: 'queue' | 'overdue' | 'community', grid: RefObject<CaseGridHandle | null>): readonly Action[] {
  const move = (rowCount: number) => (): void => {
    grid.current?.focus();
    grid.current?.moveBy(rowCount);
  };
  return [
    { id: `${list}.next`, label: t`Next case`, run: move(1), doesRepeat: true, isKeyOnly: true },
    { id: `${list}.previous`, label: t`Previous case`, run: move(-1), doesRepeat: true, isKeyOnly: true },
    { id: `${list}.arrows`, label: t`Next or previous case`, run: null },
    { id: `${list}.page`, label: t`A page down or up`, run: null },
    { id: `${list}.ends`, label: t`First or last case`, run: null },
    { id: `${list}.select`, label: t`Select the case`, run: null },
    { id: `${list}.range`, label: t`Select a range`, run: null },
  ];
}
