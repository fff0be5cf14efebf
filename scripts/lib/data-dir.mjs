import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { logLine } from './steps.mjs';

/**
 * The folder `npm start` keeps its data in, made if missing: PORTREEVE_DATA_DIR, else .data in this clone.
 *
 * PostgreSQL refuses to run as root, so for root it runs under another account, which must be able to reach the folder. Where
 * the clone lies in a closed folder, such as root's home, the data goes to a folder under /var/tmp that only root can write.
 *
 * @returns {string}
 */
export function chooseDataDir() {
  const given = process.env['PORTREEVE_DATA_DIR'];
  if (given) return makeFolder(resolve(given));
  const inClone = inRoot('.data');
  if (process.getuid?.() !== 0 || isReachableByAll(dirname(inClone))) return makeFolder(inClone);
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const outside = makeFolder(join('/var/tmp', `portreeve-${name}`), 0o711);
  refuseForeignFolder(outside);
  logLine(`- Data is kept in ${outside}: as root, PostgreSQL runs under another account, which cannot reach ${root}.`);
  return outside;
}

/** Whether every account may pass through a folder and all that lie above it. @param {string} folder */
function isReachableByAll(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** @param {string} path */
function makeFolder(path, mode = 0o755) {
  try {
    mkdirSync(path, { recursive: true, mode });
    return path;
  } catch (cause) {
    throw new Problem(`The data folder ${path} cannot be made: ${cause instanceof Error ? cause.message : cause}\nSet PORTREEVE_DATA_DIR to a folder you can write to, then start again.`, { cause });
  }
}

/** Anyone may make folders under /var/tmp: one that is not ours alone may be a trap. @param {string} path */
function refuseForeignFolder(path) {
  const { uid, mode } = lstatSync(path);
  if (lstatSync(path).isDirectory() && uid === 0 && (mode & 0o022) === 0) return;
  throw new Problem(`${path} belongs to someone else, or others can write to it, so it was not used.\nRemove it, or set PORTREEVE_DATA_DIR to a folder of your own, then start again.`);
}
