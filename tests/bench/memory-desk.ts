/**
 * The data process as the app runs it (records, sync, spool, attachments, presence), online and idle, for its memory.
 *
 * `node memory-desk.ts SERVER_URL FOLDER`
 */
import { openWorkstation } from '../../src-data/workstation.ts';
import { countCases } from '../../src-data/cases/case-queries.ts';
import { answerOrders } from './child-program.ts';
import { readProcess } from './process-reading.ts';

export type MemoryOrder = { readonly do: 'read' };
export type MemoryReading = ReturnType<typeof readProcess> & { readonly cases: number };

const [serverUrl = '', dataDir = ''] = process.argv.slice(2);
const keys = new Map<string, string>();
const workstation = openWorkstation({
  dataDir,
  serverUrl,
  stationName: 'memory desk',
  enrolCode: null,
  appVersion: 'bench',
  keys: { load: (id) => Promise.resolve(keys.get(id) ?? null), save: (id, pem) => Promise.resolve(void keys.set(id, pem)) },
  now: Date.now,
  log: () => undefined,
});

answerOrders((_order: MemoryOrder): MemoryReading => ({ ...readProcess(), cases: countCases(workstation.db) }));
