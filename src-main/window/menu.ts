import { t } from '../../src-shared/language/language.ts';
import type { MenuItemConstructorOptions } from 'electron';
import type { PageMenu, PageMenuItem } from '../../src-shared/protocol/desktop-api.ts';
import { toAccelerator } from './accelerator.ts';

export interface MenuOptions {
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  readonly exportLogs: () => void;
  /** What the page can do now, from its registry of actions. */
  readonly menus: readonly PageMenu[];
  /** An item of those was taken. */
  readonly onAction: (id: string) => void;
}

/**
 * The application menu: what the page can do now, and editing and zoom.
 *
 * Electron's own names of its roles are English whatever the language, so each is named here.
 * The page owns its keys, so the menu only shows them: no reload, which could lose a sentence, and no letters to underline. Windows and
 * Linux show it when Alt is pressed alone.
 */
export function menuTemplate({ menus, onAction, ...options }: MenuOptions): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = options.isDevelopment ? [{ type: 'separator' }, { role: 'toggleDevTools' }] : [];
  const application: MenuItemConstructorOptions[] = options.isMac ? [{ role: 'about', label: t`About Portreeve` }, { type: 'separator' }, { role: 'hide', label: t`Hide Portreeve` }, { type: 'separator' }] : [];
  return [
    { label: 'Portreeve', submenu: [...application, { label: t`Export logs…`, click: options.exportLogs }, { type: 'separator' }, { role: 'quit', label: t`Quit`, accelerator: 'CmdOrCtrl+Q' }] },
    {
      label: t`Edit`,
      submenu: [
        { role: 'undo', label: t`Undo` },
        { role: 'redo', label: t`Redo` },
        { type: 'separator' },
        { role: 'cut', label: t`Cut` },
        { role: 'copy', label: t`Copy` },
        { role: 'paste', label: t`Paste` },
        { role: 'selectAll', label: t`Select all` },
      ],
    },
    {
      label: t`View`,
      submenu: [
        { role: 'resetZoom', label: t`Actual size`, accelerator: 'CmdOrCtrl+0' },
        { role: 'zoomIn', label: t`Zoom in`, accelerator: 'CmdOrCtrl+Plus' },
        // The same key without Shift, which is how it is typed.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut', label: t`Zoom out`, accelerator: 'CmdOrCtrl+-' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: t`Full screen` },
        ...developer,
      ],
    },
    ...menus.map(({ title, items }) => ({ label: plain(title), submenu: items.map((item) => pageItem(item, options.isMac, onAction)) })),
  ];
}

/** On a Mac an accelerator cannot be shown without being taken: there the key stands nowhere. */
function pageItem({ id, label, chord, isEnabled }: PageMenuItem, isMac: boolean, onAction: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = chord === null || isMac ? null : toAccelerator(chord);
  return { id, label: plain(label), enabled: isEnabled, click: () => onAction(id), ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }) };
}

/** An ampersand would underline the letter after it, and Alt with that letter would no longer reach the page. */
function plain(words: string): string {
  return words.replaceAll('&', '&&');
}
