import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { goTo, useRoute } from '../routes.ts';
import { type Place, PLACES } from './places.ts';

export interface MainNavigationProps {
  /** Commands that were refused and not settled yet: shown at Sync. */
  readonly attentionCount: number;
}

/** The seven places of the window. A case belongs to the queue. */
export function MainNavigation({ attentionCount }: MainNavigationProps): ReactElement {
  const { screen } = useRoute();
  const current = screen === 'case' ? 'queue' : screen;
  return (
    <nav className="navigation" aria-label="Main">
      <ul>
        {PLACES.map((place) => (
          <li key={place.screen}>
            <NavigationLink place={place} isCurrent={place.screen === current} badge={place.screen === 'sync' && attentionCount > 0 ? String(attentionCount) : null} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ place, isCurrent, badge }: { readonly place: Place; readonly isCurrent: boolean; readonly badge: string | null }): ReactElement {
  function follow(event: MouseEvent): void {
    event.preventDefault();
    goTo({ screen: place.screen });
  }
  return (
    <a
      className="navigation-link"
      href={`#${place.screen}`}
      onClick={follow}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={place.key}
      draggable={false}
    >
      <Icon name={place.icon} />
      <span className="navigation-label">{place.label}</span>
      {badge !== null && (
        <span className="navigation-badge number" aria-hidden="true">
          {badge}
        </span>
      )}
      <Kbd keys={place.key} />
    </a>
  );
}
