import { type RefObject, useState } from 'react';
import { t } from '../../src-shared/language/language.ts';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { MAX_LETTERS_AT_ONCE } from '../../src-shared/protocol/data-rpc/letters-contract.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { Action } from '../app/keymap/action.ts';
import { listActions } from '../app/keymap/list-actions.ts';
import { goBack, goTo } from '../app/routes.ts';
import type { NotNoted } from '../letters/bulk/note-letters.ts';
import { showToast } from '../ui/announce.tsx';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { meantRows, selectNone } from '../ui/case-grid/cursor.ts';
import { useUndo } from '../app/bulk/undo.ts';
import { askQueue, moveInQueue, searchText, useQueueStore } from './queue-store.ts';
import type { Bulk } from './use-bulk.ts';

/** A dialog or a pane of the queue. */
export type QueuePart = 'surveyList' | 'columns' | 'export' | 'saveView' | 'manageViews';

export interface QueueActions {
  /** By name: those that have a place on screen. */
  readonly search: Action;
  readonly open: Action;
  readonly take: Action;
  readonly assign: Action;
  readonly letters: Action;
  readonly surveyList: Action;
  readonly leave: Action;
  readonly peek: Action;
  readonly undo: Action;
  readonly saveView: Action;
  readonly columns: Action;
  readonly export: Action;
  readonly searchAll: Action;
  /** Besides taking and assigning: what is done to many at once. */
  readonly forMany: readonly Action[];
  /** All of them, for the keys, the palette and the F1 sheet. */
  readonly all: readonly Action[];
  /** The cases whose letters are being written; null: none. */
  readonly writing: readonly CaseId[] | null;
  readonly stopWriting: () => void;
  /** Says how the writing went; what could not be noted is said until it is dismissed. */
  readonly finishWriting: (count: number, refused: readonly NotNoted[]) => void;
}

interface QueueActionOptions {
  /** The cases, without heads of groups. */
  readonly rows: readonly CaseRow[];
  /** The case the cursor stands on; null on the head of a group. */
  readonly current: CaseRow | null;
  readonly grid: RefObject<CaseGridHandle | null>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly bulk: Bulk;
  readonly selectAll: () => void;
  readonly togglePeek: () => void;
  readonly focusOn: (field: 'view' | 'sort' | 'group') => void;
  readonly show: (part: QueuePart) => void;
}

/** Everything the queue can do. It acts on the selected cases, or, when none is selected, on the one under the cursor. */
export function useQueueActions(options: QueueActionOptions): QueueActions {
  const { rows, current, grid, searchField, bulk, show, focusOn } = options;
  const state = useQueueStore();
  const { position, view } = state;
  const [writing, setWriting] = useState<readonly CaseId[] | null>(null);
  const undoable = useUndo(({ last }) => last);
  const selected = position.selectedIds.size > 0 ? meantRows(rows, position) : [];
  const meant = selected.length > 0 ? selected : current ? [current] : [];
  const isEnabled = meant.length > 0;
  const act = (id: Action['id'], label: string, run: () => void, more: Partial<Action> = {}): Action => ({ id, label, run, ...more });

  const take = (): void => void bulk.run(meant, ({ assigneeId }) => ({ type: 'case.take', args: { seenAssigneeId: assigneeId } }), meant.length === 1 ? t`taken: yours now` : t`taken: all yours now`);
  async function copyNumbers(): Promise<void> {
    await navigator.clipboard.writeText(meant.map(({ trackingNumber }) => formatTrackingNumber(trackingNumber)).join('\n'));
    showToast(meant.length === 1 ? t`Tracking number copied.` : t`${meant.length} tracking numbers copied.`);
  }
  function finishWriting(count: number, refused: readonly NotNoted[]): void {
    setWriting(null);
    bulk.setProblem(refused.length === 0 ? null : t`${refused.length} not noted: ${[...new Set(refused.map(({ job, sentence }) => `${formatTrackingNumber(job.trackingNumber)}, ${sentence}`))].join(' ')}`);
    if (count > 0) showToast(count === 1 ? t`1 letter is noted as written.` : t`${count} letters are noted as written.`);
    moveInQueue(selectNone(useQueueStore.getState().position));
    grid.current?.focus();
  }
  function leave(): void {
    if (position.selectedIds.size > 0) moveInQueue(selectNone(position));
    else if (searchText(state).trim() !== '') askQueue({ search: '', filters: '' });
    else goBack();
  }
  const named = {
    search: act('queue.search', t`Search cases`, () => searchField.current?.select()),
    open: act('queue.open', t`Open case`, () => current && goTo({ screen: 'case', caseId: current.caseId }), { isEnabled: current !== null }),
    take: act('queue.take', t`Take`, take, { isEnabled }),
    assign: act('queue.assign', t`Assign`, () => bulk.begin('assign', meant), { isEnabled }),
    letters: act('queue.letters', t`Write letters`, () => setWriting(meant.slice(0, MAX_LETTERS_AT_ONCE).map(({ caseId }) => caseId)), { isEnabled: isEnabled && view === 'lettersToWrite' }),
    surveyList: act('queue.surveyList', t`Survey list`, () => show('surveyList'), { isEnabled: view === 'surveyAnswers' }),
    leave: act('queue.leave', t`Select none, clear the search, go back`, leave, { isKeyOnly: true }),
    peek: act('queue.peek', t`Peek at the case`, options.togglePeek),
    undo: act('queue.undo', t`Undo`, () => void bulk.undo(), { isEnabled: undoable !== null }),
    saveView: act('queue.saveView', t`Save this view`, () => show('saveView')),
    columns: act('queue.columns', t`Choose columns`, () => show('columns')),
    searchAll: act('queue.searchAll', t`Search all cases`, () => askQueue({ view: 'all' }), { isEnabled: view !== 'all' }),
    export: act('queue.export', t`Export these cases`, () => show('export'), { isEnabled: rows.length > 0 }),
  };
  const forMany = [
    act('queue.transfer', t`Transfer`, () => bulk.begin('transfer', meant), { isEnabled }),
    act('queue.hold', t`Hold`, () => bulk.begin('hold', meant), { isEnabled }),
    act('queue.note', t`Add note`, () => bulk.begin('note', meant), { isEnabled }),
    act('queue.close', meant.length > 1 ? t`Close cases` : t`Close case`, () => bulk.begin('close', meant), { isEnabled }),
  ];
  const others = [
    act('queue.copy', t`Copy tracking numbers`, () => void copyNumbers(), { isEnabled }),
    act('queue.selectAll', t`Select all of the list`, options.selectAll, { isEnabled: rows.length > 0 }),
    act('queue.manageViews', t`Manage saved views`, () => show('manageViews')),
    act('queue.views', t`Choose a view`, () => focusOn('view')),
    act('queue.sort', t`Sort`, () => focusOn('sort')),
    act('queue.group', t`Group`, () => focusOn('group')),
  ];
  return {
    ...named,
    forMany,
    // Enter is the grid's own.
    all: [...Object.values({ ...named, open: { ...named.open, run: null } }), ...forMany, ...others, ...listActions('queue', grid)],
    writing,
    stopWriting: () => setWriting(null),
    finishWriting,
  };
}
