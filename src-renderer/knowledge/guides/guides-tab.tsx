import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { askGuides, type GuideShow, openGuide, useKnowledge } from '../knowledge-store.ts';
import { GUIDE_KIND_PLURALS } from '../../app/guides/guide-words.ts';
import { focusList, GuideListBox } from './guide-list-box.tsx';
import { ReadingPane } from './reading-pane.tsx';
import { type GuideList, useGuideList } from './use-guide-list.ts';
import { useGuideActions } from './use-guide-actions.ts';

/** Search, list and reading pane. The arrows choose in the list wherever the focus is of the two; Enter goes to the text. */
export function GuidesTab(): ReactElement {
  const list = useGuideList();
  const searchField = useRef<HTMLInputElement>(null);
  const listBox = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const move = (steps: number): void => moveBy(list, steps);
  const actions = useGuideActions({ list, searchField, listBox, move });
  useEffect(() => searchField.current?.focus(), []);

  function onSearchKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return;
    const { search } = useKnowledge.getState();
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') pane.current?.focus();
    else if (event.key === 'Escape' && search !== '') askGuides({ search: '' });
    else if (event.key === 'Escape') focusList(listBox);
    else return;
    event.preventDefault();
  }
  return (
    <div className="knowledge-guides">
      <div className="knowledge-side">
        <GuideSearch searchField={searchField} onKeyDown={onSearchKey} toReadCount={list.toReadCount} />
        <GuideListBox list={list} listBox={listBox} onMove={move} onEnter={() => pane.current?.focus()} />
      </div>
      {list.current === null ? <NoGuide /> : <ReadingPane key={list.current.guide.code} listed={list.current} words={list.words} actions={actions} paneRef={pane} onLeave={() => focusList(listBox)} />}
    </div>
  );
}

function moveBy({ listed, current }: GuideList, steps: number): void {
  const at = listed.findIndex(({ guide }) => guide.code === current?.guide.code);
  const next = listed[Math.max(0, Math.min(listed.length - 1, at + steps))];
  if (next) openGuide(next.guide.code);
}

interface GuideSearchProps {
  readonly searchField: React.RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly toReadCount: number;
}

function GuideSearch({ searchField, onKeyDown, toReadCount }: GuideSearchProps): ReactElement {
  const { search, show, serviceCode } = useKnowledge();
  const { guides, services } = useCatalogue();
  const named = new Set(guides.filter(({ isActive }) => isActive).flatMap(({ serviceCodes }) => serviceCodes));
  const withGuides = services.filter(({ code }) => named.has(code)).toSorted((a, b) => a.name.localeCompare(b.name));
  const shows: readonly { readonly value: GuideShow; readonly label: string }[] = [
    { value: 'all', label: t`All guides` },
    { value: 'toRead', label: t`To read (${toReadCount})` },
    ...(['guideline', 'policy', 'script', 'guide'] as const).map((value) => ({ value, label: GUIDE_KIND_PLURALS[value] })),
  ];
  return (
    <div className="knowledge-search">
      <TextField
        label={t`Search guides`}
        isLabelHidden
        type="search"
        placeholder={t`Words, or what a caller says`}
        value={search}
        onChange={(text) => askGuides({ search: text })}
        onKeyDown={onKeyDown}
        inputRef={searchField}
        keyHint="/"
        maxLength={200}
      />
      <div className="knowledge-filters">
        <Select label={t`Show`} isLabelHidden value={show} onChange={(value) => askGuides({ show: value })} choices={shows} />
        <Select label={t`Service`} isLabelHidden value={serviceCode} onChange={(value) => askGuides({ serviceCode: value })} choices={[{ value: '', label: t`Any service` }, ...withGuides.map(({ code, name }) => ({ value: code, label: name }))]} />
      </div>
    </div>
  );
}

function NoGuide(): ReactElement {
  const { search, show } = useKnowledge();
  const { guides } = useCatalogue();
  if (!guides.some(({ isActive }) => isActive)) {
    return (
      <EmptyState icon="book" title={t`No guides yet`}>
        {t`Guides, scripts and policies are written in Administration (F9) and come to every workstation by themselves.`}
      </EmptyState>
    );
  }
  if (show === 'toRead' && search.trim() === '') {
    return (
      <EmptyState icon="check" title={t`Everything is read`}>
        {t`When a guide changes, it comes back here in its new version.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="search" title={t`Nothing found`}>
      {t`Try other words, or what a caller would say. “Any service” and “All guides” look everywhere.`}
    </EmptyState>
  );
}
