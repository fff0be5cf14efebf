import { t } from '../../../src-shared/language/language.ts';
import type { IconName } from '../../ui/icon.tsx';
import { goTo, type ScreenName } from '../routes.ts';
import type { Action } from '../keymap/action.ts';

/** A screen in the navigation. `case` is reached from others and has no place of its own. */
export interface Place {
  readonly screen: Exclude<ScreenName, 'case'>;
  readonly label: string;
  readonly icon: IconName;
}

export const PLACES: readonly Place[] = [
  { screen: 'newCase', label: t`New case`, icon: 'plus' },
  { screen: 'queue', label: t`Queue`, icon: 'list' },
  { screen: 'overdue', label: t`Overdue`, icon: 'clock' },
  { screen: 'reports', label: t`Reports`, icon: 'chart' },
  { screen: 'knowledge', label: t`Knowledge`, icon: 'book' },
  { screen: 'sync', label: t`Sync`, icon: 'sync' },
  { screen: 'administration', label: t`Administration`, icon: 'gear' },
];

/** What the window is called there; null for a case, which has its own name. */
export function placeLabel(screen: ScreenName): string | null {
  return screen === 'community' ? t`Community` : (PLACES.find((place) => place.screen === screen)?.label ?? null);
}

export const placeActions: readonly Action[] = PLACES.map(({ screen, label }): Action => ({ id: `go.${screen}`, label, run: () => goTo({ screen }) }));
