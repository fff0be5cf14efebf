import { withLock } from '../db/advisory-lock.ts';
import type { Pool } from '../db/pool.ts';
import { BackupProblem } from './backup-problem.ts';

/** Runs `work` unless a backup of the same database is being taken anywhere; then throws a BackupProblem. */
export async function withOneBackupAtATime<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const outcome = await withLock(pool, 'backup being taken', work);
  if (outcome.isHeldElsewhere) throw new BackupProblem('inUse', 'Another backup of this database is being taken at this moment. Wait until it is done.');
  return outcome.result;
}
