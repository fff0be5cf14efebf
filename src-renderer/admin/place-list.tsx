import { t } from '../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useId, useRef } from 'react';
import { useStaff } from '../app/workplace.tsx';
import { type AdminPlace, isSection, placeGroups, placeTitle } from './admin-places.ts';
import { useAdminStore } from './admin-store.ts';
import { countOf } from './draft/draft.ts';
import { focusPane } from './focus-pane.ts';
import { goToPlace } from './open-entry.ts';

/** The places of Administration at the left: arrows go through them and show each, Enter goes into it. */
export function PlaceList(): ReactElement {
  const groups = placeGroups(useStaff());
  const place = useAdminStore((state) => state.place);
  const draft = useAdminStore((state) => state.draft);
  const list = useRef<HTMLDivElement>(null);
  const places = groups.flatMap((group) => group.places);
  const at = Math.max(0, places.indexOf(place));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'ArrowRight') focusInto();
    else {
      const target = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: places.length - 1 }[event.key];
      const next = target === undefined ? undefined : places[Math.max(0, Math.min(target, places.length - 1))];
      if (next === undefined) return;
      goToPlace(next);
      list.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    }
    event.preventDefault();
  }
  const changed = new Set<AdminPlace>([...draft.changes, ...draft.orders].map(({ section }) => section));
  return (
    <div className="admin-places" data-pane="places" role="listbox" aria-label={t`Parts of Administration`} tabIndex={-1} ref={list} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <PlaceGroupList key={group.title} title={group.title}>
          {group.places.map((one) => (
            <PlaceOption key={one} place={one} isCurrent={one === places[at]} note={one === 'review' && countOf(draft) > 0 ? String(countOf(draft)) : isSection(one) && changed.has(one) ? t`changed` : null} />
          ))}
        </PlaceGroupList>
      ))}
    </div>
  );
}

const WAIT_MS = 3_000;

/** Into what is shown; a list that is still asked for takes the keyboard when it comes, unless the person has gone elsewhere. */
function focusInto(): void {
  const from = document.activeElement;
  const until = performance.now() + WAIT_MS;
  function tryAgain(): void {
    if (document.activeElement !== from || performance.now() > until || isInside()) return;
    requestAnimationFrame(tryAgain);
  }
  tryAgain();
}

function isInside(): boolean {
  const heading = document.querySelector<HTMLElement>('.admin-tool h2');
  heading?.focus();
  return heading !== null || focusPane('entries') || (document.querySelector('[data-pane="entries"]') === null && focusPane('form'));
}

function PlaceGroupList({ title, children }: { readonly title: string; readonly children: readonly ReactElement[] }): ReactElement {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className="admin-places-title" role="presentation">
        {title}
      </div>
      {children}
    </div>
  );
}

function PlaceOption({ place, isCurrent, note }: { readonly place: AdminPlace; readonly isCurrent: boolean; readonly note: string | null }): ReactElement {
  return (
    <div className="admin-place" role="option" aria-selected={isCurrent} tabIndex={isCurrent ? 0 : -1} data-place={place} onClick={() => goToPlace(place)}>
      <span>{placeTitle(place)}</span>
      {note !== null && <span className="admin-place-note number">{note}</span>}
    </div>
  );
}
