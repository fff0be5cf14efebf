import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { DAY_MS, HOUR_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { codeOf } from '../util/code-of.ts';
import { takenAtOfName } from './backup-format.ts';
import { writeProblem } from './backup-problem.ts';

/** However old they are, so many backups stay: a server that was off for a season still has some. */
const ALWAYS_KEPT = 3;
const UNFINISHED = '.unfinished';
/** Nobody writes at one for so long without a byte reaching the disk. */
const ABANDONED_AFTER_MS = HOUR_MS;

/** Makes the folder when it is missing, readable by its owner only: backups hold everything citizens said. */
export function prepareBackupFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw writeProblem(error, folder);
  }
}

/** The name under which a backup is written until it has been proved. */
export function unfinishedName(file: string): string {
  return `${file}${UNFINISHED}`;
}

/** Names of the finished backups, oldest first; none when the folder is missing. */
export function finishedBackups(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => takenAtOfName(name) !== null).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Removes what killed backups left behind. */
export function removeAbandoned(folder: string, now: UtcMs): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(UNFINISHED) || takenAtOfName(name.slice(0, -UNFINISHED.length)) === null) continue;
    const file = path.join(folder, name);
    if (now - statSync(file).mtimeMs > ABANDONED_AFTER_MS) rmSync(file, { force: true });
  }
}

/** Removes backups older than `keepDays`, but never the newest three; returns the names. Other files are left alone. */
export function removeOldBackups(folder: string, keepDays: number, now: UtcMs): readonly string[] {
  const old = finishedBackups(folder).slice(0, -ALWAYS_KEPT).filter((name) => now - (takenAtOfName(name) ?? now) > keepDays * DAY_MS);
  for (const name of old) rmSync(path.join(folder, name), { force: true });
  return old;
}

/** Makes a rename inside the folder survive a power cut. Windows has no such thing for folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}
