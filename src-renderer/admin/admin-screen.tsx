import { t } from '../../src-shared/language/language.ts';
import { type ComponentProps, type ReactElement, useEffect, useRef, useState } from 'react';
import { listWords } from '../../src-shared/util/list-words.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import type { Action } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useActions } from '../app/keymap/use-actions.ts';
import { useBusy } from '../app/busy.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { suggestAbout } from '../app/suggest/suggest-store.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { type AdminPlace, isSection } from './admin-places.ts';
import { openAdministrationFor, useAdminStore } from './admin-store.ts';
import { countOf } from './draft/draft.ts';
import { focusPane } from './focus-pane.ts';
import { GazetteerPane } from './helpers/gazetteer-pane.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { SectionPane } from './list/section-pane.tsx';
import { shownEntry } from './open-entry.ts';
import { PlaceList } from './place-list.tsx';
import { changesWords } from './review/change-words.ts';
import { ToolPane } from './tool-pane.tsx';
import { useAdminActions } from './use-admin-actions.ts';
import { useFollowSent, useSentItems } from './use-sent-changes.ts';
import './admin.css';

/** Everything a city sets, by keyboard: places at the left, entries in the middle, the form of one at the right. */
export function AdminScreen({ place: asked }: { readonly place: AdminPlace | undefined }): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  useState(() => openAdministrationFor(staff, asked)); // once, before the store is read below
  const { place, draft, cursors, isLoaded } = useAdminStore();
  const searchField = useRef<HTMLInputElement>(null);
  const section = isSection(place) && place !== 'gazetteer' ? place : null; // the list of addresses is no form
  const shown = section === null ? null : shownEntry({ draft, cursors }, catalogue, section);
  const actions = useAdminActions({ section, shown, catalogue, searchField });
  useActions({ id: 'admin', title: t`Administration` }, actions.all);
  useBusy(draft.open === null ? null : t`An entry of the configuration is being edited`);
  useEffect(() => void focusPane('places'), []);
  useFollowSent(catalogue);
  return (
    <section className="admin" aria-labelledby="admin-title">
      <header className="admin-header">
        <h1 id="admin-title">{t`Administration`}</h1>
        {isAdministrator(staff) && <Changes count={countOf(draft)} review={actions.review} />}
      </header>
      {!isAdministrator(staff) && <Others />}
      <div className="admin-panes">
        <PlaceList />
        {!isLoaded ? <div /> : <PlacePane place={place} shown={shown} actions={actions.entry} searchField={searchField} />}
      </div>
      <LeaveDialog shown={shown} catalogue={catalogue} />
    </section>
  );
}

function PlacePane({ place, ...props }: Omit<ComponentProps<typeof SectionPane>, 'section'> & { readonly place: AdminPlace }): ReactElement {
  if (place === 'gazetteer') return <GazetteerPane />;
  return isSection(place) ? <SectionPane section={place} {...props} /> : <ToolPane place={place} />;
}

/** For whoever sets nothing here: who does, and what they can do. */
function Others(): ReactElement {
  const catalogue = useCatalogue();
  const administrators = catalogue.staff.filter(({ isActive, isPerson, roles }) => isActive && isPerson && roles.includes('administrator')).map(({ name }) => name);
  return (
    <div className="admin-others">
      <Note
        actions={
          <Button size="small" onPress={() => suggestAbout({ kind: 'other', code: null })}>
            {t`Suggest a change`}
          </Button>
        }
      >
        {administrators.length === 1
          ? t`What the city has set is changed by its administrator: ${administrators[0] ?? ''}. Here you can name who stands in while you are away; how a service or our work could get better you suggest to them.`
          : t`What the city has set is changed by its administrators: ${listWords(administrators)}. Here you can name who stands in while you are away; how a service or our work could get better you suggest to them.`}
      </Note>
    </div>
  );
}

function Changes({ count, review }: { readonly count: number; readonly review: Action }): ReactElement {
  const isRefused = useSentItems().some(({ item }) => item?.state === 'refused');
  return (
    <div className="admin-header-actions">
      {isRefused && <StatusPill tone="danger" icon="warning" label={t`Not taken by the server`} />}
      <p className="number muted" role="status" aria-label={t`Changes`}>
        {changesWords(count)}
      </p>
      <ActionButton action={review} look={count > 0 ? 'primary' : 'plain'} size="small" />
    </div>
  );
}
