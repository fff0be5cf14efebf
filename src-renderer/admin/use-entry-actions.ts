import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { isListSection, newEntryWords, type Section } from '../../src-shared/catalogue/sections.ts';
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
  const row = shown?.row ?? null;
  const isChanged = row !== null && (row.state === 'changed' || row.state === 'new' || row.state === 'takenOut');
  const isList = isListSection(section);
  const hasActivity = removal === 'deactivate' || removal === 'both';

  function keep(): void {
    if (!shown) return;
    if (keepShown(shown, catalogue).length > 0) return focusFirstProblem();
    announce(t`Kept. ${changesWords(countOf(useAdminStore.getState().draft))}.`); // what is seen of it stands at the entry and above: a toast would lie over the form
    if (isList) focusPane('entries');
  }
  function toggle(): void {
    if (!shown) return;
    const value = { ...shown.value, isActive: isInactive(shown.value) };
    editEntry(shown, value);
    keepShown({ ...shown, value, isEdited: true }, catalogue);
  }
  return {
    add: { id: 'admin.new', label: newEntryWords(section), run: () => startNew(section), isEnabled: isList },
    keep: { id: 'admin.keep', label: t`Keep this change`, run: keep, isEnabled: shown?.isEdited === true },
    drop: { id: 'admin.drop', label: t`Drop what was typed`, run: dropEdits, isEnabled: shown?.isEdited === true },
    takeBack: { id: 'admin.takeBack', label: t`Take this change back`, run: () => row && takeBackChange(section, row.code), isEnabled: isChanged && shown?.isEdited !== true },
    copy: { id: 'admin.copy', label: t`Copy as a new one`, run: () => shown && startNew(section, copyOf(section, shown.value)), isEnabled: isList && row !== null && shown?.isEdited !== true },
    activate: hasActivity ? { id: 'admin.activate', label: shown && isInactive(shown.value) ? t`Make active again` : t`Make inactive`, run: toggle, isEnabled: row !== null && shown?.isEdited !== true && row.state !== 'takenOut' } : null,
    takeOut: removal === 'takeOut' || removal === 'both' ? { id: 'admin.takeOut', label: t`Take out`, run: () => row && takeOut(section, row, catalogue), isEnabled: row !== null && row.state !== 'takenOut' && shown?.isEdited !== true } : null,
  };
}

/** A new entry, with the keyboard in its first field. */
export function startNew(section: Section, value = formOf(section).blank): void {
  beginEntry(section, value);
  requestAnimationFrame(() => focusPane('form'));
}
