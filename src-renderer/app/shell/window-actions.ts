import { desktop } from '../../data/desktop.ts';
import { nameStandIn } from '../away/away-store.ts';
import type { Action } from '../keymap/action.ts';
import { changeAppearance, THEMES, useAppearance } from '../settings/appearance.ts';
import { mayPostBulletins } from '../../../src-shared/office/office-permission.ts';
import { writeBulletin } from '../bulletins/bulletin-dialog-store.ts';
import { startPractice } from '../practice/start-practice.ts';
import { goTo } from '../routes.ts';
import { lock, signOut } from '../session/session-store.ts';
import { suggestAbout } from '../suggest/suggest-store.ts';
import { useStaff } from '../workplace.tsx';
import { openPanel } from './window-store.ts';

const WINDOW_ACTIONS: readonly Action[] = [
  { id: 'window.palette', label: 'Command palette', keys: ['Ctrl+K'], run: () => openPanel('palette') },
  { id: 'window.keys', label: 'Keys on this screen', keys: ['F1'], run: () => openPanel('keys') },
  { id: 'window.settings', label: 'Settings', keys: ['Ctrl+,'], run: () => openPanel('settings') },
  { id: 'window.practice', label: 'Practice mode', keys: [], run: () => void startPractice() },
  { id: 'window.lock', label: 'Lock', keys: ['Ctrl+L'], run: lock, worksInDialogs: true },
  { id: 'window.signOut', label: 'Sign out', keys: [], run: signOut },
];

const IN_PRACTICE = WINDOW_ACTIONS.filter(({ id }) => id !== 'window.practice');

/** For the menu under the person's name. */
export const useWindowActions = (): readonly Action[] => (desktop().isPractice ? IN_PRACTICE : WINDOW_ACTIONS);

/** More that the palette offers. */
export function useHousekeepingActions(): readonly Action[] {
  const staff = useStaff();
  const mayPost = mayPostBulletins(staff);
  const theme = useAppearance((appearance) => appearance.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return [
    { id: 'office.away', label: 'I am away …', keys: [], run: () => nameStandIn(staff.id) },
    { id: 'office.suggest', label: 'Suggest a change …', keys: [], run: () => suggestAbout({ kind: 'other', code: null }) },
    { id: 'office.postBulletin', label: 'Post a bulletin …', keys: [], isEnabled: mayPost, run: () => writeBulletin() },
    { id: 'go.community', label: 'Community', keys: [], run: () => goTo({ screen: 'community' }) },
    { id: 'go.townHall', label: 'Town-hall entry', keys: [], run: () => goTo({ screen: 'newCase', townHall: 'choose' }) },
    { id: 'window.theme', label: 'Change theme', keys: [], run: () => changeAppearance({ theme: next }) },
    { id: 'window.exportLogs', label: 'Export logs for IT', keys: [], run: () => void desktop().exportLogs() },
    { id: 'window.quit', label: 'Quit Portreeve', keys: ['Ctrl+Q'], run: () => void desktop().quit() },
  ];
}
