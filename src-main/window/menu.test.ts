import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { toAccelerator } from './accelerator.ts';
import { menuTemplate } from './menu.ts';

/** Roles that bring a key of the page with them when none is given. */
const ROLES_WITH_KEYS_OF_THE_PAGE = ['reload', 'forceReload', 'close', 'minimize', 'help'];
const KEYS_OF_THE_PAGE = /^(?:F[1-9]|(?:CmdOrCtrl|Ctrl|CommandOrControl)\+(?:K|L|P|B|Enter|Return)|Alt\+[A-Z])$/i;

function items(isDevelopment: boolean): MenuItemConstructorOptions[] {
  const template = menuTemplate({ isMac: false, isDevelopment, exportLogs: () => undefined, menus: [], onAction: () => undefined });
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

it('offers what the page can do, with its keys shown but left to the page', () => {
  const taken: string[] = [];
  const item = { id: 'case.assign', label: 'Assign & tell', chord: 'a', isEnabled: true };
  const template = menuTemplate({
    isMac: false,
    isDevelopment: false,
    exportLogs: () => undefined,
    menus: [{ title: 'Case', items: [item, { ...item, id: 'case.note', chord: 'ñ', isEnabled: false }] }],
    onAction: (id) => taken.push(id),
  });
  const [assign, note] = (template.at(-1)?.submenu ?? []) as MenuItemConstructorOptions[]; // safe: the template's own items
  expect(assign).toMatchObject({ label: 'Assign && tell', accelerator: 'A', registerAccelerator: false, enabled: true });
  expect(note).toMatchObject({ enabled: false });
  expect(note?.accelerator).toBeUndefined();
  const click = assign?.click as (() => void) | undefined; // safe: it reads none of its arguments
  click?.();
  expect(taken).toEqual(['case.assign']);
});

it.each([
  ['Ctrl+K', 'Ctrl+K'],
  ['Shift+j', 'Shift+J'],
  ['/', '/'],
  ['Ctrl++', 'Ctrl+Plus'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['ñ', null],
])('writes %s as %s', (chord, accelerator) => {
  expect(toAccelerator(chord)).toBe(accelerator);
});
