import { t } from '../../../src-shared/language/language.ts';
import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { chordLabel } from '../keymap/chord.ts';
import { keyOf } from '../keymap/own-keys.ts';
import { goTo, useRoute } from '../routes.ts';
import { type Place, PLACES } from './places.ts';

export interface MainNavigationProps {
  /** Commands that were refused and not settled yet: shown at Sync. */
  readonly attentionCount: number;
  /** Guides this person still has to read: shown at Knowledge. */
  readonly toReadCount: number;
}

/** A number beside a place; `words` say what is counted. */
interface Badge {
  readonly count: number;
  readonly words: string;
  readonly tone: 'danger' | 'info';
}

/** The seven places of the window. A case belongs to the queue. */
export function MainNavigation({ attentionCount, toReadCount }: MainNavigationProps): ReactElement {
  const { screen } = useRoute();
  const current = screen === 'case' ? 'queue' : screen;
  const badges: Partial<Record<Place['screen'], Badge>> = {
    sync: { count: attentionCount, words: t`Needs attention (${attentionCount})`, tone: 'danger' },
    knowledge: { count: toReadCount, words: t`To read (${toReadCount})`, tone: 'info' },
  };
  return (
    <nav className="navigation" aria-label={t`Main`}>
      <ul>
        {PLACES.map((place) => (
          <li key={place.screen}>
            <NavigationLink place={place} isCurrent={place.screen === current} badge={badges[place.screen] ?? null} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ place, isCurrent, badge }: { readonly place: Place; readonly isCurrent: boolean; readonly badge: Badge | null }): ReactElement {
  function follow(event: MouseEvent): void {
    event.preventDefault();
    goTo({ screen: place.screen });
  }
  const key = keyOf(`go.${place.screen}`);
  const isCounted = badge !== null && badge.count > 0;
  return (
    <a
      className="navigation-link"
      href={`#${place.screen}`}
      onClick={follow}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={key === '' ? undefined : key.replace('Ctrl', 'Control')}
      {...(isCounted ? { 'aria-description': badge.words, title: badge.words } : {})}
      draggable={false}
    >
      <Icon name={place.icon} />
      <span className="navigation-label">{place.label}</span>
      {isCounted && (
        <span className="navigation-badge number" data-tone={badge.tone} aria-hidden="true">
          {badge.count}
        </span>
      )}
      {key !== '' && <Kbd keys={chordLabel(key)} />}
    </a>
  );
}
