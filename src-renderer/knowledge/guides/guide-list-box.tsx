import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useId } from 'react';
import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';
import { GUIDE_KIND_LABELS, GUIDE_KIND_PLURALS } from '../../app/guides/guide-words.ts';
import { MarkedText } from '../../app/guides/guide-text.tsx';
import { openGuide } from '../knowledge-store.ts';
import type { GuideList, ListedGuide } from './use-guide-list.ts';

export interface GuideListBoxProps {
  readonly list: GuideList;
  readonly listBox: RefObject<HTMLDivElement | null>;
  readonly onMove: (steps: number) => void;
  /** To the text of the guide that is open. */
  readonly onEnter: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };

/** The guides found. One of them can be tabbed to; the arrows go to the others, and what is chosen is open beside the list at once. */
export function GuideListBox({ list, listBox, onMove, onEnter }: GuideListBoxProps): ReactElement {
  const { listed, current, words, isPartly } = list;
  const currentCode = current?.guide.code ?? '';
  const isSearched = words.length > 0;
  useEffect(() => {
    const option = listBox.current?.querySelector<HTMLElement>('[aria-current]');
    option?.scrollIntoView({ block: 'nearest' });
    if (listBox.current?.contains(document.activeElement) === true) option?.focus();
  }, [currentCode, listBox]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = STEPS[event.key];
    if (steps !== undefined) onMove(steps);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  }
  const option = (one: ListedGuide): ReactElement => (
    <GuideOption key={one.guide.code} listed={one} isCurrent={one.guide.code === currentCode} canTab={one === (current && listed.includes(current) ? current : listed[0])} words={words} isKindShown={isSearched} />
  );
  return (
    <>
      <p className="knowledge-count muted" role="status">
        {countWords(listed.length, isPartly)}
      </p>
      <div className="knowledge-list" role="group" aria-label={t`Guides`} ref={listBox} onKeyDown={onKeyDown}>
        {isSearched ? <ul>{listed.map(option)}</ul> : groupsOf(listed).map(([kind, ofKind]) => <GuideGroup key={kind} kind={kind} options={ofKind.map(option)} />)}
      </div>
    </>
  );
}

/** The guide in the list that is open, or the first. */
export function focusList(listBox: RefObject<HTMLDivElement | null>): void {
  listBox.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function GuideGroup({ kind, options }: { readonly kind: GuideKind; readonly options: readonly ReactElement[] }): ReactElement {
  const id = useId();
  return (
    <>
      <h2 className="knowledge-group" id={id}>
        {GUIDE_KIND_PLURALS[kind]}
      </h2>
      <ul aria-labelledby={id}>{options}</ul>
    </>
  );
}

interface GuideOptionProps {
  readonly listed: ListedGuide;
  readonly isCurrent: boolean;
  readonly canTab: boolean;
  readonly words: readonly string[];
  readonly isKindShown: boolean;
}

function GuideOption({ listed, isCurrent, canTab, words, isKindShown }: GuideOptionProps): ReactElement {
  const { guide, snippet, isToRead, readVersion } = listed;
  return (
    <li>
      <button type="button" className="knowledge-option guide-mark" tabIndex={canTab ? 0 : -1} aria-current={isCurrent || undefined} onClick={() => openGuide(guide.code)}>
        <span className="knowledge-option-title">
          <span>
            <MarkedText text={guide.title} words={words} />
          </span>
          {isToRead && <span className="knowledge-to-read">{readVersion === null ? t`To read` : t`New version`}</span>}
        </span>
        {(isKindShown || snippet !== '') && (
          <span className="knowledge-option-text muted">
            {isKindShown && GUIDE_KIND_LABELS[guide.kind]}
            {snippet !== '' && (
              <>
                {' · '}
                <MarkedText text={snippet} words={words} />
              </>
            )}
          </span>
        )}
      </button>
    </li>
  );
}

function groupsOf(listed: readonly ListedGuide[]): readonly (readonly [GuideKind, readonly ListedGuide[]])[] {
  const kinds = [...new Set(listed.map(({ guide }) => guide.kind))];
  return kinds.map((kind) => [kind, listed.filter(({ guide }) => guide.kind === kind)]);
}

function countWords(count: number, isPartly: boolean): string {
  const guides = count === 1 ? t`1 guide` : t`${count} guides`;
  return isPartly ? t`No guide has all these words; ${guides} with most of them` : guides;
}
