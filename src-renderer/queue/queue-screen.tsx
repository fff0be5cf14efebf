import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { BulletinStrip } from '../app/bulletins/bulletin-strip.tsx';
import type { Scope } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { openCaseByNumber } from '../app/open-case-by-number.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { CaseGrid, type CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { createCaseColumns } from '../ui/case-grid/columns.tsx';
import { LettersDialog } from '../letters/bulk/letters-dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { QueueFooter } from './queue-footer.tsx';
import { QueueMessage } from './queue-message.tsx';
import { moveInQueue, openQueueFor, useQueueStore } from './queue-store.ts';
import { QueueToolbar } from './queue-toolbar.tsx';
import { SurveyListDialog } from './survey-list-dialog.tsx';
import { useColleagues } from './use-colleagues.ts';
import { useQueueActions } from './use-queue-actions.ts';
import { useQueueRows } from './use-queue-rows.ts';
import './queue.css';

const SCOPE: Scope = { id: 'queue', title: 'Queue' };

/** The cases of a view, live; everything by keyboard. `view`: what it is opened with; null: as it was left. */
export function QueueScreen({ view: givenView }: { readonly view: QueueView | null }): ReactElement {
  const staff = useStaff();
  useState(() => openQueueFor(staff, givenView)); // once, before the store is read below
  const { view, search, sort, position } = useQueueStore();
  const grid = useRef<CaseGridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const queue = useQueueRows({ view, search, sort });
  const [isSurveyList, setSurveyList] = useState(false);
  const actions = useQueueActions({ rows: queue.rows, grid, searchField, openSurveyList: () => setSurveyList(true) });
  const { open, ...acting } = actions;
  useActions(SCOPE, [acting.search, { ...open, run: null }, acting.take, acting.copyNumbers, acting.letters, acting.surveyList, acting.selectAll, acting.leave, ...acting.keysOnly]);
  const [catalogue, now, colleagues] = [useCatalogue(), useNow(), useColleagues()];
  const columns = useMemo(() => createCaseColumns({ catalogue, now, colleagues }), [catalogue, now, colleagues]);
  const dividers = new Map(queue.olderCount > 0 ? [[queue.rows.length - queue.olderCount, queue.olderLine ?? '']] : []);
  useEffect(() => grid.current?.focus(), []);
  return (
    <section className="queue" aria-labelledby="queue-title">
      <h1 id="queue-title" className="visually-hidden">
        Queue
      </h1>
      <BulletinStrip />
      <QueueToolbar
        actions={actions}
        searchField={searchField}
        isMistyped={queue.isMistyped}
        onDone={() => grid.current?.focus()}
        onOpen={(number) => void openCaseByNumber(queryClient, number)}
      />
      {actions.problem !== null && (
        <ErrorNote
          actions={
            <Button size="small" look="quiet" onPress={actions.dismissProblem}>
              Dismiss
            </Button>
          }
        >
          {actions.problem}
        </ErrorNote>
      )}
      <div className="queue-list">
        <CaseGrid
          label="Cases"
          rows={queue.rows}
          isWaiting={queue.isOfBefore}
          totalCount={queue.count === null ? null : queue.count + queue.olderCount}
          dividers={dividers}
          listKey={JSON.stringify([view, search, sort])}
          position={position}
          onPosition={moveInQueue}
          onOpen={(caseId) => goTo({ screen: 'case', caseId })}
          onLeave={() => actions.leave.run?.()}
          onNearEnd={queue.loadMore}
          gridRef={grid}
          columns={columns}
        />
        <QueueMessage queue={queue} view={view} search={search} />
      </div>
      {actions.writing !== null && <LettersDialog caseIds={actions.writing} onDone={actions.finishWriting} onClose={actions.stopWriting} />}
      {isSurveyList && <SurveyListDialog onClose={() => setSurveyList(false)} />}
      <QueueFooter olderLine={queue.olderLine} count={queue.count} selectedCount={position.selectedIds.size} isLoadingMore={queue.isLoadingMore} />
    </section>
  );
}
