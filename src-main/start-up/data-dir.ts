import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { PRACTICE_FOLDER } from '../../src-shared/practice/practice-folder.ts';
import type { StartArguments } from './arguments.ts';

/**
 * Makes the data folder, and has Electron keep its own files in it.
 *
 * The single-instance lock lies among Electron's files: so it holds for one data folder, and several workstations with folders of
 * their own run beside each other. Must be called before the lock is asked for. Throws when the folder cannot be written.
 *
 * Practice mode has a folder inside that of the workstation, whatever it is given: it can never open the workstation's own records.
 */
export function prepareDataDir({ dataDir: given, isPractice }: Pick<StartArguments, 'dataDir' | 'isPractice'>): string {
  const desk = given === null ? join(app.getPath('userData'), 'portreeve') : resolve(given);
  const dataDir = isPractice ? join(desk, PRACTICE_FOLDER) : desk;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  accessSync(dataDir, constants.W_OK);
  if (isPractice || !app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(dataDir, 'electron'));
  return dataDir;
}
