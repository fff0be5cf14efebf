import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCacheDir, madeOnce } from './cache.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './processes.mjs';
import { step } from './steps.mjs';
import { ensureCompiler } from './system-packages.mjs';

const compatHeader = inRoot('scripts', 'native', 'napi9-compat.h');

/** Where better-sqlite3 is installed in this clone. */
export const sqlitePackage = inRoot('node_modules', 'better-sqlite3');

/**
 * Path of a better-sqlite3 addon for Node-API 9, taken from the cache folder or compiled into it.
 *
 * Compiled without node-gyp and without any runtime's headers: Node-API's own come as a package.
 *
 * @param {{ log: import('./steps.mjs').Log }} options
 */
export async function ensureCompiledAddon({ log }) {
  const path = join(ensureCacheDir(), addonName());
  return madeOnce(path, async (workDir) => {
    await ensureCompiler({ log });
    return step('Compiling SQLite for this Electron (about a minute, once)', () => compileIn(workDir), log);
  });
}

/** Removes the cached addon, for one that turned out not to load on this machine. */
export function forgetCompiledAddon() {
  rmSync(join(ensureCacheDir(), addonName()), { force: true });
}

function addonName() {
  const { version } = JSON.parse(readFileSync(join(sqlitePackage, 'package.json'), 'utf8'));
  const headerHash = createHash('sha256').update(readFileSync(compatHeader)).digest('hex').slice(0, 8);
  return `better-sqlite3-${version}-${process.platform}-${process.arch}-napi9-${headerHash}.node`;
}

/** @param {string} workDir @returns {Promise<string>} path of the addon */
async function compileIn(workDir) {
  const sqliteObject = join(workDir, 'sqlite3.o');
  const addonObject = join(workDir, 'addon.o');
  await Promise.all([compileSqlite(sqliteObject), compileAddon(addonObject)]);
  const addon = join(workDir, 'better_sqlite3.node');
  const linkFlags = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-Wl,-s', '-ldl', '-lm', '-lpthread'];
  await compiler('c++', ['-shared', '-o', addon, addonObject, sqliteObject, ...linkFlags]);
  return addon;
}

function commonFlags() {
  const gypi = readFileSync(join(sqlitePackage, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`);
  const folders = [inRoot('node_modules', 'node-api-headers', 'include'), inRoot('node_modules', 'node-addon-api'), join(sqlitePackage, 'deps', 'sqlite3')];
  return ['-c', '-fPIC', '-O2', '-DNDEBUG', ...defines, ...folders.flatMap((folder) => ['-I', folder])];
}

/** @param {string} object */
function compileSqlite(object) {
  return compiler('cc', [...commonFlags(), '-std=c99', '-w', join(sqlitePackage, 'deps', 'sqlite3', 'sqlite3.c'), '-o', object]);
}

/** @param {string} object */
function compileAddon(object) {
  const language = ['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-include', compatHeader];
  const defines = [
    'NODE_GYP_MODULE_NAME=better_sqlite3',
    'BUILDING_NODE_EXTENSION',
    'NAPI_VERSION=9',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ].map((define) => `-D${define}`);
  return compiler('c++', [...commonFlags(), ...language, ...defines, join(sqlitePackage, 'src', 'better_sqlite3.cpp'), '-o', object]);
}

/** @param {string} command @param {string[]} args */
async function compiler(command, args) {
  const outcome = await run(command, args);
  if (outcome.code !== 0) throw new Problem(`SQLite could not be compiled (${command}):\n${lastLines(outcome)}\nCheck that gcc and g++ 10 or newer are installed, then start again.`);
}
