import { type RefObject, useState } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { useStaff } from '../app/workplace.tsx';
import { type CommandBody, runForEach } from '../data/run-for-each.ts';
import { showToast } from '../ui/announce.tsx';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { selectNone } from '../ui/case-grid/cursor.ts';
import type { BulkKind } from './bulk/bulk-dialog.tsx';
import { doneLine, refusedLine } from '../app/bulk/result-words.ts';
import { rememberDone, undoLast, undoStep } from '../app/bulk/undo.ts';
import { moveInQueue, useQueueStore } from './queue-store.ts';

export interface Bulk {
  /** The dialog that is open, and the cases it is about: those that were meant when it was opened. */
  readonly open: { readonly kind: BulkKind | 'close'; readonly rows: readonly CaseRow[] } | null;
  readonly begin: (kind: BulkKind | 'close', rows: readonly CaseRow[]) => void;
  readonly close: () => void;
  /** `words` come after the number of cases. */
  readonly run: (rows: readonly CaseRow[], toBodies: (row: CaseRow) => CommandBody | readonly CommandBody[], words: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** What was refused last; null when nothing was. */
  readonly problem: string | null;
  readonly setProblem: (problem: string | null) => void;
}

/** One command for many cases, and one undo for all of it. */
export function useBulk(grid: RefObject<CaseGridHandle | null>): Bulk {
  const { id } = useStaff();
  const [open, setOpen] = useState<Bulk['open']>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(rows: readonly CaseRow[], toBodies: (row: CaseRow) => CommandBody | readonly CommandBody[], words: string): Promise<void> {
    const result = await runForEach(rows, toBodies);
    const count = result.done.length;
    setOpen(null);
    setProblem(refusedLine(result));
    if (count > 0) {
      const sentence = doneLine(count, words);
      showToast(rememberDone({ ownerId: id, sentence, steps: result.done.map((row) => undoStep(row, [toBodies(row)].flat(), id)) }));
      // What was refused stays selected: the next try is about these.
      const { position } = useQueueStore.getState();
      moveInQueue(result.refused.length === 0 ? selectNone(position) : { ...position, selectedIds: new Set(result.refused.map(({ row }) => row.caseId)) });
    }
    grid.current?.focus();
  }
  async function undo(): Promise<void> {
    const outcome = await undoLast(refusedLine);
    if (outcome === null) return;
    showToast(outcome.sentence);
    setProblem(outcome.problem);
    grid.current?.focus();
  }
  return {
    open,
    begin: (kind, rows) => setOpen({ kind, rows }),
    close: () => setOpen(null),
    ...{ run, undo, problem, setProblem },
  };
}
