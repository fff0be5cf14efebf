import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type Section, sectionTitle } from '../../../src-shared/catalogue/sections.ts';
import { StatusPill } from '../../ui/status-pill.tsx';
import { focusPane } from '../focus-pane.ts';
import { showEntry } from '../open-entry.ts';
import { STATE_WORDS } from '../state-words.ts';
import type { ListedEntry } from './listed-entries.ts';

interface EntryListProps {
  readonly section: Section;
  readonly entries: readonly ListedEntry[];
  readonly currentCode: string | null;
  readonly catalogue: Catalogue;
  /** Moves the current entry up or down; null where order means nothing. */
  readonly onMove: ((by: -1 | 1) => void) | null;
}

/** The entries of a section: arrows go through them and show each, Enter goes into its form. */
export function EntryList({ section, entries, currentCode, onMove }: EntryListProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(0, entries.findIndex(({ code }) => code === currentCode));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentCode]);

  function goTo(index: number): void {
    const entry = entries[Math.max(0, Math.min(index, entries.length - 1))];
    if (!entry) return;
    showEntry(section, entry.code);
    list.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(entry.code)}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey && onMove !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) onMove(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Enter' || event.key === 'ArrowRight') enterForm();
    else if (event.key === 'ArrowLeft') focusPane('places');
    else {
      const target = targetOf(event.key, { at, count: entries.length, isShown: currentCode !== null });
      if (target === null) return;
      goTo(target);
    }
    event.preventDefault();
  }
  function enterForm(): void {
    if (currentCode === null) goTo(at);
    requestAnimationFrame(() => focusPane('form'));
  }
  return (
    <ul className="admin-list" role="listbox" aria-label={sectionTitle(section)} ref={list} onKeyDown={onKeyDown}>
      {entries.map((entry, index) => (
        <EntryRow key={entry.code} entry={entry} isCurrent={entry.code === currentCode} isReachable={index === at} onPick={() => showEntry(section, entry.code)} />
      ))}
    </ul>
  );
}

const PAGE = 12;

/** Where a key leads in a list; null: nowhere. The first arrow only shows where the keyboard is. */
function targetOf(key: string, { at, count, isShown }: { readonly at: number; readonly count: number; readonly isShown: boolean }): number | null {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: PAGE, PageUp: -PAGE }[key];
  if (step !== undefined) return isShown ? at + step : at;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}

interface EntryRowProps {
  readonly entry: ListedEntry;
  readonly isCurrent: boolean;
  /** Tab reaches it. */
  readonly isReachable: boolean;
  readonly onPick: () => void;
}

function EntryRow({ entry, isCurrent, isReachable, onPick }: EntryRowProps): ReactElement {
  const state = STATE_WORDS[entry.state];
  return (
    <li className="admin-row-entry" role="option" aria-selected={isCurrent} tabIndex={isReachable ? 0 : -1} data-code={entry.code} data-inactive={entry.isInactive || undefined} onClick={onPick}>
      <span className="admin-entry-name">{entry.name}</span>
      {entry.isInactive && <span className="admin-entry-note">{t`inactive`}</span>}
      {entry.isEdited && <StatusPill tone="warning" label={t`Not kept yet`} />}
      {state !== null && <StatusPill tone={state.tone} label={state.label} />}
      {entry.detail !== '' && <span className="admin-entry-detail">{entry.detail}</span>}
    </li>
  );
}
