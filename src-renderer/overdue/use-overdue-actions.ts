import { type RefObject, useState } from 'react';
import type { BoardRow, BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { Action } from '../app/keymap/action.ts';
import { listActions } from '../app/keymap/list-actions.ts';
import { goBack } from '../app/routes.ts';
import type { EachResult } from '../data/run-for-each.ts';
import { announce, showToast } from '../ui/announce.tsx';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { meantRows, selectAll, selectNone } from '../ui/case-grid/cursor.ts';
import { doneLine, refusedLine } from './bulk/result-words.ts';
import { askBoard, moveOnBoard, useOverdueStore } from './overdue-store.ts';

/** The dialogs of the board; at most one is open. */
export type BoardDialogName = 'assign' | 'transfer' | 'contact' | 'hold' | 'print';

export interface OverdueActions {
  /** In the order of the buttons. */
  readonly bulk: readonly Action[];
  readonly print: Action;
  readonly open: BoardDialogName | null;
  /** What an open dialog is about; those that were meant when it opened, though rows come and go. */
  readonly meant: readonly BoardRow[];
  readonly closeDialog: () => void;
  /** Says how it went; what was refused stays selected. */
  readonly finish: (result: EachResult<BoardRow>, doneWords: string) => void;
  /** Why some were not done; null when all were. */
  readonly problem: string | null;
  readonly dismissProblem: () => void;
}

export interface OverdueActionOptions {
  readonly rows: readonly BoardRow[];
  readonly grid: RefObject<CaseGridHandle | null>;
  readonly departmentField: RefObject<HTMLSelectElement | null>;
}

const TAB_KEYS: readonly { readonly tab: BoardTab; readonly label: string; readonly key: string }[] = [
  { tab: 'overdue', label: 'Show what is overdue', key: '1' },
  { tab: 'dueSoon', label: 'Show what is due soon', key: '2' },
  { tab: 'wasOverdue', label: 'Show what was overdue', key: '3' },
];
const BULK: readonly { readonly name: BoardDialogName; readonly label: string; readonly key: string }[] = [
  { name: 'assign', label: 'Assign', key: 'a' },
  { name: 'transfer', label: 'Transfer', key: 't' },
  { name: 'contact', label: 'Log contact', key: 'l' },
  { name: 'hold', label: 'Hold', key: 'h' },
];

/** Everything the board can do. It acts on the selected cases, or, when none is selected, on the one under the cursor. */
export function useOverdueActions({ rows, grid, departmentField }: OverdueActionOptions): OverdueActions & { readonly all: readonly Action[] } {
  const { position } = useOverdueStore();
  const [dialog, setDialog] = useState<{ readonly name: BoardDialogName; readonly meant: readonly BoardRow[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const meant = meantRows(rows, position);
  const isEnabled = meant.length > 0;

  function finish(result: EachResult<BoardRow>, doneWords: string): void {
    setDialog(null);
    const { done, refused } = result;
    if (done.length > 0) showToast(doneLine(done.length, doneWords));
    const refusedWords = refusedLine(result);
    setProblem(refusedWords === null ? null : done.length > 0 ? `${doneLine(done.length, doneWords)} ${refusedWords}` : refusedWords);
    const now = useOverdueStore.getState().position;
    moveOnBoard({ ...now, selectedIds: new Set(refused.map(({ row }) => row.caseId)) });
  }
  function leave(): void {
    if (position.selectedIds.size > 0) moveOnBoard(selectNone(position));
    else goBack();
  }
  function chooseAll(): void {
    moveOnBoard(selectAll(rows, position));
    announce(`${rows.length} selected`);
  }
  const bulk = BULK.map(({ name, label, key }): Action => ({ id: `overdue.${name}`, label, keys: [key], isEnabled, run: () => setDialog({ name, meant }) }));
  const print: Action = { id: 'overdue.print', label: 'Print list', keys: ['p', 'Ctrl+P'], run: () => setDialog({ name: 'print', meant: [] }) };
  const all: readonly Action[] = [
    { id: 'overdue.open', label: 'Open case', keys: ['Enter'], run: null, isEnabled },
    ...bulk,
    print,
    { id: 'overdue.department', label: 'Choose the department', keys: ['d'], run: () => departmentField.current?.focus() },
    ...TAB_KEYS.map(({ tab, label, key }): Action => ({ id: `overdue.${tab}`, label, keys: [key], run: () => askBoard({ tab }) })),
    { id: 'overdue.selectAll', label: 'Select all that are shown', keys: ['Ctrl+A'], run: chooseAll, isEnabled: rows.length > 0 },
    { id: 'overdue.copy', label: 'Copy tracking numbers', keys: ['Ctrl+Shift+C'], run: () => void copyNumbers(meant), isEnabled },
    { id: 'overdue.leave', label: 'Select none, go back', keys: ['Escape'], run: leave, isKeyOnly: true },
    ...listActions('overdue', grid),
  ];
  return { all, bulk, print, open: dialog?.name ?? null, meant: dialog?.meant ?? [], closeDialog: () => setDialog(null), finish, problem, dismissProblem: () => setProblem(null) };
}

async function copyNumbers(rows: readonly BoardRow[]): Promise<void> {
  await navigator.clipboard.writeText(rows.map(({ trackingNumber }) => formatTrackingNumber(trackingNumber)).join('\n'));
  showToast(rows.length === 1 ? 'Tracking number copied.' : `${rows.length} tracking numbers copied.`);
}
