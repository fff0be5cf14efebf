import { SCHEMA_LEVELS } from '../db/migrate.ts';
import type { Restored, RestoreRequest } from './load-as-new-life.ts';
import { readBackup } from './read-backup.ts';
import { restoreEmbedded } from './restore-embedded.ts';
import { restoreExternal } from './restore-external.ts';

/**
 * Puts a backup into the place of a database. What was there before is moved aside, never overwritten, and only after the
 * backup has been restored beside it and proved; until then nothing is changed.
 *
 * Throws a BackupProblem or a StartupError for what an operator can mend.
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
  await readBackup(request.file, request.migrations === undefined ? SCHEMA_LEVELS : Object.keys(request.migrations));
  return request.databaseUrl === null ? restoreEmbedded(request) : restoreExternal(request, request.databaseUrl);
}
