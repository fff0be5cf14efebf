import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedCluster, startCluster } from '../db/embedded/cluster.ts';
import { OwnedByAnother } from '../db/embedded/owner-lock.ts';
import { findRunningCluster } from '../db/embedded/running-cluster.ts';
import { embeddedRoot } from '../db/embedded/set-aside.ts';
import { DATABASE_NAME, requireUsable } from '../db/open-database.ts';
import { openPool, type Pool } from '../db/pool.ts';
import { codeOf } from '../util/code-of.ts';
import { BackupProblem } from './backup-problem.ts';

/** Which database a command works on. */
export interface DatabaseChoice {
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the embedded one in the data folder. */
  readonly databaseUrl: string | null;
}

/** A database a command works on for a while, as it is: nothing is brought up to date. */
export interface ExistingDatabase {
  readonly pool: Pool;
  readonly url: string;
  close(): Promise<void>;
}

const quiet = { info: () => {}, warn: () => {} };
/** Trial and lock need connections beside the one that reads. */
const CONNECTIONS = 6;

/** A server that has just been started, or whose PostgreSQL comes back from a crash, seldom takes longer. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

/**
 * Opens the city's own PostgreSQL, or the embedded one: through the running server's when there is one, else by starting it
 * for as long as the command runs. A server whose PostgreSQL does not answer yet is waited for, `patienceMs` at most.
 * Throws a BackupProblem when there is none or it stays silent, a StartupError when it cannot be reached.
 */
export async function openExisting({ dataDir, databaseUrl }: DatabaseChoice, patienceMs = PATIENCE_MS): Promise<ExistingDatabase> {
  if (databaseUrl !== null) return opened(databaseUrl, async () => {});
  const begunAt = performance.now();
  for (;;) {
    const database = (await ofRunningServer(dataDir)) ?? (await startedHere(dataDir));
    if (database !== null) return database;
    if (performance.now() - begunAt >= patienceMs) {
      throw new BackupProblem('notAnswering', `A server uses ${dataDir}, but its database does not answer. See the server's log, or stop the server and give the command again; nothing was changed.`);
    }
    await sleep(PAUSE_MS);
  }
}

async function ofRunningServer(dataDir: string): Promise<ExistingDatabase | null> {
  const running = runningCluster(dataDir);
  return running !== null && (await answers(running(DATABASE_NAME))) ? opened(running(DATABASE_NAME), async () => {}) : null;
}

/** Null: another process has the folder. */
async function startedHere(dataDir: string): Promise<ExistingDatabase | null> {
  if (!existsSync(embeddedRoot(dataDir))) {
    throw new BackupProblem('noDatabase', `There is no database in ${dataDir}. Give the server's data folder with --data, or its database with --database-url.`);
  }
  let cluster: EmbeddedCluster;
  try {
    cluster = await startCluster(dataDir, quiet);
  } catch (error) {
    if (error instanceof OwnedByAnother) return null;
    throw error;
  }
  try {
    return await opened(cluster.url(DATABASE_NAME), () => cluster.stop());
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function opened(url: string, stop: () => Promise<void>): Promise<ExistingDatabase> {
  await requireUsable(url);
  const pool = openPool(url, { max: CONNECTIONS });
  return {
    pool,
    url,
    close: async () => {
      await pool.end();
      await stop();
    },
  };
}

function runningCluster(dataDir: string): ReturnType<typeof findRunningCluster> {
  try {
    return findRunningCluster(dataDir);
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new BackupProblem('notReadable', `This account may not read ${dataDir} (${code}). Run the command under the account that runs the server.`, { cause: error });
  }
}

/** A PostgreSQL that died with its computer leaves its address behind. */
async function answers(url: string): Promise<boolean> {
  const pool = openPool(url, { max: 1 });
  try {
    await pool.query('SELECT 1');
    return true;
  } catch (error) {
    if (['ECONNREFUSED', 'ENOENT', '57P03'].includes(codeOf(error) ?? '')) return false;
    throw error;
  } finally {
    await pool.end();
  }
}
