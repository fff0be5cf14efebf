import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { isListSection, type Section, sectionWord } from '../../src-shared/catalogue/sections.ts';
import type { Action } from '../app/keymap/action.ts';
import { announce } from '../ui/announce.tsx';
import { useAdminStore } from './admin-store.ts';
import { isInactive } from './describe/section-form.ts';
import { formOf } from './describe/sections.ts';
import { countOf } from './draft/draft.ts';
import { focusFirstProblem, focusPane } from './focus-pane.ts';
import { beginEntry, copyOf, dropEdits, editEntry, keepShown, type ShownEntry, takeBackChange, takeOut } from './open-entry.ts';
import { changesWords } from './review/change-words.ts';

export interface EntryActions {
  readonly add: Action;
  readonly keep: Action;
  readonly drop: Action;
  readonly takeBack: Action;
  readonly copy: Action;
  /** Makes it inactive or active again; null where entries have no such thing. */
  readonly activate: Action | null;
  /** Null where entries are never taken out. */
  readonly takeOut: Action | null;
}

/** What can be done with the entry that is shown. */
export function useEntryActions(section: Section, shown: ShownEntry | null, catalogue: Catalogue): EntryActions {
  const { removal } = formOf(section);
  const word = sectionWord(section);
  const row = shown?.row ?? null;
  const isChanged = row !== null && (row.state === 'changed' || row.state === 'new' || row.state === 'takenOut');
  const isList = isListSection(section);
  const hasActivity = removal === 'deactivate' || removal === 'both';

  function keep(): void {
    if (!shown) return;
    if (keepShown(shown, catalogue).length > 0) return focusFirstProblem();
    announce(`Kept. ${changesWords(countOf(useAdminStore.getState().draft))}.`); // what is seen of it stands at the entry and above: a toast would lie over the form
    if (isList) focusPane('entries');
  }
  function toggle(): void {
    if (!shown) return;
    const value = { ...shown.value, isActive: isInactive(shown.value) };
    editEntry(shown, value);
    keepShown({ ...shown, value, isEdited: true }, catalogue);
  }
  return {
    add: { id: 'admin.new', label: `New ${word}`, keys: ['n'], run: () => startNew(section), isEnabled: isList },
    keep: { id: 'admin.keep', label: 'Keep this change', keys: ['Ctrl+Enter'], run: keep, isEnabled: shown?.isEdited === true },
    drop: { id: 'admin.drop', label: 'Drop what was typed', keys: [], run: dropEdits, isEnabled: shown?.isEdited === true },
    takeBack: { id: 'admin.takeBack', label: 'Take this change back', keys: [], run: () => row && takeBackChange(section, row.code), isEnabled: isChanged && shown?.isEdited !== true },
    copy: { id: 'admin.copy', label: 'Copy as a new one', keys: [], run: () => shown && startNew(section, copyOf(section, shown.value)), isEnabled: isList && row !== null && shown?.isEdited !== true },
    activate: hasActivity ? { id: 'admin.activate', label: shown && isInactive(shown.value) ? 'Make active again' : 'Make inactive', keys: [], run: toggle, isEnabled: row !== null && shown?.isEdited !== true && row.state !== 'takenOut' } : null,
    takeOut: removal === 'takeOut' || removal === 'both' ? { id: 'admin.takeOut', label: 'Take out', keys: [], run: () => row && takeOut(section, row, catalogue), isEnabled: row !== null && row.state !== 'takenOut' && shown?.isEdited !== true } : null,
  };
}

/** A new entry, with the keyboard in its first field. */
export function startNew(section: Section, value = formOf(section).blank): void {
  beginEntry(section, value);
  requestAnimationFrame(() => focusPane('form'));
}
