import { existsSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { t } from '../../src-shared/language/language.ts';
import type { WriteDb } from './database.ts';

/**
 * Writes a copy of the records to `path` and proves that it opens and is sound before it takes that name.
 *
 * Rejects with a sentence when the copy cannot be written or is not sound; an older copy at `path` stays then.
 */
export async function writeVerifiedBackup(db: WriteDb, path: string): Promise<void> {
  const beside = `${path}.unfinished`;
  rmSync(beside, { force: true });
  await db.raw.backup(beside);
  const problem = soundnessProblem(beside);
  if (problem !== null) {
    rmSync(beside, { force: true });
    throw new Error(t`The copy of the records is not sound (${problem}). Keep the records as they are and call your IT office.`);
  }
  renameSync(beside, path);
}

/** Null when SQLite finds nothing wrong with the file; else its first complaint. Reads the whole file. */
export function soundnessProblem(path: string): string | null {
  if (!existsSync(path)) return t`the file is missing`;
  const copy = new SqliteDatabase(path);
  try {
    const answer = String(copy.pragma('quick_check(1)', { simple: true }));
    return answer === 'ok' ? null : answer;
  } finally {
    copy.close();
  }
}
