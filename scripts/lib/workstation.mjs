import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { startLogged } from './supervisor.mjs';

const FIRST_PICTURE_MS = 30_000;
const POLL_MS = 200;

/**
 * @typedef {object} WorkstationOptions
 * @property {string} dataDir a folder of its own: two workstations never share one
 * @property {string} [serverUrl]
 * @property {string} [name]
 * @property {string} [enrolCode]
 * @property {boolean} [isPractice] practice mode, in a folder of its own inside `dataDir`
 */

/**
 * The arguments that make Electron run one workstation from this clone.
 *
 * @param {WorkstationOptions} options
 */
export function electronArguments({ dataDir, serverUrl, name, enrolCode, isPractice = false }) {
  return [
    ...sandboxArguments(),
    `--user-data-dir=${join(dataDir, ...(isPractice ? ['practice'] : []), 'electron')}`,
    root,
    `--portreeve-data-dir=${dataDir}`,
    ...(isPractice ? ['--portreeve-practice'] : []),
    ...(serverUrl ? [`--portreeve-server=${serverUrl}`] : []),
    ...(name ? [`--portreeve-name=${name}`] : []),
    ...(enrolCode ? [`--enrol-code=${enrolCode}`] : []),
  ];
}

/** Chromium refuses to run as root with its sandbox on; for everyone else it stays on. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Opens a workstation's window, on a virtual display where there is no screen.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor takes charge of what is started
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @param {WorkstationOptions & { pictureDir?: string }} options
 * @returns {Promise<{ logFile: string, pictureFile: string | null }>} `pictureFile` shows the window, and is kept fresh, where there is no
 *   screen to look at; it lies in `pictureDir`, else in the data folder
 */
export async function startWorkstation(supervisor, electron, { pictureDir, ...options }) {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const display = await openDisplay();
  if (display.virtual) supervisor.add('the virtual display', display.virtual, 2_000);
  const pictureFile = display.virtual ? join(pictureDir ?? options.dataDir, 'window.png') : null;
  if (pictureFile) rmSync(pictureFile, { force: true });
  const logFile = join(options.dataDir, 'workstation.log');
  const child = startLogged(electron.executablePath, electronArguments(options), {
    logFile,
    env: { ...process.env, ...display.env, ...(pictureFile ? { PORTREEVE_SCREENSHOT_FILE: pictureFile } : {}) },
  });
  const { ended } = supervisor.add('the workstation', child);
  if (pictureFile) await Promise.race([untilThere(pictureFile), ended]);
  return { logFile, pictureFile };
}

/** The first picture shows that the window is open; without one, nobody is kept waiting for long. @param {string} file */
async function untilThere(file) {
  for (let waitedMs = 0; waitedMs < FIRST_PICTURE_MS && !existsSync(file); waitedMs += POLL_MS) await sleep(POLL_MS);
}
