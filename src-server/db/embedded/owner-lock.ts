import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../../startup-error.ts';

/** Held while one server process owns a data folder. */
export interface OwnerLock {
  /** Lets the folder go; harmless when called twice. */
  release(): void;
}

/** The data folder belongs to another process, or to another server in this one. */
export class OwnedByAnother extends StartupError {}

/**
 * Takes sole ownership of a data folder.
 *
 * The lock is SQLite's exclusive file lock, which the operating system drops when the process dies, however it dies:
 * there is no stale lock to detect and no race in detecting one. `owner.json` beside it only names the owner in the
 * refusal. Throws {@link OwnedByAnother} when the folder is held.
 */
export function takeOwnership(dataDir: string): OwnerLock {
  const database = new DatabaseSync(path.join(dataDir, 'owner.lock'));
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new OwnedByAnother(
      `Another Portreeve server ${ownerName(dataDir)}is already using the data folder ${dataDir}. ` +
        'Stop that one first, or start this one with another --data folder.',
    );
  }
  writeFileSync(path.join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  let isHeld = true;
  return {
    release() {
      if (isHeld) database.close();
      isHeld = false;
    },
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function ownerName(dataDir: string): string {
  try {
    const owner: unknown = JSON.parse(readFileSync(path.join(dataDir, 'owner.json'), 'utf8'));
    if (typeof owner === 'object' && owner !== null && 'pid' in owner) return `(process ${String(owner.pid)}) `;
  } catch {
    // The owner may not have written its name yet; the refusal stands without it.
  }
  return '';
}
