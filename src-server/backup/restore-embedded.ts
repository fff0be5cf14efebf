import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { quoted } from '../db/copy.ts';
import { startCluster } from '../db/embedded/cluster.ts';
import { takeOwnership } from '../db/embedded/owner-lock.ts';
import { embeddedRoot, replaceCluster, restoreFolder, stopLeftBehind } from '../db/embedded/set-aside.ts';
import { DATABASE_NAME } from '../db/open-database.ts';
import { openPool } from '../db/pool.ts';
import { stamp } from './backup-format.ts';
import { roomProblem, writeProblem } from './backup-problem.ts';
import { type LoadedLife, loadAsNewLife, type Restored, type RestoreRequest } from './load-as-new-life.ts';

const ASIDE = 'postgresql-before-restore-';
const quiet = { info: () => {}, warn: () => {} };

/**
 * Restores into the data folder: a whole new cluster is made beside the one there, filled and proved; then the two change
 * places. The old one is not even started, so it may be as broken as it likes.
 */
export async function restoreEmbedded(request: RestoreRequest): Promise<Restored> {
  const { dataDir } = request;
  makeFolder(dataDir);
  const ownership = takeOwnership(dataDir);
  try {
    await stopLeftBehind(dataDir);
    const loaded = await buildBeside(request);
    const setAside = replaceCluster(dataDir, `${ASIDE}${stamp(request.now())}`);
    return { ...loaded, setAside };
  } finally {
    ownership.release();
  }
}

async function buildBeside(request: RestoreRequest): Promise<LoadedLife> {
  const building = restoreFolder(request.dataDir);
  await stopLeftBehind(building);
  rmSync(building, { recursive: true, force: true });
  makeFolder(building);
  try {
    return await buildCluster(request, building);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw roomProblem(error, request.dataDir);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeProblem(error, folder);
  }
}

async function buildCluster(request: RestoreRequest, folder: string): Promise<LoadedLife> {
  const cluster = await startCluster(folder, quiet);
  try {
    const admin = openPool(cluster.url('postgres'), { max: 1 });
    await admin.query(`CREATE DATABASE ${quoted(DATABASE_NAME)}`).finally(() => admin.end());
    return await loadAsNewLife(request, cluster.url(DATABASE_NAME), livesBefore(request.dataDir));
  } finally {
    await cluster.stop();
  }
}

function livesBefore(dataDir: string): number {
  const aside = readdirSync(dataDir).filter((name) => name.startsWith(ASIDE)).length;
  return aside + (existsSync(embeddedRoot(dataDir)) ? 1 : 0);
}
