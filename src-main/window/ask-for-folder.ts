import { dialog, type BrowserWindow } from 'electron';

/** Asks for a folder, beginning at one; null when the user changed their mind. */
export type AskForFolder = (question: { readonly title: string; readonly startAt: string | null }) => Promise<string | null>;

/** @param testDir answered without a question, for tests; null in life. */
export function createAskForFolder(window: BrowserWindow, testDir: string | null): AskForFolder {
  return async ({ title, startAt }) => {
    if (testDir !== null) return testDir;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory'], ...(startAt === null ? {} : { defaultPath: startAt }) });
    return canceled ? null : (filePaths[0] ?? null);
  };
}
