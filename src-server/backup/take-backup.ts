import { renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { SCHEMA_LEVELS } from '../db/migrate.ts';
import type { Pool } from '../db/pool.ts';
import { backupFileName, type BackupManifest } from './backup-format.ts';
import { prepareBackupFolder, removeAbandoned, syncFolder, unfinishedName } from './backup-folder.ts';
import { BackupProblem, writeProblem } from './backup-problem.ts';
import { withOneBackupAtATime } from './one-at-a-time.ts';
import { readBackup } from './read-backup.ts';
import { type Trial, tryBackup } from './try-backup.ts';
import { writeBackup } from './write-backup.ts';

export interface BackupRequest {
  readonly pool: Pool;
  /** Of the same database, with a role that may make connections of its own. */
  readonly url: string;
  readonly folder: string;
  readonly now: () => UtcMs;
  readonly signal: AbortSignal;
  /** False: only read back and compared with what was written, not restored for a trial. */
  readonly isTried: boolean;
}

/** A backup that was proved. */
export interface TakenBackup {
  readonly file: string;
  readonly sizeBytes: number;
  readonly manifest: BackupManifest;
  /** `notAsked`: read back only. */
  readonly trial: Trial | 'notAsked';
}

const SQL = {
  // Backups end in the order of their moments, because there is one at a time. The newest counts, also after a clock was put back.
  noteLast: `INSERT INTO server_setting (key, value) VALUES ('lastBackupAt', to_jsonb($1::bigint)) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
};

/**
 * Takes a backup, proves it, gives it its name and notes when it was taken (`lastBackupAt`, which the workstations see).
 *
 * Nothing is called a backup that was not read back whole; what failed on the way is removed. Throws a BackupProblem for
 * what an operator can mend.
 */
export async function takeBackup(request: BackupRequest): Promise<TakenBackup> {
  const { pool, folder } = request;
  prepareBackupFolder(folder);
  return withOneBackupAtATime(pool, async () => {
    const takenAt = request.now();
    removeAbandoned(folder, takenAt);
    const file = path.join(folder, backupFileName(takenAt));
    const { manifest, trial } = await proved(request, takenAt, file);
    await pool.query(SQL.noteLast, [takenAt]);
    return { file, sizeBytes: statSync(file).size, manifest, trial };
  });
}

async function proved(request: BackupRequest, takenAt: UtcMs, file: string): Promise<{ readonly manifest: BackupManifest; readonly trial: Trial | 'notAsked' }> {
  const { pool, url, folder, signal } = request;
  const unfinished = unfinishedName(file);
  try {
    const manifest = await writeBackup({ pool, takenAt, signal }, unfinished);
    await readBack(unfinished, manifest);
    const trial = request.isTried ? await tryBackup(unfinished, { pool, url }, signal) : 'notAsked';
    renameSync(unfinished, file);
    await syncFolder(folder);
    return { manifest, trial };
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (signal.aborted) throw new BackupProblem('stopped', 'The backup was given up because the server is stopping. It is taken again at the next start.', { cause: error });
    throw writeProblem(error, folder);
  }
}

async function readBack(file: string, written: BackupManifest): Promise<void> {
  const read = await readBackup(file, SCHEMA_LEVELS);
  if (canonicalJson(read) !== canonicalJson(written)) {
    throw new BackupProblem('damaged', 'The backup reads back otherwise than it was written: the disk or the memory of this computer is not to be trusted. Choose another folder, and have the computer looked at.');
  }
}
