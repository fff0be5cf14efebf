import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ensureElectron } from '../electron-runtime.mjs';
import { ensureSqlite } from '../ensure-sqlite.mjs';
import { ensureBuild } from './build.mjs';
import { ensureCacheDir } from './cache.mjs';
import { ensureDependencies, nodeForProject } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { logLine } from './steps.mjs';

/**
 * Does some part of set-up alone: two commands started at once in a fresh clone take turns.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
function alone(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return withLock(join(ensureCacheDir(), 'locks', name), work, (holder) => logLine(`- Waiting for the set-up that process ${holder} is doing in this folder ...`));
}

/** Makes sure the packages are installed. Needs nothing but Node 18 and npm. */
export function setUpPackages() {
  return alone(() => ensureDependencies());
}

/**
 * Makes everything ready that the app needs to run: an Electron, a better-sqlite3 that loads in it, and the app built.
 *
 * The packages must be installed, and this must be the project's Node: see {@link inProjectNode}.
 *
 * @returns {Promise<import('../electron-runtime.mjs').ElectronRuntime>}
 */
export function setUpApp() {
  return alone(async () => {
    const electron = await ensureElectron();
    await ensureSqlite({ electron });
    await ensureBuild();
    return electron;
  });
}

/**
 * Installs the packages, then does the command's work in the project's Node: here, or by starting the same command in it.
 *
 * @param {string} file the command's own file, below the clone
 * @param {() => Promise<number | void>} work
 */
export async function inProjectNode(file, work) {
  await setUpPackages();
  return nodeForProject() === process.execPath ? work() : handOver(file, process.argv.slice(2));
}
