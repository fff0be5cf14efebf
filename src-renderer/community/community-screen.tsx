import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { CommunityEvent } from '../../src-shared/office/community-event.ts';
import { mayAddEvent } from '../../src-shared/office/office-permission.ts';
import type { CommunityFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { Scope } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useActions } from '../app/keymap/use-actions.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { communityQueries } from '../data/community.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CaseList } from './case-list.tsx';
import { openCommunityFor, showCases, showTab, useCommunityStore } from './community-store.ts';
import { NEIGHBORHOOD_COLUMNS, nameOf, TABS } from './community-words.ts';
import { ContributorsTab } from './contributors-tab.tsx';
import { AddEventDialog, EndEventDialog } from './event-dialogs.tsx';
import { EventsTab } from './events-tab.tsx';
import { NeighborhoodsTab } from './neighborhoods-tab.tsx';
import { useCommunityActions } from './use-community-actions.ts';
import './community.css';

const SCOPE: Scope = { id: 'community', title: t`Community` };
const NO_FIGURES: CommunityFigures = { neighborhoods: [], events: [] };

/** Neighborhoods, contributors and town halls. `neighborhoodCode`: shown with its open cases; undefined: as it was left. */
export function CommunityScreen({ neighborhoodCode }: { readonly neighborhoodCode: string | null | undefined }): ReactElement {
  const [staff, catalogue] = [useStaff(), useCatalogue()];
  useState(() => {
    openCommunityFor(staff.id); // once, before the store is read below
    if (neighborhoodCode !== undefined) showOpenCases(neighborhoodCode, nameOf(catalogue, neighborhoodCode));
  });
  const { tab, shown } = useCommunityStore();
  const panel = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const grid = useRef<CaseGridHandle>(null);
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<CommunityEvent | null>(null);
  const { figures, error, isFresh } = useFigures();
  const panelId = useId();
  const leaveList = (): void => {
    const pressed = panel.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    showCases(null);
    (pressed ?? panel.current?.querySelector<HTMLElement>('.figures button[tabindex="0"]'))?.focus();
  };
  const { add, townHall, all } = useCommunityActions({ grid, searchField, mayAdd: mayAddEvent(staff), onAdd: () => setAdding(true), onLeaveList: leaveList });
  useActions(SCOPE, all);
  return (
    <section className="community" aria-labelledby="community-title">
      <header className="community-head">
        <h1 id="community-title">{t`Community`}</h1>
        <Tabs label={t`Show`} tabs={TABS} value={tab} onChange={showTab} panelId={panelId} />
        <div className="community-actions">
          <ActionButton action={townHall} />
          <ActionButton action={add} />
        </div>
      </header>
      {error && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      <div className="community-panel" role="tabpanel" id={panelId} aria-label={TABS.find(({ value }) => value === tab)?.label} ref={panel} data-alone={shown === null || undefined}>
        {isFresh && tab === 'neighborhoods' && <NeighborhoodsTab figures={figures} />}
        {isFresh && tab === 'contributors' && <ContributorsTab searchField={searchField} />}
        {isFresh && tab === 'events' && <EventsTab figures={figures} add={add} onEnd={setEnding} />}
      </div>
      {shown !== null && <CaseList shown={shown} grid={grid} onLeave={leaveList} />}
      {isAdding && <AddEventDialog onClose={() => setAdding(false)} />}
      {ending && <EndEventDialog event={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

/** The figures, and whether they are those of now: what was counted before other screens were shown would take the focus to the wrong one. */
function useFigures(): { readonly figures: CommunityFigures; readonly error: Error | null; readonly isFresh: boolean } {
  const { data, error, isFetching, isFetchedAfterMount } = useQuery({ ...communityQueries.communityFigures(), refetchInterval: MINUTE_MS });
  const isNow = data !== undefined && (isFetchedAfterMount || !isFetching);
  const [wasFresh, setFresh] = useState(false);
  useEffect(() => {
    if (isNow) setFresh(true);
  }, [isNow]);
  return { figures: data ?? NO_FIGURES, error, isFresh: wasFresh || isNow };
}

function showOpenCases(code: string | null, name: string): void {
  showTab('neighborhoods');
  const title = NEIGHBORHOOD_COLUMNS.find(({ figure }) => figure === 'open')?.title(name) ?? name;
  showCases({ question: { of: 'neighborhood', code, figure: 'open' }, title });
}
