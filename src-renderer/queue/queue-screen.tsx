import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../src-shared/language/language.ts';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { BulletinStrip } from '../app/bulletins/bulletin-strip.tsx';
import type { Scope } from '../app/keymap/action.ts';
import { keyOf } from '../app/keymap/own-keys.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { openCaseByNumber } from '../app/open-case-by-number.ts';
import { useQueueAsked } from '../app/queue-asked.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { queries } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { CaseGrid, type CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { createCaseColumns, createFurtherColumns } from '../ui/case-grid/columns.tsx';
import { cursorIndexIn } from '../ui/case-grid/cursor.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { useUndo } from '../app/bulk/undo.ts';
import { chosenColumns, templateOf } from './columns/columns-chosen.ts';
import { PeekPane } from './peek/peek-pane.tsx';
import { QueueDialogs } from './queue-dialogs.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueMessage } from './queue-message.tsx';
import { askQueue, moveInQueue, openQueueFor, searchText, showAsked, toggleGroup, useQueueStore } from './queue-store.ts';
import { QueueToolbar } from './queue-toolbar.tsx';
import { useOnTheirWay } from './records-known.ts';
import { useBulk } from './use-bulk.ts';
import { useColleagues } from './use-colleagues.ts';
import { useGroupedLines } from './use-grouped-lines.ts';
import { useHabits } from './use-habits.ts';
import { type QueuePart, useQueueActions } from './use-queue-actions.ts';
import { useQueueRows } from './use-queue-rows.ts';
import { useSelectAll } from './use-select-all.ts';
import { useFollowView } from './views/use-follow-view.ts';
import { useSavedViews } from './views/use-saved-views.ts';
import './queue.css';

const SCOPE: Scope = { id: 'queue', title: t`Queue` };
const NOBODY: readonly string[] = [];

