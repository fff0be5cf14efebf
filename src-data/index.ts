/**
 * The data process: sole owner of the records. The only file here that knows it runs under Electron; everything it does is in
 * `workstation.ts` and `rpc/`.
 */
import { RPCHandler } from '@orpc/server/message-port';
import { uptime } from 'node:os';
import { type DataToMain, MainToData } from '../src-shared/protocol/data-process.ts';
import { steadyClock } from './clock/steady-clock.ts';
import { countDrafts } from './drafts/drafts.ts';
import { writeVerifiedBackup } from './db/backup.ts';
import { openDatabase } from './db/database.ts';
import { createMainKeyStore } from './main-key-store.ts';
import { createRouter } from './rpc/router.ts';
import { reportFailedStart } from './start-failure.ts';
import { openWorkstation, RECORDS_FILE, type Workstation } from './workstation.ts';
import { join } from 'node:path';

const { parentPort } = process;
const post = (message: DataToMain): void => parentPort.postMessage(message);
const keys = createMainKeyStore(post);
let dataDir = '';
let workstation: Workstation | null = null;
let handler: RPCHandler<Record<never, never>> | null = null;

// A terminal's Ctrl+C reaches every process; this one ends when main asks it to, with its records closed.
process.on('SIGINT', () => undefined);

parentPort.on('message', (event) => {
  const message = MainToData.parse(event.data);
  switch (message.type) {
    case 'start':
      start(message);
      return;
    case 'port': {
      const port = event.ports[0];
      if (!port || !handler) return;
      handler.upgrade(port);
      port.start();
      return;
    }
    case 'secret.result':
      keys.receive(message);
      return;
    case 'drafts.count':
      post({ type: 'drafts.result', id: message.id, open: workstation ? countDrafts(workstation.db) : 0 });
      return;
    case 'backup.export':
      void exportBackup(message.id, message.path);
      return;
    case 'close':
      void close();
      return;
  }
});

function start(message: Extract<MainToData, { type: 'start' }>): void {
  dataDir = message.dataDir;
  try {
    workstation = openWorkstation({ ...message, keys: keys.store, now: steadyClock({ wall: Date.now, running: () => performance.now(), uptime: () => uptime() * 1_000 }), log, prepareProgram: new URL('./prepare.js', import.meta.url) });
    handler = new RPCHandler(createRouter(workstation));
    post({ type: 'ready', serverUrl: workstation.serverUrl });
  } catch (error) {
    reportFailedStart(error, dataDir, post);
  }
}

async function exportBackup(id: number, path: string): Promise<void> {
  try {
    await writeVerifiedBackup(workstation?.db ?? openDatabase(join(dataDir, RECORDS_FILE)), path);
    post({ type: 'backup.result', id, message: null });
  } catch (error) {
    post({ type: 'backup.result', id, message: error instanceof Error ? error.message : String(error) });
  }
}

async function close(): Promise<void> {
  try {
    await workstation?.close();
  } finally {
    post({ type: 'closed' });
    setTimeout(() => process.exit(0), 50);
  }
}

/** One line of JSON a time to the log main keeps. Never what citizens said or who they are. */
function log(event: string, details: Readonly<Record<string, unknown>> = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
}
