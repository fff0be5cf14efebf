import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { startLogged } from './supervisor.mjs';

/**
 * @typedef {object} WorkstationOptions
 * @property {string} dataDir a folder of its own: two workstations never share one
 * @property {string} [serverUrl]
 * @property {string} [name]
 * @property {string} [enrolCode]
 */

/**
 * The arguments that make Electron run one workstation from this clone.
 *
 * @param {WorkstationOptions} options
 */
export function electronArguments({ dataDir, serverUrl, name, enrolCode }) {
  return [
    ...sandboxArguments(),
    `--user-data-dir=${join(dataDir, 'electron')}`,
    root,
    `--portreeve-data-dir=${dataDir}`,
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
 * @param {WorkstationOptions} options
 * @returns {Promise<{ logFile: string, pictureFile: string | null }>} `pictureFile` is kept fresh where there is no screen to look at
 */
export async function startWorkstation(supervisor, electron, options) {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const display = await openDisplay();
  if (display.virtual) supervisor.add('the virtual display', display.virtual, 2_000);
  const pictureFile = display.virtual ? join(options.dataDir, 'window.png') : null;
  const logFile = join(options.dataDir, 'workstation.log');
  const child = startLogged(electron.executablePath, electronArguments(options), {
    logFile,
    env: { ...process.env, ...display.env, ...(pictureFile ? { PORTREEVE_SCREENSHOT_FILE: pictureFile } : {}) },
  });
  supervisor.add('the workstation', child);
  return { logFile, pictureFile };
}
