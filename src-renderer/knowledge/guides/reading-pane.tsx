import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, type RefObject, useId } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { dayOf } from '../../../src-shared/util/moment.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { GuideText, MarkedText } from '../../app/guides/guide-text.tsx';
import { GUIDE_KIND_LABELS } from '../../app/guides/guide-words.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { openGuide, useKnowledge } from '../knowledge-store.ts';
import { GuideChanges } from './guide-changes.tsx';
import type { GuideActions } from './use-guide-actions.ts';
import type { ListedGuide } from './use-guide-list.ts';

export interface ReadingPaneProps {
  readonly listed: ListedGuide;
  readonly words: readonly string[];
  readonly actions: GuideActions;
  readonly paneRef: RefObject<HTMLElement | null>;
  /** Escape. */
  readonly onLeave: () => void;
}

/** One guide, to be read. */
export function ReadingPane({ listed, words, actions, paneRef, onLeave }: ReadingPaneProps): ReactElement {
  const { guides } = useCatalogue();
  const { isComparing } = useKnowledge();
  const id = useId();
  const { guide } = listed;
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  }
  return (
    <article className="reading-pane guide-mark" aria-labelledby={id} tabIndex={0} ref={paneRef} onKeyDown={onKeyDown}>
      <header className="reading-head">
        <p className="reading-kind muted">{GUIDE_KIND_LABELS[guide.kind]}</p>
        <h2 id={id}>
          <MarkedText text={guide.title} words={words} />
        </h2>
        <ReadLine listed={listed} />
        <div className="button-row">
          {actions.markRead.isEnabled === true && <ActionButton action={actions.markRead} {...(listed.isToRead ? { look: 'primary' as const } : {})} size="small" />}
          {actions.compare.isEnabled === true && <ActionButton action={actions.compare} size="small" />}
          <ActionButton action={actions.suggest} look="quiet" size="small" />
        </div>
        {actions.problem !== null && <ErrorNote>{actions.problem}</ErrorNote>}
      </header>
      {isComparing && listed.readVersion !== null ? (
        <GuideChanges guide={guide} readVersion={listed.readVersion} />
      ) : (
        <GuideText guide={guide} words={words} guides={guides} onOpen={openGuide} />
      )}
      <ServicesOf listed={listed} />
    </article>
  );
}

/** Which version this is, and what this person has read of it. */
function ReadLine({ listed }: { readonly listed: ListedGuide }): ReactElement {
  const { guide, readVersion, readAt, isToRead } = listed;
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const isRead = readVersion !== null && readVersion >= guide.version;
  const day = readAt === null ? null : dayOf(utcMs(readAt), now, timeZone);
  return (
    <p className="reading-line">
      <span className="muted number">{t`Version ${guide.version}`}</span>
      {isRead && (
        <span className="reading-read">
          <Icon name="check" />
          {day === null ? t`You read it` : t`You read it on ${day}`}
        </span>
      )}
      {!isRead && readVersion !== null && <span className="muted">{day === null ? t`You read version ${readVersion}` : t`You read version ${readVersion} on ${day}`}</span>}
      {isToRead && <span className="knowledge-to-read">{readVersion === null ? t`Everybody has to read this` : t`Everybody has to read the new version`}</span>}
    </p>
  );
}

function ServicesOf({ listed }: { readonly listed: ListedGuide }): ReactElement | null {
  const catalogue = useCatalogue();
  const { serviceCodes } = listed.guide;
  if (serviceCodes.length === 0) return null;
  return (
    <footer className="reading-foot muted">
      <p>{t`Belongs to: ${serviceCodes.map((code) => serviceName(catalogue, code)).join(', ')}`}</p>
    </footer>
  );
}
