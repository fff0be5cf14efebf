import { t } from '../../src-shared/language/language.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, type RefObject, useEffect, useMemo } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { communityQueries } from '../data/community.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { Button } from '../ui/button.tsx';
import { CaseGrid, type CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { createCaseColumns } from '../ui/case-grid/columns.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { useStable } from '../ui/use-stable.ts';
import { moveInCases, type ShownCases, useCommunityStore } from './community-store.ts';

export interface CaseListProps {
  readonly shown: ShownCases;
  readonly grid: RefObject<CaseGridHandle | null>;
  /** Escape, or the button: back to the figure. */
  readonly onLeave: () => void;
}

const NO_ROWS: readonly CaseRow[] = [];

/** The cases behind a figure; Enter opens one. */
export function CaseList({ shown, grid, onLeave }: CaseListProps): ReactElement {
  const { position } = useCommunityStore();
  const [catalogue, now] = [useCatalogue(), useNow()];
  const columns = useMemo(() => createCaseColumns({ catalogue, now }), [catalogue, now]);
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(communityQueries.communityCases(shown.question));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? NO_ROWS, [data]);
  const isWhole = data !== undefined && !hasNextPage;
  const loadMore = useStable(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  });
  useEffect(() => grid.current?.focus(), [grid, shown]);
  return (
    <section className="community-cases" aria-labelledby="community-cases-title">
      <header className="community-cases-head">
        <h2 id="community-cases-title">{shown.title}</h2>
        <Button look="quiet" size="small" keyHint="Esc" onPress={onLeave}>
          {t`Close list`}
        </Button>
      </header>
      {error && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      <CaseGrid
        label={shown.title}
        rows={rows}
        columns={columns}
        totalCount={isWhole ? rows.length : null}
        listKey={JSON.stringify(shown.question)}
        position={position}
        onPosition={moveInCases}
        onOpen={(caseId) => goTo({ screen: 'case', caseId })}
        onLeave={onLeave}
        onNearEnd={loadMore}
        gridRef={grid}
      />
    </section>
  );
}
