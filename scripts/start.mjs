// npm start: everything on this machine, for a first look and for development. A central server with the demo city, and a workstation.
import { join } from 'node:path';
import { startCentralServer } from './lib/central-server.mjs';
import { command } from './lib/command.mjs';
import { chooseDataDir } from './lib/data-dir.mjs';
import { endLeftovers, noteProcesses } from './lib/leftovers.mjs';
import { tryLock } from './lib/lock.mjs';
import { Problem } from './lib/problem.mjs';
import { inProjectNode, setUpApp } from './lib/set-up.mjs';
import { logLine, step } from './lib/steps.mjs';
import { endOfLog } from './lib/supervisor.mjs';
import { underSupervision } from './lib/under-supervision.mjs';
import { startWorkstation } from './lib/workstation.mjs';

const usage = {
  line: 'npm start',
  summary: 'Sets up what is missing, starts a central server with the demo city, and opens a workstation. Ctrl+C stops everything it started.',
  options: {},
  more:
    'Environment:\n' +
    '  PORTREEVE_DATA_DIR  where the data is kept (default: .data in this folder)\n' +
    '  PORTREEVE_ELECTRON  an Electron program to use instead of the one this would find',
};

await command(usage, () => inProjectNode('scripts/start.mjs', start));

async function start() {
  const dataDir = chooseDataDir();
  const lock = await tryLock(join(dataDir, 'start.lock'));
  if (!lock.taken) {
    throw new Problem(`Portreeve is already running with the data in ${dataDir} (process ${lock.heldBy}).\nStop it there with Ctrl+C, or open a second workstation: npm run workstation -- --help`);
  }
  const note = join(dataDir, 'started-processes.json');
  await endLeftovers(note);
  return underSupervision(async (supervisor) => {
    const electron = await setUpApp();
    const server = await step('Starting the central server', () => startCentralServer(supervisor, join(dataDir, 'server')));
    noteProcesses(note, supervisor.pids);
    const workstation = await step('Opening the workstation', () =>
      startWorkstation(supervisor, electron, { dataDir: join(dataDir, 'workstation'), pictureDir: dataDir, serverUrl: server.url, name: 'Counter 1' }),
    );
    noteProcesses(note, supervisor.pids);
    tellWhereThingsAre({ server, workstation, dataDir });
    const { part, code } = await supervisor.firstToEnd();
    if (part.name === 'the workstation' && code === 0) return logLine('\nThe workstation was closed. npm start opens it again, with everything kept.');
    const logFile = part.name === 'the central server' ? server.logFile : workstation.logFile;
    throw new Problem(`${part.name.replace(/^t/, 'T')} ended unexpectedly:\n${endOfLog(logFile)}\n(Its log is ${logFile}.) npm start starts it again, with everything kept.`);
  });
}

/** @param {{ server: { url: string }, workstation: { pictureFile: string | null }, dataDir: string }} running */
function tellWhereThingsAre({ server, workstation, dataDir }) {
  const { pictureFile } = workstation;
  logLine(`\nPortreeve is running.\n  central server  ${server.url}\n  data            ${dataDir}`);
  if (pictureFile) logLine(`  window          there is no screen here, so it is open on a virtual one; a fresh picture of it: ${pictureFile}`);
  logLine('Ctrl+C stops everything.');
}
