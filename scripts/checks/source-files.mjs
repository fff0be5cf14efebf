import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that hold our code; the import rules speak about them. */
export const CODE_FOLDERS = ['src-shared', 'src-main', 'src-preload', 'src-data', 'src-renderer', 'src-server', 'tests', 'scripts'];

const SOURCE_FILE = /\.(ts|tsx|mjs)$/;

/**
 * Every source file of the code folders, as a path below `baseDir` with forward slashes.
 *
 * A checker that saw fewer files than these has not checked the project, however content it is.
 *
 * @param {string} baseDir a clone, or a tree of the same shape
 */
export function sourceFiles(baseDir) {
  return existingFolders(baseDir).flatMap((folder) =>
    readdirSync(join(baseDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => SOURCE_FILE.test(name) && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}

/** @param {string} baseDir */
export function existingFolders(baseDir) {
  return CODE_FOLDERS.filter((folder) => existsSync(join(baseDir, folder)));
}

/**
 * @typedef {object} CheckResult
 * @property {string} name
 * @property {boolean} ok
 * @property {number} filesSeen
 * @property {string} details what is wrong, one finding per line; empty when all is well
 */
