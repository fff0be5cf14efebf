import { type RefObject, useState } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { MAX_LETTERS_AT_ONCE } from '../../src-shared/protocol/data-rpc/letters-contract.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { goBack, goTo } from '../app/routes.ts';
import type { Action } from '../app/keymap/action.ts';
import { listActions } from '../app/keymap/list-actions.ts';
import { runForEach } from '../data/run-for-each.ts';
import type { NotNoted } from '../letters/bulk/note-letters.ts';
import { announce, showToast } from '../ui/announce.tsx';
import { caseCount } from '../ui/case-words.ts';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { cursorIndexIn, meantRows, selectAll, selectNone } from '../ui/case-grid/cursor.ts';
import { askQueue, moveInQueue, useQueueStore } from './queue-store.ts';

export interface QueueActions {
  readonly search: Action;
  readonly open: Action;
  readonly take: Action;
  readonly copyNumbers: Action;
  /** Where letters are waiting to be written. */
  readonly letters: Action;
  /** Of the view “Survey answers”: what citizens said, on screen and on paper. */
  readonly surveyList: Action;
  readonly selectAll: Action;
  /** The cases whose letters are being written; null: none. */
  readonly writing: readonly CaseId[] | null;
  readonly stopWriting: () => void;
  /** Says how the writing went; what could not be noted is said until it is dismissed. */
  readonly finishWriting: (count: number, refused: readonly NotNoted[]) => void;
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
  readonly openSurveyList: () => void;
}

/** Everything the queue can do. It acts on the selected cases, or, when none is selected, on the one under the cursor. */
export function useQueueActions({ rows, grid, searchField, openSurveyList }: QueueActionOptions): QueueActions {
  const { position, search, view } = useQueueStore();
  const [writing, setWriting] = useState<readonly CaseId[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const current = rows[cursorIndexIn(rows, position)];
  const meant = meantRows(rows, position);
  const isEnabled = meant.length > 0;

  async function take(): Promise<void> {
    const { done, refused } = await runForEach(meant, ({ assigneeId }) => ({ type: 'case.take', args: { seenAssigneeId: assigneeId } }));
    setProblem(refused.length === 0 ? null : [...new Set(refused.map(({ sentence }) => sentence))].join(' '));
    if (done.length > 0) showToast(`${caseCount(done.length)} taken: yours now.`);
    grid.current?.focus();
  }
  async function copyNumbers(): Promise<void> {
    await navigator.clipboard.writeText(meant.map(({ trackingNumber }) => formatTrackingNumber(trackingNumber)).join('\n'));
    showToast(meant.length === 1 ? 'Tracking number copied.' : `${meant.length} tracking numbers copied.`);
  }
  function finishWriting(count: number, refused: readonly NotNoted[]): void {
    setWriting(null);
    setProblem(refused.length === 0 ? null : `${refused.length} not noted: ${[...new Set(refused.map(({ job, sentence }) => `${formatTrackingNumber(job.trackingNumber)}, ${sentence}`))].join(' ')}`);
    if (count > 0) showToast(`${count === 1 ? '1 letter is' : `${count} letters are`} noted as written.`);
    moveInQueue(selectNone(useQueueStore.getState().position));
    grid.current?.focus();
  }
  function chooseAll(): void {
    moveInQueue(selectAll(rows, position));
    announce(`${rows.length} selected`);
  }
  function leave(): void {
    if (position.selectedIds.size > 0) moveInQueue(selectNone(position));
    else if (search !== '') askQueue({ search: '' });
    else goBack();
  }
  return {
    search: { id: 'queue.search', label: 'Search cases', keys: ['/'], run: () => searchField.current?.select() },
    open: { id: 'queue.open', label: 'Open case', keys: ['Enter'], run: () => current && goTo({ screen: 'case', caseId: current.caseId }), isEnabled },
    take: { id: 'queue.take', label: 'Take', keys: ['y'], run: () => void take(), isEnabled },
    copyNumbers: { id: 'queue.copy', label: 'Copy tracking numbers', keys: ['Ctrl+Shift+C'], run: () => void copyNumbers(), isEnabled },
    letters: { id: 'queue.letters', label: 'Write letters', keys: ['w'], run: () => setWriting(meant.slice(0, MAX_LETTERS_AT_ONCE).map(({ caseId }) => caseId)), isEnabled: isEnabled && view === 'lettersToWrite' },
    surveyList: { id: 'queue.surveyList', label: 'Survey list', keys: ['p', 'Ctrl+P'], run: openSurveyList, isEnabled: view === 'surveyAnswers' },
    selectAll: { id: 'queue.selectAll', label: 'Select all that are shown', keys: ['Ctrl+A'], run: chooseAll, isEnabled: rows.length > 0 },
    writing,
    stopWriting: () => setWriting(null),
    finishWriting,
    leave: { id: 'queue.leave', label: 'Select none, clear the search, go back', keys: ['Escape'], run: leave, isKeyOnly: true },
    keysOnly: listActions('queue', grid),
    problem,
    dismissProblem: () => setProblem(null),
  };
}
