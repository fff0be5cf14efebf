import { t } from '../../src-shared/language/language.ts';
import type { RefObject } from 'react';
import type { Action } from '../app/keymap/action.ts';
import { listActions } from '../app/keymap/list-actions.ts';
import { goBack, goTo } from '../app/routes.ts';
import type { CaseGridHandle } from '../ui/case-grid/case-grid.tsx';
import { showTab, useCommunityStore } from './community-store.ts';
import { TABS } from './community-words.ts';

export interface CommunityActionOptions {
  readonly grid: RefObject<CaseGridHandle | null>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly mayAdd: boolean;
  readonly onAdd: () => void;
  /** Closes the list of cases. */
  readonly onLeaveList: () => void;
}

export interface CommunityActions {
  readonly add: Action;
  readonly townHall: Action;
  readonly all: readonly Action[];
}

/** Everything the screen can do, whichever of its tabs is shown. */
export function useCommunityActions({ grid, searchField, mayAdd, onAdd, onLeaveList }: CommunityActionOptions): CommunityActions {
  const isListShown = useCommunityStore(({ shown }) => shown !== null);
  const add: Action = { id: 'community.addEvent', label: t`Add event`, isEnabled: mayAdd, run: onAdd };
  // The palette has it everywhere.
  const townHall: Action = { id: 'community.townHall', label: t`Town-hall entry`, run: () => goTo({ screen: 'newCase', townHall: 'choose' }), isKeyOnly: true };
  const tabs = TABS.map(({ value, label }): Action => ({ id: `community.${value}`, label: t`Show ${label.toLowerCase()}`, run: () => showTab(value) }));
  function search(): void {
    showTab('contributors');
    // The field is there after the next paint.
    requestAnimationFrame(() => searchField.current?.focus());
  }
  const all: readonly Action[] = [
    add,
    townHall,
    ...tabs,
    { id: 'community.search', label: t`Search contributors`, run: search },
    { id: 'community.leave', label: t`Close the list, go back`, run: () => (isListShown ? onLeaveList() : goBack()), isKeyOnly: true },
    { id: 'community.figures', label: t`From figure to figure`, run: null },
    ...(isListShown ? listActions('community', grid).filter(({ id }) => id !== 'community.arrows') : []),
  ];
  return { add, townHall, all };
}
