import { app, shell, type WebContents } from 'electron';
import type { DataPortReply, OpenCopyResult, PracticeReply, SaveResult, Theme } from '../../src-shared/protocol/desktop-api.ts';
import type { Updater } from '../update/updater.ts';
import type { DesktopIpc } from './desktop-ipc.ts';

export interface DesktopHandlerOptions {
  readonly logsDir: string;
  readonly requestPort: (page: WebContents) => DataPortReply;
  /** The page listens: it gets the states as they are now, and what was kept for it. */
  readonly subscribe: () => void;
  readonly exportLogs: () => Promise<SaveResult>;
  readonly openFileCopy: (path: string) => Promise<OpenCopyResult>;
  readonly startPractice: () => Promise<PracticeReply>;
  readonly setBusy: (reasons: readonly string[]) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly updater: Updater;
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
  ipc.handle('update.check', () => options.updater.check());
  ipc.handle('update.install', () => options.updater.install());
}
