/**
 * A workstation's data process without a window, for tests that kill it: says where the files of its cases stand, and attaches or
 * fetches one when told to on standard input. Run by `killed-mid-upload.pg.test.ts`:
 * `node file-desk.ts DATA_DIR SERVER_URL NAME STAFF_ID`.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRouterClient } from '@orpc/server';
import { createRouter } from '../../src-data/rpc/router.ts';
import { openWorkstation } from '../../src-data/workstation.ts';
import { FILE_PIECE_BYTES } from '../../src-shared/protocol/data-rpc/file-piece.ts';
import type { FileView } from '../../src-shared/protocol/data-rpc/file-views.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';

/** Everyone's in the demo city. */
const PASSWORD = 'demo-harbor';
const LOOK_EVERY_MS = 150;

export type FileDeskMessage =
  | { readonly said: 'ready' }
  | { readonly said: 'connection'; readonly is: string }
  | { readonly said: 'attached'; readonly caseId: string }
  | { readonly said: 'files'; readonly caseId: string; readonly views: readonly FileView[] };

const [dataDir, serverUrl, stationName, staffId] = process.argv.slice(2).map((argument) => must(argument, 'four arguments'));
const keys = join(must(dataDir, 'a folder'), 'keys');
mkdirSync(keys, { recursive: true });

const workstation = openWorkstation({
  dataDir: must(dataDir, 'a folder'),
  serverUrl: must(serverUrl, 'an address'),
  stationName: must(stationName, 'a name'),
  enrolCode: null,
  appVersion: 'test',
  keys: {
    load: async (station) => {
      try {
        return readFileSync(join(keys, station), 'utf8');
      } catch {
        return null;
      }
    },
    save: async (station, pem) => writeFileSync(join(keys, station), pem),
  },
  now: Date.now,
  log: (event, details) => void process.stderr.write(`${event} ${JSON.stringify(details ?? {})}\n`),
});
const desk = createRouterClient(createRouter(workstation));
const watched = new Set<CaseId>();
const lastSaid = new Map<string, string>();

createInterface({ input: process.stdin })
  .on('line', (line) => void carryOut(line.split(' ')))
  .on('close', () => process.exit(0));
await signInWhenPossible();
say({ said: 'ready' });
for await (const change of await desk.changes()) {
  if (change.topic === 'files') for (const caseId of watched) await sayFiles(caseId);
}

async function carryOut([order = '', first = '', second = '']: readonly string[]): Promise<void> {
  if (order === 'attach') await attach(first);
  if (order === 'fetch') await fetchFile(CaseId.parse(first), second);
  if (order === 'watch') {
    watched.add(CaseId.parse(first));
    await sayFiles(CaseId.parse(first));
  }
}

/** Opens a case and attaches the file at `path` to it, as a window does. */
async function attach(path: string): Promise<void> {
  const caseId = CaseId.parse(randomUUID());
  const bytes = readFileSync(path);
  const { services } = must(await desk.catalogue.get(), 'the city is known');
  const service = must(services.find(({ questions, isActive }) => isActive && questions.every(({ isRequired }) => !isRequired)), 'a service that asks nothing');
  const opened = await desk.intake.openCase({
    ...{ commandId: CommandId.parse(randomUUID()), caseId, draftId: null },
    fields: {
      ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: service.code, description: 'With a scan', location: { text: '5 Elm Street', unit: '', point: null } },
      ...{ requester: null, onBehalfOf: null, answers: {}, receivedAt: workstation.now(), isMajorRepair: false, departmentCode: null, assigneeId: null, isSealed: false, answeredNow: null },
    },
  });
  if (!opened.ok) throw new Error(opened.sentence);
  const begun = await desk.files.begin({ name: 'scan.png', sizeBytes: bytes.length });
  if (!begun.ok) throw new Error(begun.sentence);
  for (let offset = 0; offset < bytes.length; offset += FILE_PIECE_BYTES) {
    await desk.files.piece({ uploadId: begun.uploadId, offset, bytesBase64: bytes.subarray(offset, offset + FILE_PIECE_BYTES).toString('base64') });
  }
  const attached = await desk.files.attach({ uploadId: begun.uploadId, commandId: CommandId.parse(randomUUID()), caseId, thumbnailBase64: null });
  if (attached?.ok !== true) throw new Error('not attached');
  watched.add(caseId);
  say({ said: 'attached', caseId });
}

/** The case comes with a pull; then its file is asked for. */
async function fetchFile(caseId: CaseId, sha256: string): Promise<void> {
  while ((await desk.cases.get({ caseId })) === null) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  watched.add(caseId);
  await desk.files.fetch({ caseId, sha256 });
}

async function sayFiles(caseId: CaseId): Promise<void> {
  const views = await desk.files.ofCase({ caseId });
  const text = JSON.stringify(views);
  if (lastSaid.get(caseId) === text) return;
  lastSaid.set(caseId, text);
  say({ said: 'files', caseId, views });
}

async function signInWhenPossible(): Promise<void> {
  for (;;) {
    if ((await desk.session.current()).staff !== null) return;
    if ((await desk.station.info()).isReady) await desk.session.signIn({ staffId: must(staffId, 'a member of staff'), password: PASSWORD });
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** At once: what has been said is out even if the next moment kills this process. */
function say(message: FileDeskMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
