import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { desktop } from '../../data/desktop.ts';
import { queries } from '../../data/queries.ts';
import { AwayDialog } from '../away/away-dialog.tsx';
import { BulletinDialog } from '../bulletins/bulletin-dialog.tsx';
import { GLOBAL_SCOPE } from '../keymap/action.ts';
import { useKeyboard } from '../keymap/keyboard.ts';
import { openKeysOf } from '../keymap/change-keys.ts';
import { useOwnKeys } from '../keymap/own-keys.ts';
import { useActions } from '../keymap/use-actions.ts';
import { useUnreadCount } from '../office/use-office.ts';
import { CommandPalette } from '../palette/command-palette.tsx';
import { PracticePanel } from '../practice/practice-panel.tsx';
import { KeysSheet } from '../palette/keys-sheet.tsx';
import { usePageTitle } from '../page-title.ts';
import { routeKey, useRoute } from '../routes.ts';
import { SuggestDialog } from '../suggest/suggest-dialog.tsx';
import { ChangeKeysDialog } from '../settings/change-keys-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { useWorkplace } from '../workplace.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { placeActions, placeLabel } from './places.ts';
import { StationStatus } from './station-status.tsx';
import { usePageMenus } from './use-page-menus.ts';
import { useDesktopEvents } from './use-desktop-events.ts';
import { useHousekeepingActions, useWindowActions } from './window-actions.ts';
import { closePanel, useWindowPanel } from './window-store.ts';
import './shell.css';

/** The window of whoever is signed in: navigation on the left, the screen beside it, panels over both. */
export function Shell(): ReactElement {
  const { isLocked, catalogue, staff } = useWorkplace();
  useState(() => openKeysOf(staff.id)); // once, before any key is shown below
  useKeyboard();
  useOwnKeys(); // another key is shown everywhere at once
  const { panel } = useWindowPanel();
  const { data: status } = useQuery(queries.syncStatus());
  useActions(GLOBAL_SCOPE, [...placeActions, ...useWindowActions(), ...useHousekeepingActions()]);
  useDesktopEvents();
  usePageMenus(isLocked);
  const area = routeKey(useRoute());
  return (
    <div className="shell" data-locked={isLocked || undefined}>
      <div className="sidebar">
        <header className="sidebar-city">{catalogue.city.name}</header>
        <MainNavigation attentionCount={status?.attention.length ?? 0} toReadCount={useUnreadCount()} />
        <StationStatus />
      </div>
      {desktop().isPractice ? (
        <div className="practice-column">
          <PracticePanel />
          <ScreenArea key={area} />
        </div>
      ) : (
        <ScreenArea key={area} />
      )}
      <CommandPalette isOpen={panel === 'palette'} onClose={closePanel} />
      <KeysSheet isOpen={panel === 'keys'} onClose={closePanel} />
      <ChangeKeysDialog isOpen={panel === 'changeKeys'} onClose={closePanel} />
      <SettingsDialog isOpen={panel === 'settings'} onClose={closePanel} />
      <AwayDialog />
      <BulletinDialog />
      <SuggestDialog />
    </div>
  );
}

/** Where the screen stands, one at a time. A screen that does not place the focus itself gets it on the whole. */
function ScreenArea(): ReactElement {
  const route = useRoute();
  const area = useRef<HTMLElement>(null);
  usePageTitle(placeLabel(route.screen));
  useEffect(() => {
    const isInside = area.current?.contains(document.activeElement) === true;
    if (!isInside && document.querySelector('[data-modal]') === null) area.current?.focus();
  }, []);
  return (
    <main className="screen-area" ref={area} tabIndex={-1}>
      <CurrentScreen route={route} />
    </main>
  );
}
