import { t } from '../../src-shared/language/language.ts';
import type { RefObject } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { isListSection, type Section, sectionTitle } from '../../src-shared/catalogue/sections.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import type { Action } from '../app/keymap/action.ts';
import { goBack } from '../app/routes.ts';
import { useStaff } from '../app/workplace.tsx';
import { useAdminStore } from './admin-store.ts';
import { focusPane, paneOf } from './focus-pane.ts';
import { goToPlace, type ShownEntry } from './open-entry.ts';
import { type EntryActions, useEntryActions } from './use-entry-actions.ts';

interface AdminActionOptions {
  /** Null: something that is no section is shown. */
  readonly section: Section | null;
  readonly shown: ShownEntry | null;
  readonly catalogue: Catalogue;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

export interface AdminActions {
  readonly review: Action;
  readonly entry: EntryActions;
  /** For the keys, the palette and the F1 sheet. */
  readonly all: readonly Action[];
}

export function useAdminActions({ section, shown, catalogue, searchField }: AdminActionOptions): AdminActions {
  const entry = useEntryActions(section ?? 'city', shown, catalogue);
  const mayChange = isAdministrator(useStaff());
  const isList = section !== null && isListSection(section);
  const review: Action = { id: 'admin.review', label: t`Review and publish`, run: () => goToPlace('review'), isEnabled: mayChange };
  const search: Action = { id: 'admin.search', label: section === null ? t`Search` : t`Search ${sectionTitle(section)}`, run: () => searchField.current?.select(), isEnabled: isList };
  const leave: Action = { id: 'admin.leave', label: t`Back to the list, then to the parts, then to the screen before`, run: () => leaveStep(section), isKeyOnly: true };
  const ofEntry = section === null ? [] : [entry.add, entry.keep, entry.drop, entry.takeBack, entry.copy, ...(entry.activate ? [entry.activate] : []), ...(entry.takeOut ? [entry.takeOut] : [])];
  return { review, entry, all: [...ofEntry, search, review, leave, ...LIST_KEYS] };
}

const LIST_KEYS: readonly Action[] = [
  { id: 'admin.arrows', label: t`Next or previous in the list`, run: null },
  { id: 'admin.enter', label: t`Into the list, into the form`, run: null },
  { id: 'admin.order', label: t`Move up or down, where order means something`, run: null },
];

/** One step out: form, search, list, parts, screen. */
function leaveStep(section: Section | null): void {
  const pane = paneOf(document.activeElement);
  if (section !== null && (useAdminStore.getState().searches[section] ?? '') !== '' && pane === 'entries') {
    useAdminStore.setState(({ searches }) => ({ searches: { ...searches, [section]: '' } }));
    focusPane('entries');
  } else if (pane === 'form' && focusPane('entries')) return;
  else if (pane !== 'places') focusPane('places');
  else goBack();
}
