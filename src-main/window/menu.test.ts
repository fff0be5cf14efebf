import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

/** Roles that bring a key of the page with them when none is given. */
const ROLES_WITH_KEYS_OF_THE_PAGE = ['reload', 'forceReload', 'close', 'minimize', 'help'];
const KEYS_OF_THE_PAGE = /^(?:F[1-9]|(?:CmdOrCtrl|Ctrl|CommandOrControl)\+(?:K|L|P|B|Enter|Return)|Alt\+[A-Z])$/i;

function items(isDevelopment: boolean): MenuItemConstructorOptions[] {
  const template = menuTemplate({ isMac: false, isDevelopment, exportLogs: () => undefined });
  return template.flatMap((menu) => [menu, ...(menu.submenu as MenuItemConstructorOptions[])]);
}

it.each([true, false])('takes no key of the page (development: %s)', (isDevelopment) => {
  for (const item of items(isDevelopment)) {
    expect(item.accelerator ?? '').not.toMatch(KEYS_OF_THE_PAGE);
    expect(ROLES_WITH_KEYS_OF_THE_PAGE).not.toContain(item.role);
    expect(item.label ?? '').not.toContain('&');
  }
});

it('offers the developer tools in development only', () => {
  expect(items(true).some((item) => item.role === 'toggleDevTools')).toBe(true);
  expect(items(false).some((item) => item.role === 'toggleDevTools')).toBe(false);
});
