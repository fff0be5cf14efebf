import path from 'node:path';
import type { AppDeps } from '../app-deps.ts';
import { removeOldBackups } from '../backup/backup-folder.ts';
import { takeBackup } from '../backup/take-backup.ts';
import type { PlainJob } from './run-once.ts';

export const BACKUP_JOB = 'backup';

export interface NightlyBackupOptions {
  /** Of the server's database. */
  readonly url: string;
  readonly folder: string;
  readonly keepDays: number;
}

/** Takes a backup, restores it for a trial, and only then removes those that are too old. */
export function nightlyBackup({ pool, now }: Pick<AppDeps, 'pool' | 'now'>, { url, folder, keepDays }: NightlyBackupOptions): PlainJob {
  return {
    name: BACKUP_JOB,
    async work(signal) {
      const taken = await takeBackup({ pool, url, folder, now, signal, isTried: true });
      const removed = removeOldBackups(folder, keepDays, now());
      return { file: path.basename(taken.file), sizeBytes: taken.sizeBytes, cases: taken.manifest.tables['case_']?.rows ?? 0, trial: taken.trial, removed: removed.length };
    },
  };
}
