// Makes better-sqlite3 load in this Node and in the chosen Electron.
//
// Its prebuilt addon needs Node-API 10. In an older runtime it does not throw, it crashes the process: so each runtime is
// asked in a child process, and only when one of them fails is an addon for Node-API 9 compiled, which loads in both.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureElectron } from './electron-runtime.mjs';
import { stampDir } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { run } from './lib/processes.mjs';
import { ensureCompiledAddon, forgetCompiledAddon, sqlitePackage } from './lib/sqlite-addon.mjs';
import { logLine, step } from './lib/steps.mjs';

const builtAddon = join(sqlitePackage, 'build', 'Release', 'better_sqlite3.node'); // better-sqlite3 looks here before its prebuilds
const stampFile = join(stampDir, 'sqlite.json');

/** @typedef {{ electron: Pick<import('./electron-runtime.mjs').ElectronRuntime, 'executablePath' | 'version'>, log?: import('./lib/steps.mjs').Log }} Options */

/**
 * Makes sure that better-sqlite3 loads and works in this process's Node and in the given Electron.
 *
 * Quick when nothing changed since the last time: what was checked is noted beside the installed packages.
 *
 * @param {Options} options
 * @throws {Problem} when it works in one of them in no way
 */
export async function ensureSqlite({ electron, log = logLine }) {
  if (readStamp() === stampFor(electron)) return;
  if ((await failingRuntime(electron)) !== null) await useCompiledAddon(electron, log);
  mkdirSync(stampDir, { recursive: true });
  writeFileSync(stampFile, stampFor(electron));
}

/** @param {Options['electron']} electron @param {import('./lib/steps.mjs').Log} log */
async function useCompiledAddon(electron, log) {
  await installAddon(log);
  if ((await failingRuntime(electron)) === null) return;
  forgetCompiledAddon(); // it may have been compiled on another system that shares this cache folder
  await installAddon(log);
  const failing = await failingRuntime(electron);
  if (failing === null) return;
  throw new Problem(`better-sqlite3 does not load in ${failing}.\nDelete node_modules and start again; if it stays so, tell the developers your system and compiler versions.`);
}

/** @param {import('./lib/steps.mjs').Log} log */
async function installAddon(log) {
  const compiled = await ensureCompiledAddon({ log });
  mkdirSync(join(builtAddon, '..'), { recursive: true });
  const copy = `${builtAddon}.${process.pid}`;
  copyFileSync(compiled, copy);
  renameSync(copy, builtAddon);
}

/** Opens a database, and collects two thousand statements, which an unsound build does not survive. */
const probeProgram = `
  const Database = require(${JSON.stringify(sqlitePackage)});
  const db = new Database(':memory:');
  require('node:v8').setFlagsFromString('--expose-gc');
  const collect = require('node:vm').runInNewContext('gc');
  for (let i = 0; i < 2000; i++) db.prepare('select ' + i).get();
  collect();
  process.stdout.write(db.prepare('select sqlite_version() as version').get().version);
  db.close();
`;

/**
 * The first runtime in which better-sqlite3 does not work, described for a person, or null.
 *
 * @param {Options['electron']} electron
 */
async function failingRuntime(electron) {
  const runtimes = [
    { name: `Node ${process.versions.node}`, executablePath: process.execPath, env: {} },
    { name: `Electron ${electron.version}`, executablePath: electron.executablePath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  ];
  for (const { name, executablePath, env } of runtimes) {
    const outcome = await run(executablePath, ['-e', probeProgram], { env: { ...process.env, ...env }, timeoutMs: 60_000 });
    if (outcome.code !== 0 || !/^\d+\.\d+\.\d+$/.test(outcome.stdout)) return `${name} (${outcome.signal ?? outcome.stderr.trim().split('\n')[0]})`;
  }
  return null;
}

/** Everything that decides whether the last check still holds. @param {Options['electron']} electron */
function stampFor(electron) {
  const addon = existsSync(builtAddon) ? statSync(builtAddon) : null;
  return JSON.stringify({
    node: process.versions.node,
    electron: [electron.executablePath, electron.version],
    package: JSON.parse(readFileSync(join(sqlitePackage, 'package.json'), 'utf8')).version,
    builtAddon: addon && [addon.size, addon.mtimeMs],
  });
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const electron = await ensureElectron();
    await step(`Checking SQLite in Node ${process.versions.node} and Electron ${electron.version}`, () => ensureSqlite({ electron }));
  });
}
