import { type ReactElement, useState } from 'react';
import { maySeeReaders } from '../../src-shared/knowledge/readers.ts';
import type { Action } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { useOffice, useRunningBulletins } from '../app/office/use-office.ts';
import { useStaff } from '../app/workplace.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { BulletinsTab } from './bulletins/bulletins-tab.tsx';
import { GuidesTab } from './guides/guides-tab.tsx';
import { type KnowledgeTab, openKnowledgeFor, showTab, useKnowledge } from './knowledge-store.ts';
import { ReadersTab } from './readers/readers-tab.tsx';
import { SuggestionsTab } from './suggestions/suggestions-tab.tsx';
import './knowledge.css';

export interface KnowledgeScreenProps {
  /** What it is opened at; without, as it was left. */
  readonly guideCode?: string | undefined;
  readonly tab?: KnowledgeTab | undefined;
}

/** Guides, scripts and policies, bulletins, suggestions, and who has read what: all of it offline (KN-1 to KN-4, NO-4). */
export function KnowledgeScreen({ guideCode, tab: wantedTab }: KnowledgeScreenProps): ReactElement {
  const staff = useStaff();
  useState(() => openKnowledgeFor(staff.id, { guideCode, tab: wantedTab })); // once, before the store is read below
  const tabs = useTabs();
  const { tab } = useKnowledge();
  const shown = tabs.some(({ name }) => name === tab) ? tab : 'guides';
  useActions({ id: 'knowledge', title: 'Knowledge' }, tabs.map(tabAction));
  return (
    <section className="knowledge" aria-labelledby="knowledge-title">
      <header className="knowledge-header">
        <h1 id="knowledge-title">Knowledge</h1>
        <nav className="knowledge-tabs" aria-label="Knowledge">
          {tabs.map(({ name, label, key }) => (
            <button key={name} type="button" aria-current={name === shown ? 'page' : undefined} aria-keyshortcuts={key} onClick={() => showTab(name)}>
              {label}
              <Kbd keys={key} />
            </button>
          ))}
        </nav>
      </header>
      <TabContent tab={shown} />
    </section>
  );
}

function TabContent({ tab }: { readonly tab: KnowledgeTab }): ReactElement {
  switch (tab) {
    case 'guides':
      return <GuidesTab />;
    case 'bulletins':
      return <BulletinsTab />;
    case 'suggestions':
      return <SuggestionsTab />;
    case 'readers':
      return <ReadersTab />;
  }
}

interface Tab {
  readonly name: KnowledgeTab;
  readonly label: string;
  readonly key: string;
}

function useTabs(): readonly Tab[] {
  const staff = useStaff();
  const { suggestions } = useOffice();
  const running = useRunningBulletins().length;
  const open = suggestions.filter(({ state }) => state === 'open').length;
  const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count})`);
  return [
    { name: 'guides', label: 'Guides', key: '1' },
    { name: 'bulletins', label: counted('Bulletins', running), key: '2' },
    { name: 'suggestions', label: counted('Suggestions', open), key: '3' },
    ...(maySeeReaders(staff) ? [{ name: 'readers' as const, label: 'Who has read', key: '4' }] : []),
  ];
}

function tabAction({ name, label, key }: Tab): Action {
  return { id: `knowledge.${name}`, label: `Knowledge: ${label}`, keys: [key], run: () => showTab(name) };
}
