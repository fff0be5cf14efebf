import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useId } from 'react';
import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';
import { GUIDE_KIND_PLURALS } from '../../app/guides/guide-words.ts';
import { MarkedText } from '../../app/guides/guide-text.tsx';
import { GUIDE_KIND_LABELS } from '../../app/guides/guide-words.ts';
import { openGuide } from '../knowledge-store.ts';
import type { GuideList, ListedGuide } from './use-guide-list.ts';

export interface GuideListBoxProps {
  readonly list: GuideList;
  readonly listBox: RefObject<HTMLDivElement | null>;
  readonly onMove: (steps: number) => void;
  /** To the text of the guide that is open. */
  readonly onEnter: () => void;
}

/** The guides found. What is chosen is open beside it at once. */
export function GuideListBox({ list, listBox, onMove, onEnter }: GuideListBoxProps): ReactElement {
  const id = useId();
  const { listed, current, words, isPartly } = list;
  const currentCode = current?.guide.code ?? '';
  const isSearched = words.length > 0;
  useEffect(() => {
    listBox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentCode, listBox]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 8, PageUp: -8, Home: -listed.length, End: listed.length }[event.key];
    if (steps !== undefined) onMove(steps);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  }
  const option = (one: ListedGuide): ReactElement => <GuideOption key={one.guide.code} id={`${id}-${one.guide.code}`} listed={one} isCurrent={one.guide.code === currentCode} words={words} isKindShown={isSearched} />;
  return (
    <>
      <p className="knowledge-count muted" role="status">
        {countWords(listed.length, isPartly)}
      </p>
      <div
        className="knowledge-list"
        role="listbox"
        aria-label="Guides"
        tabIndex={0}
        ref={listBox}
        onKeyDown={onKeyDown}
        aria-activedescendant={listed.some(({ guide }) => guide.code === currentCode) ? `${id}-${currentCode}` : undefined}
      >
        {isSearched ? listed.map(option) : groupsOf(listed).map(([kind, ofKind]) => <GuideGroup key={kind} id={`${id}-${kind}`} kind={kind} options={ofKind.map(option)} />)}
      </div>
    </>
  );
}

function GuideGroup({ id, kind, options }: { readonly id: string; readonly kind: GuideKind; readonly options: readonly ReactElement[] }): ReactElement {
  return (
    <div role="group" aria-labelledby={id}>
      <div className="knowledge-group" id={id} role="presentation">
        {GUIDE_KIND_PLURALS[kind]}
      </div>
      {options}
    </div>
  );
}

interface GuideOptionProps {
  readonly id: string;
  readonly listed: ListedGuide;
  readonly isCurrent: boolean;
  readonly words: readonly string[];
  readonly isKindShown: boolean;
}

function GuideOption({ id, listed, isCurrent, words, isKindShown }: GuideOptionProps): ReactElement {
  const { guide, snippet, isToRead, readVersion } = listed;
  return (
    <div id={id} className="knowledge-option guide-mark" role="option" aria-selected={isCurrent} onClick={() => openGuide(guide.code)}>
      <div className="knowledge-option-title">
        <span>
          <MarkedText text={guide.title} words={words} />
        </span>
        {isToRead && <span className="knowledge-to-read">{readVersion === null ? 'To read' : 'New version'}</span>}
      </div>
      {(isKindShown || snippet !== '') && (
        <div className="knowledge-option-text muted">
          {isKindShown && <span>{GUIDE_KIND_LABELS[guide.kind]}</span>}
          {snippet !== '' && (
            <>
              {' · '}
              <MarkedText text={snippet} words={words} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function groupsOf(listed: readonly ListedGuide[]): readonly (readonly [GuideKind, readonly ListedGuide[]])[] {
  const kinds = [...new Set(listed.map(({ guide }) => guide.kind))];
  return kinds.map((kind) => [kind, listed.filter(({ guide }) => guide.kind === kind)]);
}

function countWords(count: number, isPartly: boolean): string {
  const guides = count === 1 ? '1 guide' : `${count} guides`;
  return isPartly ? `No guide has all these words; ${guides} with most of them` : guides;
}
