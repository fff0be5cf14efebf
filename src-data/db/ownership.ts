import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Held as long as this process owns the records of a data folder; the system lets go of it when the process dies. */
export interface Ownership {
  release(): void;
}

/** A data process that was just killed may take a moment to be gone. */
const WAIT_MS = 3_000;

/**
 * Makes this process the one owner of a data folder, by an exclusive lock on a small file of its own.
 *
 * Two owners would each give out the same numbers. Throws SQLITE_BUSY when another process holds it.
 */
export function takeOwnership(dataDir: string): Ownership {
  const lock = new SqliteDatabase(join(dataDir, 'records.lock'), { timeout: WAIT_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return { release: () => lock.close() };
}
