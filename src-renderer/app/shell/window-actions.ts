import { t } from '../../../src-shared/language/language.ts';
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
  { id: 'window.palette', label: t`Command palette`, run: () => openPanel('palette') },
  { id: 'window.keys', label: t`Keys on this screen`, run: () => openPanel('keys') },
  { id: 'window.changeKeys', label: t`Change keys`, run: () => openPanel('changeKeys') },
  { id: 'window.settings', label: t`Settings`, run: () => openPanel('settings') },
  { id: 'window.practice', label: t`Practice mode`, run: () => void startPractice() },
  { id: 'window.lock', label: t`Lock`, run: lock, worksInDialogs: true },
  { id: 'window.signOut', label: t`Sign out`, run: signOut },
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
    { id: 'office.away', label: t`I am away …`, run: () => nameStandIn(staff.id) },
    { id: 'office.suggest', label: t`Suggest a change …`, run: () => suggestAbout({ kind: 'other', code: null }) },
    { id: 'office.postBulletin', label: t`Post a bulletin …`, isEnabled: mayPost, run: () => writeBulletin() },
    { id: 'go.community', label: t`Community`, run: () => goTo({ screen: 'community' }) },
    { id: 'go.townHall', label: t`Town-hall entry`, run: () => goTo({ screen: 'newCase', townHall: 'choose' }) },
    { id: 'window.theme', label: t`Change theme`, run: () => changeAppearance({ theme: next }) },
    { id: 'window.exportLogs', label: t`Export logs for IT`, run: () => void desktop().exportLogs() },
    { id: 'window.quit', label: t`Quit Portreeve`, run: () => void desktop().quit() },
  ];
}
