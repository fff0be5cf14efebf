import type { IconName } from '../../ui/icon.tsx';
import { goTo, type ScreenName } from '../routes.ts';
import type { Action } from '../keymap/action.ts';

/** A screen in the navigation. `case` is reached from others and has no place of its own. */
export interface Place {
  readonly screen: Exclude<ScreenName, 'case'>;
  readonly label: string;
  readonly key: string;
  readonly icon: IconName;
}

export const PLACES: readonly Place[] = [
  { screen: 'newCase', label: 'New case', key: 'F2', icon: 'plus' },
  { screen: 'queue', label: 'Queue', key: 'F3', icon: 'list' },
  { screen: 'overdue', label: 'Overdue', key: 'F4', icon: 'clock' },
  { screen: 'reports', label: 'Reports', key: 'F6', icon: 'chart' },
  { screen: 'knowledge', label: 'Knowledge', key: 'F7', icon: 'book' },
  { screen: 'sync', label: 'Sync', key: 'F8', icon: 'sync' },
  { screen: 'administration', label: 'Administration', key: 'F9', icon: 'gear' },
];

export const placeActions: readonly Action[] = PLACES.map(({ screen, label, key }) => ({ id: `go.${screen}`, label, keys: [key], run: () => goTo({ screen }) }));
