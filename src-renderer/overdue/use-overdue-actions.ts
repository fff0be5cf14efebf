import { t } from '../../src-shared/language/language.ts';
import { type RefObject, useState } from 'react';
import type { BoardRow, BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { rememberDone, undoLast, undoStep, useUndo } from '../app/bulk/undo.ts';
import type { Action } from '../app/keymap/action.ts';
import { listActions } from '../app/keymap/list-actions.ts';
import { goBack } from '../app/routes.ts';
import { useStaff } from '../app/workplace.tsx';
import type { EachResult } from '../data/run-for-each.ts';
import { announce, showToast } from '../ui/announce.tsx';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { meantRows, selectAll, selectNone } from '../ui/case-grid/cursor.ts';
import type { BulkDone } from './bulk/use-bulk-form.ts';
import { doneLine, refusedLine } from '../app/bulk/result-words.ts';
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
  readonly finish: (result: EachResult<BoardRow>, done: BulkDone) => void;
  /** Why some were not done; null when all were. */
  readonly problem: string | null;
  readonly dismissProblem: () => void;
}

export interface OverdueActionOptions {
  readonly rows: readonly BoardRow[];
  readonly grid: RefObject<CaseGridHandle | null>;
  readonly departmentField: RefObject<HTMLSelectElement | null>;
}

const TAB_KEYS: readonly { readonly tab: BoardTab; readonly label: string }[] = [
  { tab: 'overdue', label: t`Show what is overdue` },
  { tab: 'dueSoon', label: t`Show what is due soon` },
  { tab: 'wasOverdue', label: t`Show what was overdue` },
];
const BULK: readonly { readonly name: BoardDialogName; readonly label: string }[] = [
  { name: 'assign', label: t`Assign` },
  { name: 'transfer', label: t`Transfer` },
  { name: 'contact', label: t`Log contact` },
  { name: 'hold', label: t`Hold` },
];

/** Everything the board can do. It acts on the selected cases, or, when none is selected, on the one under the cursor. */
export function useOverdueActions({ rows, grid, departmentField }: OverdueActionOptions): OverdueActions & { readonly all: readonly Action[] } {
  const { position } = useOverdueStore();
  const [dialog, setDialog] = useState<{ readonly name: BoardDialogName; readonly meant: readonly BoardRow[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { id: staffId } = useStaff();
  const undoable = useUndo(({ last }) => last);
  const meant = meantRows(rows, position);
  const isEnabled = meant.length > 0;

  function finish(result: EachResult<BoardRow>, { words: doneWords, body }: BulkDone): void {
    setDialog(null);
    const { done, refused } = result;
    const steps = done.map((row) => undoStep(row, [body(row)], staffId));
    if (done.length > 0) showToast(rememberDone({ ownerId: staffId, sentence: doneLine(done.length, doneWords), steps }));
    const refusedWords = refusedLine(result);
    setProblem(refusedWords === null ? null : done.length > 0 ? `${doneLine(done.length, doneWords)} ${refusedWords}` : refusedWords);
    const now = useOverdueStore.getState().position;
    moveOnBoard({ ...now, selectedIds: new Set(refused.map(({ row }) => row.caseId)) });
  }
  async function undo(): Promise<void> {
    const outcome = await undoLast(refusedLine);
    if (outcome === null) return;
    showToast(outcome.sentence);
    setProblem(outcome.problem);
    grid.current?.focus();
  }
  function leave(): void {
    if (position.selectedIds.size > 0) moveOnBoard(selectNone(position));
    else goBack();
  }
  function chooseAll(): void {
    moveOnBoard(selectAll(rows, position));
    announce(t`${rows.length} selected`);
  }
  const bulk = BULK.map(({ name, label }): Action => ({ id: `overdue.${name}`, label, isEnabled, run: () => setDialog({ name, meant }) }));
  const print: Action = { id: 'overdue.print', label: t`Print list`, run: () => setDialog({ name: 'print', meant: [] }) };
  const all: readonly Action[] = [
    { id: 'overdue.open', label: t`Open case`, run: null, isEnabled },
    ...bulk,
    print,
    { id: 'overdue.department', label: t`Choose the department`, run: () => departmentField.current?.focus() },
    ...TAB_KEYS.map(({ tab, label }): Action => ({ id: `overdue.${tab}`, label, run: () => askBoard({ tab }) })),
    { id: 'overdue.selectAll', label: t`Select all that are shown`, run: chooseAll, isEnabled: rows.length > 0 },
    { id: 'overdue.copy', label: t`Copy tracking numbers`, run: () => void copyNumbers(meant), isEnabled },
    { id: 'overdue.undo', label: t`Undo`, run: () => void undo(), isEnabled: undoable?.ownerId === staffId },
    { id: 'overdue.leave', label: t`Select none, go back`, run: leave, isKeyOnly: true },
    ...listActions('overdue', grid),
  ];
  return { all, bulk, print, open: dialog?.name ?? null, meant: dialog?.meant ?? [], closeDialog: () => setDialog(null), finish, problem, dismissProblem: () => setProblem(null) };
}

async function copyNumbers(rows: readonly BoardRow[]): Promise<void> {
  await navigator.clipboard.writeText(rows.map(({ trackingNumber }) => formatTrackingNumber(trackingNumber)).join('\n'));
  showToast(rows.length === 1 ? t`Tracking number copied.` : t`${rows.length} tracking numbers copied.`);
}
