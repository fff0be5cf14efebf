import type { MenuItemConstructorOptions } from 'electron';

/**
 * The application menu.
 *
 * The page owns its keys (F1 to F9, Ctrl+B, K, L, P, Enter, Alt with a letter), so the menu has none of them: no reload, which could
 * lose a sentence, and no letters to underline. Windows and Linux do not show it; its clipboard and zoom keys work all the same.
 */
export function menuTemplate(options: { readonly isMac: boolean; readonly isDevelopment: boolean; readonly exportLogs: () => void }): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = options.isDevelopment ? [{ type: 'separator' }, { role: 'toggleDevTools' }] : [];
  const application: MenuItemConstructorOptions[] = options.isMac ? [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { type: 'separator' }] : [];
  return [
    { label: 'Portreeve', submenu: [...application, { label: 'Export logs…', click: options.exportLogs }, { type: 'separator' }, { role: 'quit', accelerator: 'CmdOrCtrl+Q' }] },
    {
      label: 'Edit',
      submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        // The same key without Shift, which is how it is typed.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...developer,
      ],
    },
  ];
}
