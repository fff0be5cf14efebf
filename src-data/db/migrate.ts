import { t } from '../../src-shared/language/language.ts';
import type { WriteDb } from './database.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Start-up stops on this; its message is shown to the person at the keyboard. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the file to the newest schema, each step in a transaction of its own.
 *
 * Throws MigrationError when a step fails (the file stays at the step before) or when the file was written by a newer
 * Portreeve, which must not be opened by an older one.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[] = MIGRATIONS): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const current = schemaVersion(db);
  if (current > newest) {
    throw new MigrationError(
      t`The records on this workstation were written by a newer version of Portreeve (schema ${current}, this version knows ${newest}). Install the newer version; nothing has been changed.`,
    );
  }
  for (const migration of migrations.filter((step) => step.version > current)) {
    try {
      db.transaction(() => {
        migration.up(db);
        db.raw.pragma(`user_version = ${migration.version}`);
      });
    } catch (error) {
      throw new MigrationError(
        t`The records on this workstation could not be brought to the new version (step ${migration.version}, ${migration.name}): ${String(error)}. Nothing was changed; export a backup and send it with the logs to your IT office.`,
        { cause: error },
      );
    }
  }
}

export function schemaVersion(db: WriteDb): number {
  return Number(db.raw.pragma('user_version', { simple: true }));
}
