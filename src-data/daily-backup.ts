/** The copy of the records beside them: verified, and never older than a day. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS } from '../src-shared/util/time.ts';
import { renewToken } from './sync/copied-records.ts';
import { writeVerifiedBackup } from './db/backup.ts';
import type { WriteDb } from './db/database.ts';

export const BACKUP_FILE = 'records.backup.sqlite';

interface BackupSetting {
  readonly dataDir: string;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** Made while people work. Stop it by clearing the timer. */
export function backUpDaily(db: WriteDb, { dataDir, now, log }: BackupSetting): NodeJS.Timeout {
  const path = join(dataDir, BACKUP_FILE);
  const timer = setInterval(() => {
    if (now() - changedAt(path) < DAY_MS) return;
    backUp(db, dataDir).catch((error: unknown) => log('backup failed', { problem: String(error) }));
  }, HOUR_MS);
  timer.unref();
  return timer;
}

/** Put back one day, the copy is to be known for one. */
export async function backUp(db: WriteDb, dataDir: string): Promise<void> {
  await writeVerifiedBackup(db, join(dataDir, BACKUP_FILE));
  renewToken(db, dataDir);
}

/** Ms since 1970; 0 for a file that is not there. */
export function changedAt(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

