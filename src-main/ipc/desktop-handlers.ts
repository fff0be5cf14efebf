import { app, shell, type WebContents } from 'electron';
import type { InterfaceLanguage } from '../../src-shared/language/language.ts';
import type { DataPortReply, OpenCopyResult, PageMenu, PracticeReply, SaveResult, Theme } from '../../src-shared/protocol/desktop-api.ts';
import type { GrowingFiles } from '../files/growing-file.ts';
import type { AskForFolder } from '../window/ask-for-folder.ts';
import type { Updater } from '../update/updater.ts';
import type { DesktopIpc } from './desktop-ipc.ts';

export interface DesktopHandlerOptions {
  readonly logsDir: string;
  readonly requestPort: (page: WebContents) => DataPortReply;
  /** The page listens: it gets the states as they are now, and what was kept for it. */
  readonly subscribe: () => void;
  readonly exportLogs: () => Promise<SaveResult>;
  readonly openFileCopy: (path: string) => Promise<OpenCopyResult>;
  readonly chooseFolder: AskForFolder;
  readonly startPractice: () => Promise<PracticeReply>;
  readonly setBusy: (reasons: readonly string[]) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setMenus: (menus: readonly PageMenu[]) => void;
  readonly setLanguage: (language: InterfaceLanguage) => void;
  readonly updater: Updater;
  readonly growingFiles: GrowingFiles;
}

/** Answers the page's calls, except printing (`printing/`). */
export function registerDesktopHandlers(ipc: DesktopIpc, options: DesktopHandlerOptions): void {
  ipc.handle('data.requestPort', (_argument, page) => options.requestPort(page));
  ipc.handle('events.subscribe', () => {
    options.subscribe();
    return null;
  });
  ipc.handle('logs.openFolder', async () => {
    await shell.openPath(options.logsDir);
    return null;
  });
  ipc.handle('logs.export', () => options.exportLogs());
  ipc.handle('files.openCopy', ({ path }) => options.openFileCopy(path));
  ipc.handle('files.chooseFolder', (question) => options.chooseFolder(question));
  ipc.handle('app.quit', () => {
    app.quit();
    return null;
  });
  ipc.handle('practice.start', () => options.startPractice());
  ipc.handle('app.setBusy', ({ reasons }) => {
    options.setBusy(reasons);
    return null;
  });
  ipc.handle('appearance.setTheme', ({ theme }) => {
    options.setTheme(theme);
    return null;
  });
  ipc.handle('appearance.setLanguage', ({ language }) => {
    options.setLanguage(language);
    return null;
  });
  ipc.handle('menu.set', ({ menus }) => {
    options.setMenus(menus);
    return null;
  });
  const { growingFiles } = options;
  ipc.handle('file.begin', (request) => growingFiles.begin(request));
  ipc.handle('file.append', ({ id, text }) => growingFiles.append(id, text));
  ipc.handle('file.finish', ({ id }) => growingFiles.finish(id));
  ipc.handle('file.abandon', ({ id }) => growingFiles.abandon(id));
  ipc.handle('update.check', () => options.updater.check());
  ipc.handle('update.install', () => options.updater.install());
}
