import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { maySeeReaders } from '../../src-shared/knowledge/readers.ts';
import type { Action } from '../app/keymap/action.ts';
import { chordLabel } from '../app/keymap/chord.ts';
import { keyOf } from '../app/keymap/own-keys.ts';
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
  useActions({ id: 'knowledge', title: t`Knowledge` }, tabs.map(tabAction));
  return (
    <section className="knowledge" aria-labelledby="knowledge-title">
      <header className="knowledge-header">
        <h1 id="knowledge-title">{t`Knowledge`}</h1>
        <nav className="knowledge-tabs" aria-label={t`Knowledge`}>
          {tabs.map(({ name, label }) => (
            <button key={name} type="button" aria-current={name === shown ? 'page' : undefined} aria-keyshortcuts={keyOf(`knowledge.${name}`)} onClick={() => showTab(name)}>
              {label}
              <Kbd keys={chordLabel(keyOf(`knowledge.${name}`))} />
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
}

function useTabs(): readonly Tab[] {
  const staff = useStaff();
  const { suggestions } = useOffice();
  const running = useRunningBulletins().length;
  const open = suggestions.filter(({ state }) => state === 'open').length;
  const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count})`);
  return [
    { name: 'guides', label: t`Guides` },
    { name: 'bulletins', label: counted(t`Bulletins`, running) },
    { name: 'suggestions', label: counted(t`Suggestions`, open) },
    ...(maySeeReaders(staff) ? [{ name: 'readers' as const, label: t`Who has read` }] : []),
  ];
}

function tabAction({ name, label }: Tab): Action {
  return { id: `knowledge.${name}`, label: t`Knowledge: ${label}`, run: () => showTab(name) };
}
