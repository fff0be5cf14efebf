/** The application menu as the registry of actions has it. Pure. */
import { t } from '../../../src-shared/language/language.ts';
import type { PageMenu, PageMenuItem } from '../../../src-shared/protocol/desktop-api.ts';
import { type Action, DIALOG_SCOPE, GLOBAL_SCOPE } from '../keymap/action.ts';
import { type ActionGroup, inReadingOrder } from '../keymap/registry.ts';

/** Places first, then each part of the screen, then what is everywhere; quitting is in the menu anyway. */
export function pageMenus(groups: readonly ActionGroup[], keysOf: (id: string) => readonly string[]): readonly PageMenu[] {
  const everywhere = groups.filter(({ scope }) => scope.id === GLOBAL_SCOPE.id).flatMap(({ actions }) => actions);
  const ofScreen = inReadingOrder(groups).filter(({ scope }) => scope.id !== GLOBAL_SCOPE.id && scope.id !== DIALOG_SCOPE.id);
  const menus = [
    { title: t`Go to`, actions: everywhere.filter(({ id }) => id.startsWith('go.')) },
    ...ofScreen.map(({ scope, actions }) => ({ title: scope.title, actions })),
    { title: t`Window`, actions: everywhere.filter(({ id }) => !id.startsWith('go.') && id !== 'window.quit') },
  ];
  return menus.map(({ title, actions }) => ({ title, items: actions.filter(isOffered).map((action) => itemOf(action, keysOf)) })).filter(({ items }) => items.length > 0);
}

function isOffered({ run, isKeyOnly }: Action): boolean {
  return run !== null && isKeyOnly !== true;
}

function itemOf({ id, label, isEnabled }: Action, keysOf: (id: string) => readonly string[]): PageMenuItem {
  return { id, label: label.slice(0, 200), chord: keysOf(id)[0] ?? null, isEnabled: isEnabled !== false };
}