/** The cases of a question, live; everything by keyboard. `view`: what it is opened with; null: as it was left. */
export function QueueScreen({ view: givenView }: { readonly view: QueueView | null }): ReactElement {
  const staff = useStaff();
  useState(() => openQueueFor(staff, givenView)); // once, before the store is read below
  useState(showAsked);
  const state = useQueueStore();
  const { view, sort, groupBy, closedGroups, position } = state;
  const [habits, changeHabits] = useHabits();
  const [grid, searchField] = [useRef<CaseGridHandle>(null), useRef<HTMLInputElement>(null)];
  const fields = { view: useRef<HTMLSelectElement>(null), sort: useRef<HTMLSelectElement>(null), group: useRef<HTMLSelectElement>(null) };
  const [part, show] = useState<QueuePart | null>(null);
  const queryClient = useQueryClient();
  const query = { view, search: searchText(state), sort, groupBy, closedGroups };
  useState(() => void queryClient.prefetchInfiniteQuery(queries.queue(query))); // before anything is counted: the rows are what is waited for
  const queue = useQueueRows(query);
  const { lines, heads } = useGroupedLines(query, queue);
  const current = lines[cursorIndexIn(lines, position)] ?? null;
  const currentCase = current !== null && !heads.has(current.caseId) ? current : null;
  const bulk = useBulk(grid);
  const onTheirWay = useOnTheirWay();
  const saved = useSavedViews();
  useFollowView(saved);
  const selectAll = useSelectAll(queue);
  const actions = useQueueActions({
    ...{ rows: queue.rows, current: currentCase, grid, searchField, bulk, selectAll, show },
    togglePeek: () => changeHabits({ isPeeking: !habits.isPeeking }),
    focusOn: (field) => fields[field].current?.focus(),
  });
  useActions(SCOPE, actions.all);
  const [catalogue, now, colleagues] = [useCatalogue(), useNow(), useColleagues()];
  const allColumns = useMemo(() => [...createCaseColumns({ catalogue, now, colleagues }), ...createFurtherColumns({ catalogue, now })], [catalogue, now, colleagues]);
  const columns = useMemo(() => (habits.columns === null ? createCaseColumns({ catalogue, now, colleagues }) : chosenColumns(allColumns, habits.columns)), [allColumns, habits.columns, catalogue, now, colleagues]);
  const dividers = new Map(queue.olderCount > 0 ? [[lines.length - queue.olderCount, queue.olderLine ?? '']] : []);
  const undoable = useUndo(({ last }) => (last?.ownerId === staff.id ? last : null));
  useEffect(() => grid.current?.focus(), [grid]);
  // Asked for while the queue is open.
  const asked = useQueueAsked((waiting) => waiting.asked);
  useEffect(() => {
    if (asked === null) return;
    showAsked();
    grid.current?.focus();
  }, [asked, grid]);
  const selectedCount = queue.rows.filter(({ caseId }) => position.selectedIds.has(caseId)).length;
  const sorting = {
    columns: {
      case: { direction: sort === 'trackingNumber' ? 'ascending' : 'none', onSort: () => askQueue({ sort: 'trackingNumber' }) },
      received: { direction: sort === 'receivedNewest' ? 'descending' : sort === 'receivedOldest' ? 'ascending' : 'none', onSort: () => askQueue({ sort: sort === 'receivedNewest' ? 'receivedOldest' : 'receivedNewest' }) },
      due: { direction: sort === 'due' ? 'ascending' : 'none', onSort: () => askQueue({ sort: 'due' }) },
    },
  } as const;
  return (
    <section className="queue" aria-labelledby="queue-title">
      <h1 id="queue-title" className="visually-hidden">
        {t`Queue`}
      </h1>
      <BulletinStrip />
      <QueueToolbar actions={actions} searchField={searchField} fields={fields} isMistyped={queue.isMistyped} saved={saved} onDone={() => grid.current?.focus()} onOpen={(number) => void openCaseByNumber(queryClient, number)} />
      {bulk.problem !== null && (
        <ErrorNote
          actions={
            <Button size="small" look="quiet" onPress={() => bulk.setProblem(null)}>
              {t`Dismiss`}
            </Button>
          }
        >
          {bulk.problem}
        </ErrorNote>
      )}
      <div className="queue-body">
        <div className="queue-list">
          <CaseGrid
            label={t`Cases`}
            rows={lines}
            groups={heads}
            onToggleGroup={toggleGroup}
            template={habits.columns === null ? undefined : templateOf(columns, habits.columns)}
            sorting={sorting}
            isWaiting={queue.isOfBefore}
            totalCount={queue.count === null || queue.count.isMore ? null : queue.count.count + queue.olderCount + heads.size}
            dividers={dividers}
            listKey={JSON.stringify([view, query.search, sort, groupBy])}
            position={position}
            onPosition={moveInQueue}
            onOpen={(caseId) => goTo({ screen: 'case', caseId })}
            onLeave={() => actions.leave.run?.()}
            onNearEnd={queue.loadMore}
            gridRef={grid}
            columns={columns}
          />
          {heads.size === 0 && <QueueMessage queue={queue} onTheirWay={onTheirWay} view={view} search={query.search} searchAll={actions.searchAll} />}
        </div>
        {habits.isPeeking && <PeekPane row={currentCase} colleagues={(currentCase && colleagues.get(currentCase.caseId)) ?? NOBODY} />}
      </div>
      <QueueDialogs part={part} query={query} actions={actions} bulk={bulk} saved={saved} columns={{ all: allColumns, shown: columns }} onClose={() => show(null)} />
      <QueueFooter
        olderLine={queue.olderLine}
        count={queue.count}
        isKnown={onTheirWay === null}
        selectedCount={selectedCount}
        forMany={actions.forMany}
        isLoadingMore={queue.isLoadingMore}
        undoable={undoable === null ? null : { sentence: undoable.sentence, onUndo: () => void bulk.undo(), key: keyOf('queue.undo') }}
      />
    </section>
  );
}
