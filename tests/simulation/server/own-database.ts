/**
 * A database for one run at a time. Making one takes PostgreSQL longer than a whole short story, so the one of the run before is
 * emptied and used again: every table gets the rows it has in a database that was just made.
 */
import { openPool, type Pool } from '../../../src-server/db/pool.ts';
import { type ClusterAddress, freshDatabase } from '../../../src-server/testing/fresh-database.ts';
import { withRealCrypto } from '../seeded-crypto.ts';
import { dropDatabase } from './copy-database.ts';

interface Known {
  readonly url: string;
  /** Rows of each table of a new database, as JSON. */
  readonly firstRows: ReadonlyMap<string, string>;
}

const free: Known[] = [];
const inUse = new Map<string, Known>();

/** Kills and copies are the simulation's business, power cuts are not: commits need not wait for the disk. */
const OPTIONS = `options=${encodeURIComponent('-c synchronous_commit=off')}`;

/** Address of a database as it is on the first day. */
export async function takeDatabase(cluster: ClusterAddress): Promise<string> {
  const again = free.pop();
  const known = again ?? (await makeOne(cluster));
  if (again) await empty(again);
  inUse.set(known.url, known);
  return known.url;
}

/** The next run may have it. */
export function giveBack(url: string): void {
  const known = inUse.get(url);
  inUse.delete(url);
  if (known) free.push(known);
}

export async function dropFreeDatabases(cluster: ClusterAddress): Promise<void> {
  for (const { url } of free.splice(0)) await dropDatabase(cluster.adminUrl, nameOf(url));
}

export function nameOf(url: string): string {
  const name = /\/([a-z0-9_]+)(\?|$)/.exec(url)?.[1];
  if (name === undefined) throw new Error('the address names no database');
  return name;
}

async function makeOne(cluster: ClusterAddress): Promise<Known> {
  const { url, pool } = await withRealCrypto(() => freshDatabase(cluster));
  const tables = await pool.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const firstRows = new Map<string, string>();
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ all: string }>(`SELECT coalesce(json_agg(t), '[]')::text AS all FROM ${name} AS t`);
    firstRows.set(name, rows[0]?.all ?? '[]');
  }
  await pool.end();
  return { url: `${url}${url.includes('?') ? '&' : '?'}${OPTIONS}`, firstRows };
}

async function empty({ url, firstRows }: Known): Promise<void> {
  const pool: Pool = openPool(url, { max: 1 });
  try {
    const client = await pool.connect();
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`); // foreign keys: everything goes
    for (const [name, rows] of firstRows) {
      await client.query(`DELETE FROM ${name}`);
      if (rows !== '[]') await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`, [rows]);
    }
    await client.query('COMMIT');
    client.release();
  } finally {
    await pool.end();
  }
}
