import { type RefObject, useState } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { goBack, goTo } from '../app/routes.ts';
import type { Action } from '../app/keymap/action.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { showToast } from '../ui/announce.tsx';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { cursorIndexIn, selectNone } from '../ui/case-grid/cursor.ts';
import { caseCount } from './queue-words.ts';
import { askQueue, moveInQueue, useQueueStore } from './queue-store.ts';
import { takeCases } from './take-cases.ts';

export interface QueueActions {
  readonly search: Action;
  readonly open: Action;
  readonly take: Action;
  readonly copyNumbers: Action;
  /** Takes the selection away, then the search, then goes back: one step at a time. */
  readonly leave: Action;
  /** Keys only: they move the cursor. */
  readonly keysOnly: readonly Action[];
  /** What was refused last; null when nothing was. */
  readonly problem: string | null;
  readonly dismissProblem: () => void;
}

interface QueueActionOptions {
  readonly rows: readonly CaseRow[];
  readonly grid: RefObject<CaseGridHandle | null>;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Everything the queue can do. It acts on the selected cases, or, when none is selected, on the one under the cursor. */
export function useQueueActions({ rows, grid, searchField }: QueueActionOptions): QueueActions {
  const { position, search } = useQueueStore();
  const [problem, setProblem] = useState<string | null>(null);
  const current = rows[cursorIndexIn(rows, position)];
  const selected = rows.filter(({ caseId }) => position.selectedIds.has(caseId));
  const meant = selected.length > 0 ? selected : current ? [current] : [];
  const isEnabled = meant.length > 0;

  async function take(): Promise<void> {
    try {
      const { taken, refusals } = await takeCases(meant);
      setProblem(refusals.length === 0 ? null : refusals.join(' '));
      if (taken > 0) showToast(`${caseCount(taken)} taken: yours now.`);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
    grid.current?.focus();
  }
  async function copyNumbers(): Promise<void> {
    await navigator.clipboard.writeText(meant.map(({ trackingNumber }) => formatTrackingNumber(trackingNumber)).join('\n'));
    showToast(meant.length === 1 ? 'Tracking number copied.' : `${meant.length} tracking numbers copied.`);
  }
  function leave(): void {
    if (selected.length > 0) moveInQueue(selectNone(position));
    else if (search !== '') askQueue({ search: '' });
    else goBack();
  }
  const move = (rowCount: number) => (): void => {
    grid.current?.focus();
    grid.current?.moveBy(rowCount);
  };
  return {
    search: { id: 'queue.search', label: 'Search cases', keys: ['/'], run: () => searchField.current?.select() },
    open: { id: 'queue.open', label: 'Open case', keys: ['Enter'], run: () => current && goTo({ screen: 'case', caseId: current.caseId }), isEnabled },
    take: { id: 'queue.take', label: 'Take', keys: ['y'], run: () => void take(), isEnabled },
    copyNumbers: { id: 'queue.copy', label: 'Copy tracking numbers', keys: ['Ctrl+Shift+C'], run: () => void copyNumbers(), isEnabled },
    leave: { id: 'queue.leave', label: 'Select none, clear the search, go back', keys: ['Escape'], run: leave, isKeyOnly: true },
    keysOnly: [
      { id: 'queue.next', label: 'Next case', keys: ['j'], run: move(1), doesRepeat: true, isKeyOnly: true },
      { id: 'queue.previous', label: 'Previous case', keys: ['k'], run: move(-1), doesRepeat: true, isKeyOnly: true },
      { id: 'queue.arrows', label: 'Next or previous case', keys: ['ArrowDown', 'ArrowUp'], run: null },
      { id: 'queue.page', label: 'A page down or up', keys: ['PageDown', 'PageUp'], run: null },
      { id: 'queue.ends', label: 'First or last case', keys: ['Home', 'End'], run: null },
      { id: 'queue.select', label: 'Select the case', keys: ['Space'], run: null },
      { id: 'queue.range', label: 'Select a range', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], run: null },
    ],
    problem,
    dismissProblem: () => setProblem(null),
  };
}
