import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { Problem } from './problem.mjs';
import { isAlive } from './process-table.mjs';

function cachePath() {
  const xdg = process.env.XDG_CACHE_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, 'portreeve');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return join(process.env.LOCALAPPDATA, 'portreeve', 'cache');
  return join(homedir(), '.cache', 'portreeve');
}

/**
 * The folder outside the clone where downloads and built parts are kept, made if missing.
 *
 * @returns {string}
 * @throws {Problem} when it cannot be made or written
 */
export function ensureCacheDir() {
  const path = cachePath();
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK | constants.X_OK);
    return path;
  } catch (cause) {
    throw new Problem(
      `Portreeve cannot write to its cache folder ${path}.\n` +
        'Set XDG_CACHE_HOME to a folder you can write to (it needs about 1 GB while a part is made), then start again.',
      { cause },
    );
  }
}

/**
 * Makes a file or folder of the cache, once: work is done aside and put in place by one rename, so a killed set-up leaves
 * nothing half made, and two set-ups at once do no harm.
 *
 * @param {string} path where it shall be, in the cache folder
 * @param {(workDir: string) => Promise<string>} make returns what it made, a path inside `workDir`
 * @returns {Promise<string>} `path`
 */
export async function madeOnce(path, make) {
  if (existsSync(path)) return path;
  removeAbandoned(dirname(path));
  const workDir = `${path}.making-${process.pid}`;
  mkdirSync(workDir, { recursive: true });
  try {
    const made = await make(workDir);
    try {
      renameSync(made, path);
    } catch (error) {
      if (!existsSync(path)) throw error; // else another set-up was quicker, and made the same
    }
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
  return path;
}

/** @param {string} cacheDir */
function removeAbandoned(cacheDir) {
  for (const name of readdirSync(cacheDir)) {
    const [, pid] = /\.making-(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(cacheDir, name), { recursive: true, force: true });
  }
}
