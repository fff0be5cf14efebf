import path from 'node:path';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { migrate } from '../db/migrate.ts';
import { openPool } from '../db/pool.ts';
import { writeSetting } from '../db/server-setting.ts';
import type { BackupManifest } from './backup-format.ts';
import { beginNewLife } from './begin-new-life.ts';
import { loadBackup, type LoadRequest } from './load-backup.ts';
import type { DatabaseChoice } from './open-existing.ts';

export interface RestoreRequest extends DatabaseChoice, LoadRequest {
  readonly now: () => UtcMs;
}

/** A database as it came out of a backup. */
export interface LoadedLife {
  readonly manifest: BackupManifest;
  readonly epoch: number;
}

/** What a restore did. */
export interface Restored extends LoadedLife {
  /** Where the database that was there is now, in words; null when there was none. */
  readonly setAside: string | null;
}

/**
 * Fills an empty database, proves it, brings it up to date and begins its new epoch.
 *
 * `livesBefore`: databases of this server that are or were here. One of them may come from the same backup: workstations have
 * seen its epoch and hold its numbers, and this one must not begin with the same.
 */
export async function loadAsNewLife(request: RestoreRequest, databaseUrl: string, livesBefore: number): Promise<LoadedLife> {
  const manifest = await loadBackup(request, databaseUrl);
  await migrate(databaseUrl, undefined, request.migrations);
  const pool = openPool(databaseUrl, { max: 2 });
  try {
    await writeSetting(pool, 'lastBackupAt', manifest.takenAt);
    const { epoch } = await beginNewLife(pool, { at: request.now(), reason: `restored from ${path.basename(request.file)}`, livesBefore });
    return { manifest, epoch };
  } finally {
    await pool.end();
  }
}
