import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration';
import { StartupError } from '../startup-error.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type Connection, openPool, type Pool } from './pool.ts';

/** Names of every schema level this version knows, oldest first. */
export const SCHEMA_LEVELS: readonly string[] = Object.keys(MIGRATIONS).sort();

/** Name of the last migration a database has had; null when it never had one. */
export async function newestMigration(connection: Connection | Pool): Promise<string | null> {
  const { rows } = await connection.query<{ name: string | null }>('SELECT max(name) AS name FROM kysely_migration');
  return rows[0]?.name ?? null;
}

/**
 * Brings the database to the newest schema, or to `target` (a migration's name), all steps in one transaction.
 *
 * Several servers may start at once: one migrates, the others wait for it. A failed step leaves the schema as it was and
 * throws a StartupError, because a server must not run on a schema it does not know. Returns the names of the steps taken.
 */
export async function migrate(
  connectionString: string,
  target?: string,
  migrations: Record<string, Migration> = MIGRATIONS,
): Promise<readonly string[]> {
  const pool = openPool(connectionString, { max: 2 });
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
    const outcome = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target);
    return stepsTaken(outcome);
  } finally {
    await database.destroy();
  }
}

function stepsTaken({ error, results = [] }: MigrationResultSet): readonly string[] {
  if (error === undefined) return results.map((result) => result.migrationName);
  const failed = results.find((result) => result.status === 'Error')?.migrationName ?? 'the schema check';
  throw new StartupError(
    `The database could not be brought up to date: ${failed} failed (${reasonOf(error)}). Nothing was changed. ` +
      'Start the version of the server that was used before, and send this message to whoever maintains it.',
    { cause: error },
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
