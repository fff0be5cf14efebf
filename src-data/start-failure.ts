import { t } from '../src-shared/language/language.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataToMain } from '../src-shared/protocol/data-process.ts';
import { MigrationError } from './db/migrate.ts';
import { BACKUP_FILE } from './daily-backup.ts';
import { RECORDS_FILE } from './workstation.ts';

/** Tells main why the records cannot be opened, in words for the person at the keyboard. */
export function reportFailedStart(error: unknown, dataDir: string, post: (message: DataToMain) => void): void {
  post({ type: 'failed', message: sentenceOf(error, dataDir), canExportBackup: existsSync(join(dataDir, RECORDS_FILE)) });
}

function sentenceOf(error: unknown, dataDir: string): string {
  if (error instanceof MigrationError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const backup = existsSync(join(dataDir, BACKUP_FILE))
    ? t` A sound copy from the last time it was closed is beside it (${BACKUP_FILE}).`
    : '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return t`The records of this workstation are damaged.${backup} Export what is there, then call your IT office; do not delete anything.`;
  }
  if (code.startsWith('SQLITE_BUSY')) return t`The records are in use by another Portreeve. Close it, then start again.`;
  if (code.startsWith('SQLITE_FULL')) return t`The disk is full. Free some space, then start again; nothing is lost.`;
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return t`Portreeve may not write in its data folder (${dataDir}). Ask your IT office for the right to write there.`;
  }
  return t`The records of this workstation could not be opened (${error instanceof Error ? error.message : String(error)}).${backup} Export the logs and call your IT office.`;
}
