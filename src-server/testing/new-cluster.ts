import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startCluster } from '../db/embedded/cluster.ts';
import { embeddedRoot } from '../db/embedded/set-aside.ts';
import { temporaryFolder } from './fresh-database.ts';

/** Names the folder of a new PostgreSQL, made once for a run of tests. */
const NEW_CLUSTER = 'PORTREEVE_TEST_NEW_CLUSTER';

const quiet = { info: () => {}, warn: () => {} };

/** Makes the PostgreSQL that servers of the tests begin with, as the first start of a server makes it. Returns its folder. */
export async function makeNewCluster(): Promise<string> {
  const folder = temporaryFolder();
  const cluster = await startCluster(folder, quiet);
  await cluster.stop();
  process.env[NEW_CLUSTER] = folder;
  return folder;
}

/**
 * Spares the first start of a server in `dataDir` the making of a PostgreSQL, half of its processor time; nothing when there is one already,
 * or none was made for the run. The making itself: `src-server/index.pg.test.ts`, `src-server/db/embedded/cluster.pg.test.ts`.
 */
export function beginWithNewCluster(dataDir: string): void {
  const folder = process.env[NEW_CLUSTER];
  if (folder === undefined || existsSync(embeddedRoot(dataDir))) return;
  mkdirSync(dataDir, { recursive: true });
  execFileSync('cp', ['-a', embeddedRoot(folder), path.dirname(embeddedRoot(dataDir))]);
}
