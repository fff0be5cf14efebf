import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Scope } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { CaseGrid, type CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { BoardDialog } from './board-dialog.tsx';
import { createBoardColumns } from './overdue-columns.tsx';
import { OverdueMessage } from './overdue-message.tsx';
import { moveOnBoard, openBoardFor, useOverdueStore } from './overdue-store.ts';
import { OverdueToolbar } from './overdue-toolbar.tsx';
import { groupLines } from './overdue-words.ts';
import { useBoard } from './use-board.ts';
import { useOverdueActions } from './use-overdue-actions.ts';
import './overdue.css';

const SCOPE: Scope = { id: 'overdue', title: t`Overdue` };

/** What the city owes and is late with: why, whose, since when; and twenty of them put right at once, by keyboard. */
export function OverdueScreen(): ReactElement {
  const [staff, catalogue] = [useStaff(), useCatalogue()];
  useState(() => openBoardFor(staff, catalogue)); // once, before the store is read below
  const { tab, departmentCode, sort, position } = useOverdueStore();
  const grid = useRef<CaseGridHandle>(null);
  const departmentField = useRef<HTMLSelectElement>(null);
  const board = useBoard({ tab, departmentCode, sort });
  const { rows, counts } = board;
  const actions = useOverdueActions({ rows, grid, departmentField });
  useActions(SCOPE, actions.all);
  // Also after a dialog that had followed another one: what had opened it is gone.
  useEffect(() => {
    if (actions.open === null && !isInUse(document.activeElement)) grid.current?.focus();
  }, [actions.open]);
  const [now, panelId] = [useNow(), useId()];
  const columns = useMemo(() => createBoardColumns({ tab, catalogue, now }), [tab, catalogue, now]);
  const dividers = useMemo(() => groupLines(rows, tab === 'wasOverdue' ? 'age' : sort, { catalogue, groups: counts?.groups ?? {} }), [rows, tab, sort, catalogue, counts]);
  return (
    <section className="overdue" aria-labelledby="overdue-title">
      <h1 id="overdue-title" className="visually-hidden">
        {t`Overdue`}
      </h1>
      <OverdueToolbar counts={counts} actions={actions} departmentField={departmentField} panelId={panelId} onDone={() => grid.current?.focus()} />
      {actions.problem !== null && (
        <ErrorNote
          actions={
            <Button size="small" look="quiet" onPress={actions.dismissProblem}>
              {t`Dismiss`}
            </Button>
          }
        >
          {actions.problem}
        </ErrorNote>
      )}
      <div className="overdue-list" role="tabpanel" id={panelId} aria-label={t`Cases`}>
        <CaseGrid
          label={t`Overdue cases`}
          columnSet="overdue"
          columns={columns}
          rows={rows}
          isWaiting={board.isOfBefore}
          totalCount={counts?.[tab] ?? null}
          dividers={dividers}
          listKey={JSON.stringify([tab, departmentCode, sort])}
          position={position}
          onPosition={moveOnBoard}
          onOpen={(caseId) => goTo({ screen: 'case', caseId })}
          onLeave={() => actions.all.find(({ id }) => id === 'overdue.leave')?.run?.()}
          onNearEnd={board.loadMore}
          gridRef={grid}
        />
        <OverdueMessage board={board} tab={tab} departmentCode={departmentCode} />
      </div>
      <footer className="overdue-footer">
        <span className="number">{position.selectedIds.size > 0 ? t`${position.selectedIds.size} selected` : ''}</span>
        {board.isLoadingMore && <span className="muted">{t`Loading more…`}</span>}
      </footer>
      <BoardDialog actions={actions} departmentCode={departmentCode} />
    </section>
  );
}

/** Somebody is somewhere else on the screen already. */
function isInUse(element: Element | null): boolean {
  return element !== null && element !== document.body && element.closest('.overdue') !== null;
}
