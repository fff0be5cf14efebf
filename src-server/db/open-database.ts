import { mkdirSync } from 'node:fs';
import type { Log } from '../log.ts';
import { safeError } from '../log.ts';
import { StartupError } from '../startup-error.ts';
import { type EmbeddedCluster, startCluster } from './embedded/cluster.ts';
import { migrate } from './migrate.ts';
import { openPool, type Pool } from './pool.ts';

/** The database a server works on, at its newest schema. */
export interface Database {
  readonly pool: Pool;
  /** Connection string of the same database. */
  readonly url: string;
  /** Closes the connections and stops the embedded PostgreSQL, if it is one. */
  close(): Promise<void>;
}

/** Of the server's database inside the embedded cluster. */
export const DATABASE_NAME = 'portreeve';
const OLDEST_VERSION = 150_000;
/** Pushes, pulls and sign-ins at once fit in; a PostgreSQL as installed takes 100. */
const CONNECTIONS = 48;

/**
 * Opens the city's own PostgreSQL when a URL is given, else the embedded one in the data folder, and brings it up to date.
 *
 * Throws a StartupError for what an operator can mend.
 */
export async function openDatabase(options: { readonly dataDir: string; readonly databaseUrl: string | null }, log: Log): Promise<Database> {
  mkdirSync(options.dataDir, { recursive: true });
  if (options.databaseUrl !== null) {
    const pool = await openUpToDate(options.databaseUrl, log);
    return { pool, url: options.databaseUrl, close: () => pool.end() };
  }
  return openEmbedded(options.dataDir, log);
}

async function openEmbedded(dataDir: string, log: Log): Promise<Database> {
  const cluster = await startCluster(dataDir, clusterLog(log));
  try {
    const url = await ownDatabase(cluster);
    const pool = await openUpToDate(url, log);
    return {
      pool,
      url,
      close: async () => {
        await pool.end();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function openUpToDate(url: string, log: Log): Promise<Pool> {
  await requireUsable(url);
  const steps = await migrate(url);
  if (steps.length > 0) log.info({ steps }, 'database brought up to date');
  return openPool(url, { max: CONNECTIONS, onLost: (error) => log.warn({ error: safeError(error) }, 'database connection lost') });
}

function clusterLog(log: Log) {
  return { info: (message: string) => log.info(message), warn: (message: string) => log.warn(message) };
}

/** The server's database inside the embedded cluster, made at first use. */
async function ownDatabase(cluster: EmbeddedCluster): Promise<string> {
  const admin = openPool(cluster.url('postgres'), { max: 1 });
  try {
    const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (rows.length === 0) await admin.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await admin.end();
  }
  return cluster.url(DATABASE_NAME);
}

/** Throws a StartupError for a PostgreSQL that cannot be reached, is too old or not UTF-8. */
export async function requireUsable(url: string): Promise<void> {
  const pool = openPool(url, { max: 1 });
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    );
    const [found] = rows;
    if (found === undefined || found.version < OLDEST_VERSION) {
      throw new StartupError('The PostgreSQL behind --database-url is too old: version 15 or later is needed.');
    }
    if (found.encoding !== 'UTF8') throw new StartupError('The database behind --database-url is not UTF-8. Create it anew with ENCODING UTF8.');
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`The database cannot be reached: ${reason}. Check --database-url and that its PostgreSQL is running.`, { cause: error });
  } finally {
    await pool.end();
  }
}
