import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';

/** Right click: cut, copy and paste, as far as they can do something there. */
export function offerClipboardMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [{ role: 'cut', enabled: editFlags.canCut }, { role: 'copy', enabled: editFlags.canCopy }, { role: 'paste', enabled: editFlags.canPaste }, { role: 'selectAll' }]
      : [{ role: 'copy' }];
    if (isEditable || selectionText.trim() !== '') Menu.buildFromTemplate(items).popup({ window });
  });
}
