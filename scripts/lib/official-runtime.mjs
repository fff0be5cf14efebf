import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCacheDir } from './cache.mjs';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './steps.mjs';

const DAY_MS = 24 * 60 * 60 * 1_000;
const STALL_MS = 30_000; // nothing has arrived for so long
const POLL_MS = 500;

const packageDir = inRoot('node_modules', 'electron');
const programDir = join(packageDir, 'dist');

/** The version of Electron that the project is packaged with. */
export function pinnedVersion() {
  return String(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version);
}

/**
 * The program of the `electron` package, if it has been downloaded.
 *
 * @returns {string | null} its path
 */
export function installedOfficial() {
  const pathFile = join(packageDir, 'path.txt');
  const versionFile = join(programDir, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== pinnedVersion()) return null;
  const executablePath = join(programDir, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executablePath) ? executablePath : null;
}

/**
 * Downloads the program of the `electron` package with the package's own downloader: one attempt, given up when it stalls.
 * A failure is remembered for a day, so that later starts are quick.
 *
 * @param {import('./steps.mjs').Log} log
 * @returns {Promise<string | null>} its path; null when it cannot be had here
 */
export async function downloadOfficial(log) {
  const version = pinnedVersion();
  const failureFile = join(ensureCacheDir(), `electron-${version}-download-failed.json`);
  if (failedLately(failureFile)) return null;
  await step(
    `Downloading Electron ${version}`,
    async () => {
      if (await attempt()) return rmSync(failureFile, { force: true });
      writeFileSync(failureFile, `${JSON.stringify({ failedAt: new Date().toISOString() })}\n`);
      log(`  could not be downloaded here (it will be tried again after a day, or when ${failureFile} is deleted)`);
    },
    log,
  );
  return installedOfficial();
}

/** @returns {Promise<boolean>} whether the download ended well */
async function attempt() {
  const tempDir = join(ensureCacheDir(), `electron-download.making-${process.pid}`); // a name that is cleared away if we are killed
  mkdirSync(tempDir, { recursive: true });
  const stalled = abortWhenStalled([tempDir, programDir]);
  try {
    const env = { ...process.env, TMPDIR: tempDir, TEMP: tempDir, ELECTRON_GET_NO_PROGRESS: '1' };
    const { code } = await run(process.execPath, [join(packageDir, 'install.js')], { env, signal: stalled.signal });
    return code === 0;
  } finally {
    stalled.stop();
    rmSync(tempDir, { recursive: true, force: true });
  }
}

/**
 * Watches folders grow. A server that takes a connection and then says nothing would otherwise be waited for without end.
 *
 * @param {string[]} folders
 */
function abortWhenStalled(folders) {
  const controller = new AbortController();
  let sizeBytes = 0;
  let grewAtMs = Date.now();
  const timer = setInterval(() => {
    const now = folders.reduce((total, folder) => total + folderBytes(folder), 0);
    if (now !== sizeBytes) grewAtMs = Date.now();
    sizeBytes = now;
    if (Date.now() - grewAtMs > STALL_MS) controller.abort();
  }, POLL_MS);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** @param {string} folder */
function folderBytes(folder) {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.reduce((total, name) => total + statSync(join(folder, name)).size, 0);
  } catch {
    return 0; // not there yet, or a file in it just went
  }
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
