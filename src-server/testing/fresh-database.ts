import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startCluster } from '../db/embedded/cluster.ts';
import { migrate } from '../db/migrate.ts';
import { openPool, type Pool } from '../db/pool.ts';

/** What a test process needs to know of the cluster; plain data, so that it can be handed to the workers. */
export interface ClusterAddress {
  /** Connection string of a database in which others may be created. */
  readonly adminUrl: string;
  /** Database of the newest schema, to be copied. */
  readonly template: string;
}

export interface TestCluster {
  readonly address: ClusterAddress;
  stop(): Promise<void>;
}

/** One empty database of the newest schema, dropped again by `drop`. */
export interface FreshDatabase {
  readonly url: string;
  readonly pool: Pool;
  drop(): Promise<void>;
}

/** Set to run the suite against a PostgreSQL of one's own, e.g. Debian's 15; its role must be allowed to create databases. */
export const TEST_DATABASE_URL = 'PORTREEVE_TEST_DATABASE_URL';

const quiet = { info: () => {}, warn: () => {} };

/** Starts an embedded cluster in a temporary folder, or uses the one named by the environment, and prepares the template. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env[TEST_DATABASE_URL];
  if (given !== undefined) return withTemplate(given, async () => {});
  const folder = temporaryFolder();
  const cluster = await startCluster(folder, quiet);
  return withTemplate(cluster.url('postgres'), async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** A folder the database account may pass through, whoever runs the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Copies the migrated template: tens of milliseconds instead of every migration anew. */
export function freshDatabase(cluster: ClusterAddress): Promise<FreshDatabase> {
  return makeDatabase(cluster.adminUrl, cluster.template);
}

/** An empty database without any table, for the tests of migrations. */
export function emptyDatabase(cluster: ClusterAddress): Promise<FreshDatabase> {
  return makeDatabase(cluster.adminUrl, 'template0');
}

async function makeDatabase(adminUrl: string, template: string): Promise<FreshDatabase> {
  const name = randomName();
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = databaseUrl(adminUrl, name);
  const pool = openPool(url);
  return {
    url,
    pool,
    drop: async () => {
      if (!pool.ended) await pool.end();
      await asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

function randomName(): string {
  return `portreeve_test_${randomBytes(8).toString('hex')}`;
}

async function withTemplate(adminUrl: string, stopCluster: () => Promise<void>): Promise<TestCluster> {
  const template = randomName();
  await asAdmin(adminUrl, `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
  await migrate(databaseUrl(adminUrl, template));
  return {
    address: { adminUrl, template },
    stop: async () => {
      await asAdmin(adminUrl, `DROP DATABASE ${template} WITH (FORCE)`);
      await stopCluster();
    },
  };
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. The URL may have an empty host (a socket in `?host=`), which `new URL` refuses. */
function databaseUrl(adminUrl: string, name: string): string {
  return adminUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
