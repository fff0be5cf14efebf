import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, root, stampDir } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './processes.mjs';
import { logLine, step } from './steps.mjs';

const MEGABYTE = 1_000_000;

const distDir = inRoot('dist');
const configFile = inRoot('electron-builder.config.mjs');
const stampFile = join(distDir, 'packaged-from.txt');

/** What each system calls its folder below dist/, and the program in it. @type {Record<string, { os: string, folder: string, program: string[] }>} */
const LAYOUTS = {
  linux: { os: 'linux', folder: `linux${archSuffix()}-unpacked`, program: ['portreeve'] },
  win32: { os: 'win', folder: `win${archSuffix()}-unpacked`, program: ['Portreeve.exe'] },
  darwin: { os: 'mac', folder: `mac${archSuffix()}`, program: ['Portreeve.app', 'Contents', 'MacOS', 'Portreeve'] },
};

function archSuffix() {
  return process.arch === 'x64' ? '' : `-${process.arch}`;
}

function layout() {
  const found = LAYOUTS[process.platform];
  if (found) return found;
  throw new Problem(`Portreeve is packaged on Linux, Windows and macOS, not on ${process.platform}.`);
}

/** The folder with the packaged app for this system, whether it is there or not. */
export function packagedDir() {
  return join(distDir, layout().folder);
}

/** The program in {@link packagedDir}. */
export function packagedProgram() {
  return join(packagedDir(), ...layout().program);
}

/**
 * Packages the built app into {@link packagedDir}, unless it lies there made from exactly the same parts.
 *
 * Everything the app needs must be ready: see `setUpApp`.
 *
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 */
export async function ensurePackaged(electron) {
  await alone(async () => {
    if (existsSync(packagedProgram()) && readStamp() === partsFingerprint(electron)) return;
    await step('Packaging the app', () => build(electron, ['dir']));
  });
}

/**
 * Packages the built app and makes the installers for this system, and the description by which a running app learns of them.
 *
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @returns {Promise<string[]>} names of the files below dist/ that a server offers as an update
 */
export async function makeInstallers(electron) {
  await alone(async () => {
    for (const name of installerFiles()) rmSync(join(distDir, name)); // of an earlier version
    await step('Packaging the app and making its installers', () => build(electron, []));
  });
  return installerFiles();
}

function installerFiles() {
  return readdirSync(distDir).filter((name) => /^(Portreeve-.+|latest.*\.yml)$/.test(name) && statSync(join(distDir, name)).isFile());
}

/** Size of a folder with all that is in it, as a person reads it. @param {string} folder */
export function folderSize(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)));
  return `${Math.round(files.reduce((total, { size }) => total + size, 0) / MEGABYTE)} MB`;
}

/** Two that package at once take turns. @param {() => Promise<void>} work */
function alone(work) {
  mkdirSync(distDir, { recursive: true });
  return withLock(join(distDir, 'package.lock'), work, (holder) => logLine(`- Waiting for process ${holder}, which is packaging in this folder ...`));
}

/**
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @param {string[]} targets none means those of the configuration
 */
async function build(electron, targets) {
  rmSync(stampFile, { force: true });
  const builder = inRoot('node_modules', 'electron-builder', 'cli.js');
  const args = [builder, `--${layout().os}`, ...targets, '--config', configFile, '--publish', 'never'];
  const env = { ...process.env, PORTREEVE_ELECTRON: electron.executablePath }; // the same one that was just made ready
  const outcome = await run(process.execPath, args, { cwd: root, env });
  if (outcome.code !== 0) throw new Problem(`The app could not be packaged:\n${lastLines(outcome, 30)}\nPut right what it names, then start again.`);
  writeFileSync(stampFile, partsFingerprint(electron));
}

/** Everything that decides what the package contains. @param {import('../electron-runtime.mjs').ElectronRuntime} electron */
function partsFingerprint({ executablePath, version }) {
  const hash = createHash('sha256').update(JSON.stringify([executablePath, version]));
  const parts = [inRoot('out', 'built-from.txt'), configFile, join(stampDir, 'sqlite.json'), inRoot('package-lock.json')];
  for (const part of parts) hash.update(readFileSync(part)).update('\0');
  return hash.digest('hex');
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}
