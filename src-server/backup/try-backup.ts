import { randomBytes } from 'node:crypto';
import { quoted } from '../db/copy.ts';
import { withDatabase } from '../db/database-url.ts';
import type { Pool } from '../db/pool.ts';
import { loadBackup } from './load-backup.ts';

const SQL = {
  mayCreate: 'SELECT rolcreatedb OR rolsuper AS "mayCreate" FROM pg_roles WHERE rolname = current_user',
  prefix: `SELECT 'portreeve_trial_' || oid || '_' AS prefix FROM pg_database WHERE datname = current_database()`,
  leftovers: `SELECT d.datname AS name FROM pg_database d WHERE starts_with(d.datname, $1)
               AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datid = d.oid)`,
};

/** `noRight`: the database's role may not create databases, so the backup was only read back. */
export type Trial = 'restored' | 'noRight';

/**
 * Restores a backup into a database made for it in the same cluster, verifies it there and drops it again.
 *
 * Needs as much room as the city's records take, for as long as it runs. Throws a BackupProblem when it did not come out as
 * it went in. Trials of one database must not run at the same time: what an earlier, killed one left behind is removed.
 */
export async function tryBackup(file: string, database: { readonly pool: Pool; readonly url: string }, signal: AbortSignal): Promise<Trial> {
  const { pool, url } = database;
  if (!(await mayCreateDatabases(pool))) return 'noRight';
  const prefix = await trialPrefix(pool);
  await dropLeftovers(pool, prefix);
  const name = `${prefix}${randomBytes(4).toString('hex')}`;
  await pool.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    await loadBackup({ file, signal }, withDatabase(url, name));
  } finally {
    await pool.query(`DROP DATABASE ${quoted(name)} WITH (FORCE)`);
  }
  return 'restored';
}

/** Whether the role of these connections may make databases of its own. */
export async function mayCreateDatabases(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ mayCreate: boolean }>(SQL.mayCreate);
  return rows[0]?.mayCreate === true;
}

async function trialPrefix(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ prefix: string }>(SQL.prefix);
  if (rows[0] === undefined) throw new Error('this database is not in pg_database');
  return rows[0].prefix;
}

async function dropLeftovers(pool: Pool, prefix: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(SQL.leftovers, [prefix]);
  for (const { name } of rows) await pool.query(`DROP DATABASE IF EXISTS ${quoted(name)}`);
}
