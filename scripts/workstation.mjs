// npm run workstation: one workstation for a central server that runs elsewhere. Several can run at once on one machine.
import { resolve } from 'node:path';
import { wrong } from './lib/arguments.mjs';
import { command } from './lib/command.mjs';
import { Problem } from './lib/problem.mjs';
import { serverAddressMistake } from './lib/server-address.mjs';
import { inProjectNode, setUpApp } from './lib/set-up.mjs';
import { logLine, step } from './lib/steps.mjs';
import { endOfLog } from './lib/supervisor.mjs';
import { underSupervision } from './lib/under-supervision.mjs';
import { startWorkstation } from './lib/workstation.mjs';

const usage = {
  line: 'npm run workstation -- --data-dir DIR --server URL [--name NAME] [--enrol-code CODE]',
  summary: 'Opens one workstation. Several can run at once on one machine, each with a data folder of its own.',
  options: {
    'data-dir': { value: 'DIR', help: 'Folder for its cases and settings; made when missing. (Environment: PORTREEVE_DATA_DIR)' },
    server: { value: 'URL', help: "The central server's address, as http://127.0.0.1:8311. (Environment: PORTREEVE_SERVER_URL)" },
    name: { value: 'NAME', help: "What this workstation is called, as 'Counter 2' (default: the computer's name)." },
    'enrol-code': { value: 'CODE', help: 'The code that an administrator gave for a new workstation on another computer.' },
  },
};

await command(usage, async ({ values }) => {
  const dataDir = values['data-dir'] ?? process.env['PORTREEVE_DATA_DIR'];
  const serverUrl = values['server'] ?? process.env['PORTREEVE_SERVER_URL'];
  if (!dataDir) throw wrong('Say where the workstation keeps its data: --data-dir DIR.', usage);
  if (!serverUrl) throw wrong('Say which central server it belongs to: --server URL.', usage);
  const mistake = serverAddressMistake(serverUrl);
  if (mistake) throw wrong(mistake, usage);
  const options = { dataDir: resolve(dataDir), serverUrl, ...present('name', values['name']), ...present('enrolCode', values['enrol-code']) };
  return inProjectNode('scripts/workstation.mjs', () => underSupervision((supervisor) => open(supervisor, options)));
});

/** @param {string} key @param {string | undefined} value */
function present(key, value) {
  return value === undefined ? {} : { [key]: value };
}

/**
 * @param {import('./lib/supervisor.mjs').Supervisor} supervisor
 * @param {import('./lib/workstation.mjs').WorkstationOptions} options
 */
async function open(supervisor, options) {
  const electron = await setUpApp();
  const { logFile, pictureFile } = await step('Opening the workstation', () => startWorkstation(supervisor, electron, options));
  if (pictureFile) logLine(`There is no screen here, so its window is open on a virtual one; a fresh picture of it: ${pictureFile}`);
  const { part, code } = await supervisor.firstToEnd();
  if (part.name === 'the workstation' && code === 0) return logLine('The workstation was closed.');
  throw new Problem(`${part.name.replace(/^t/, 'T')} ended unexpectedly:\n${endOfLog(logFile)}\n(Its log is ${logFile}.)`);
}
