import { useEffect } from 'react';
import { desktop } from '../../data/desktop.ts';
import { keysOf, useOwnKeys } from '../keymap/own-keys.ts';
import { useActionGroups } from '../keymap/use-actions.ts';
import { pageMenus } from './page-menus.ts';

/** A screen says what it can do several times while it opens: the menu is built once for all of it. */
const SETTLED_MS = 200;

/** Keeps the application menu as the registry is. Locked, it says nothing of what is on the screen. */
export function usePageMenus(isLocked: boolean): void {
  const groups = useActionGroups();
  useOwnKeys();
  const menus = JSON.stringify(isLocked ? [] : pageMenus(groups, keysOf));
  useEffect(() => {
    const send = (): void => void desktop().setMenus(JSON.parse(menus));
    if (isLocked) {
      send();
      return;
    }
    const timer = setTimeout(send, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [menus, isLocked]);
}
