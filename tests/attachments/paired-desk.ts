/** A workstation's file transfers on real SQLite and a real folder, signed by a station of a real server, over a line that may fail. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createBlobClient } from '../../src-data/attachments/blob-client.ts';
import { createBlobFiles } from '../../src-data/attachments/blob-files.ts';
import { noteKept, noteKnown, wantBlob } from '../../src-data/attachments/blob-rows.ts';
import { createTransferSteps, type StoreLimits, type TransferSteps } from '../../src-data/attachments/transfer-steps.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import type { Transport, TransportReply } from '../../src-data/sync/transport.ts';
import { updateSyncState } from '../../src-data/sync/sync-state.ts';
import { openDesk, openArgs as deskOpenArgs } from '../../src-data/testing/desk.ts';
import { openArgs, TestStation } from '../../src-server/testing/test-station.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { CaseId } from '../../src-shared/util/ids.ts';

/** What happens to one request. `lost`: it never arrives; `unheard`: it has its effect and the answer is lost; the cut ones arrive by half. */
export type Fault = 'none' | 'lost' | 'unheard' | 'doubled' | 'cutRequest' | 'cutReply' | 'busy';

export interface PairedDesk {
  readonly station: TestStation;
  readonly db: ReturnType<typeof openDesk>['db'];
  readonly files: ReturnType<typeof createBlobFiles>;
  /** Moves its clock, so that whatever waits is due. */
  pass(ms: number): void;
  now(): number;
  step(): Promise<boolean>;
  /** As a kill -9 would: what was in memory is gone, what is on disk stays. */
  kill(): void;
  attach(bytes: Uint8Array, mediaType?: string): string;
  /** The same case as somewhere else. */
  show(shown: Case): void;
  /** The same, and asks for the bytes of its file. */
  want(shown: Case, sha256: string, sizeBytes: number): void;
  close(): void;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const NO_LIMITS: StoreLimits = { storeBytes: 1e12, prefetchBytes: 1e12 };

export interface PairedDeskOptions {
  readonly nextFault?: () => Fault;
  readonly limits?: StoreLimits;
  /** Of who is signed in. */
  readonly departments?: readonly string[];
}

export async function pairedDesk(app: FastifyInstance, { nextFault = () => 'none', limits = NO_LIMITS, departments = [] }: PairedDeskOptions = {}): Promise<PairedDesk> {
  const station = await TestStation.enrol(app);
  const desk = openDesk();
  updateSyncState(desk.db, { station: station.id, epoch: station.epoch });
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-files-'));
  const files = createBlobFiles(folder);
  let clock = 1_795_000_000_000;
  const transport = faultyTransport(app, nextFault);
  const sign = async ({ method, path, body }: { method: string; path: string; body: Uint8Array }) => station.signature(method, path, Buffer.from(body));
  const start = (): TransferSteps =>
    createTransferSteps({
      ...{ db: desk.db, files, client: createBlobClient({ transport, sign }), now: () => clock, random: () => 0.5 },
      ...{ departments: () => departments, onFilesChanged: () => undefined, limits, log: () => undefined },
    });
  let steps = start();
  return {
    station,
    db: desk.db,
    files,
    pass: (ms) => void (clock += ms),
    now: () => clock,
    step: () => steps.step(),
    kill: () => void (steps = start()),
    attach(bytes, mediaType = 'image/png') {
      const file = { sha256: hashOf(bytes), mediaType, sizeBytes: bytes.length };
      files.write(file.sha256, bytes);
      noteKept(desk.db, file, clock);
      const caseId = CaseId.parse(randomUUID());
      desk.give({ caseId, type: 'case.open', args: deskOpenArgs() });
      desk.give({ caseId, type: 'case.attachFile', args: { ...file, name: 'scan.png' } });
      return file.sha256;
    },
    show: (shown) => desk.db.transaction(() => writeCase(desk.db, shown, 'confirmed')),
    want(shown, sha256, sizeBytes) {
      desk.db.transaction(() => writeCase(desk.db, shown, 'confirmed'));
      noteKnown(desk.db, { sha256, mediaType: 'image/png', sizeBytes }, clock, 0);
      wantBlob(desk.db, sha256, 'asked');
    },
    close() {
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A case of this station at the server that holds these bytes, described but not sent. */
export async function describeAtServer(station: TestStation, bytes: Uint8Array): Promise<void> {
  const caseId = randomUUID();
  station.give('case.open', openArgs(await station.takeNumber()), { caseId });
  station.give('case.attachFile', { sha256: hashOf(bytes), name: 'scan.png', mediaType: 'image/png', sizeBytes: bytes.length }, { caseId });
  await station.push();
}

function faultyTransport(app: FastifyInstance, nextFault: () => Fault): Transport {
  return async ({ method, path, headers, body }) => {
    const fault = nextFault();
    if (fault === 'lost') throw new Error('the line is dead');
    if (fault === 'busy') return reply(503, { 'retry-after': '1' }, Buffer.from('{}'));
    const whole = body === null ? Buffer.alloc(0) : Buffer.from(body);
    const send = (payload: Buffer) => app.inject({ method, url: path, headers, payload });
    if (fault === 'cutRequest') {
      await send(whole.subarray(0, Math.floor(whole.length / 2)));
      throw new Error('the line broke');
    }
    const answer = await send(whole);
    if (fault === 'doubled') await send(whole);
    if (fault === 'unheard') throw new Error('the answer was lost');
    const bytes = answer.rawPayload;
    return reply(answer.statusCode, answer.headers, fault === 'cutReply' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes);
  };
}

function reply(status: number, headers: Readonly<Record<string, unknown>>, bytes: Buffer): TransportReply {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { status, header: (name) => (headers[name] === undefined ? null : String(headers[name])), body: body() };
}
