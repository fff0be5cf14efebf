import { join } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';

export interface SaveQuestion {
  readonly title: string;
  /** With its extension, without a folder. */
  readonly suggestedName: string;
  readonly filters: FileFilter[];
}

/** Asks for a place to save to; null when the user changed their mind. */
export type AskWhereToSave = (question: SaveQuestion) => Promise<string | null>;

/** @param testDir files go here without a question, for tests; null in life. */
export function createAskWhereToSave(window: BrowserWindow, testDir: string | null): AskWhereToSave {
  return async ({ title, suggestedName, filters }) => {
    if (testDir !== null) return join(testDir, suggestedName);
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: suggestedName, filters });
    return canceled || filePath === '' ? null : filePath;
  };
}
