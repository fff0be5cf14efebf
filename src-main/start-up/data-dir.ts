import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * Makes the data folder, and has Electron keep its own files in it.
 *
 * The single-instance lock lies among Electron's files: so it holds for one data folder, and several workstations with folders of
 * their own run beside each other. Must be called before the lock is asked for. Throws when the folder cannot be written.
 */
export function prepareDataDir(given: string | null): string {
  const dataDir = given === null ? join(app.getPath('userData'), 'portreeve') : resolve(given);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  accessSync(dataDir, constants.W_OK);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(dataDir, 'electron'));
  return dataDir;
}
