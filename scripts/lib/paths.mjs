import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

/** The folder of this clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Path inside this clone. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where set-up remembers what it already did for this clone; `npm ci` clears it together with what it describes. */
export const stampDir = inRoot('node_modules', '.cache', 'portreeve');

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
        'Set XDG_CACHE_HOME to a folder you can write to (it needs about 700 MB), then start again.',
      { cause },
    );
  }
}
