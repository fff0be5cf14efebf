import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { type BlobStatus, BlobStatusReply } from '../../src-shared/protocol/blob.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { readScanCommand, runScan } from './scan-command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-scanner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A real program: infected when the file holds EICAR, no verdict while `busy` is there, else clean. */
const scanner = path.join(folder, 'scan me.sh');
writeFileSync(scanner, `#!/bin/sh\n[ -e "${folder}/busy" ] && exit 2\ngrep -q EICAR "$2" && exit 1\nexit 0\n`);
chmodSync(scanner, 0o755);

const server = useServer({ deps: { scanCommand: readScanCommand(`"${scanner}" --file {file}`) } });

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function attachAndSend(bytes: Uint8Array) {
  const station = await TestStation.enrol(server().app);
  const caseId = randomUUID();
  station.give('case.open', openArgs(await station.takeNumber()), { caseId });
  station.give('case.attachFile', { sha256: hashOf(bytes), name: 'scan.png', mediaType: 'image/png', sizeBytes: bytes.length }, { caseId });
  await station.push();
  await station.sendBytes(`/sync/v1/blob/${hashOf(bytes)}?offset=0&size=${bytes.length}`, bytes);
  return { station, sha256: hashOf(bytes) };
}

async function stateOf(station: TestStation, sha256: string): Promise<BlobStatus> {
  return BlobStatusReply.parse((await station.request('POST', '/sync/v1/blobs/status', { station: station.id, sha256s: [sha256] })).json()).blobs[0]!;
}

const codeOf = async (station: TestStation, sha256: string): Promise<unknown> => {
  const response = await station.request('GET', `/sync/v1/blob/${sha256}`);
  return response.statusCode === 200 ? 'served' : response.json().code;
};

describe('with a virus scanner', () => {
  test('a clean file is handed out once it was found clean', async () => {
    const { station, sha256 } = await attachAndSend(pngOfSize(30_000, 1));
    await vi.waitFor(async () => expect(await stateOf(station, sha256)).toMatchObject({ state: 'stored' }), { timeout: 30_000 });
    expect(await codeOf(station, sha256)).toBe('served');
  });

  test('an infected file is put aside, never handed out, and staff are told why', async () => {
    const bytes = pngOfSize(30_000, 2);
    bytes.set(Buffer.from('EICAR'), 20_000);
    const { station, sha256 } = await attachAndSend(bytes);
    await vi.waitFor(async () => expect(await stateOf(station, sha256)).toMatchObject({ state: 'infected', why: expect.stringMatching(/virus scanner/) }), { timeout: 30_000 });
    expect(await codeOf(station, sha256)).toBe('fileHeldBack');
    const health = (await server().app.inject({ url: '/healthz' })).json();
    expect(health.attachments).toMatchObject({ scanner: 'set', infected: 1 });
  });

  test('a file the scanner has no verdict on waits, and is not handed out', async () => {
    writeFileSync(path.join(folder, 'busy'), '');
    const { station, sha256 } = await attachAndSend(pngOfSize(30_000, 3));
    await vi.waitFor(async () => {
      const { rows } = await server().deps.pool.query('SELECT scan_tries AS tries FROM blob WHERE sha256 = $1', [sha256]);
      expect(rows).toEqual([{ tries: 1 }]);
    }, { timeout: 30_000 });
    expect(await stateOf(station, sha256)).toMatchObject({ state: 'checking' });
    expect(await codeOf(station, sha256)).toBe('fileBeingChecked');
  });
});

describe('the scan command', () => {
  test.each([
    ['clamdscan --no-summary {file}', ['clamdscan', '--no-summary', '{file}']],
    [`"/opt/my scanner/scan" '--file={file}' -q`, ['/opt/my scanner/scan', '--file={file}', '-q']],
    ['clamdscan', null],
    ['{file}', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(readScanCommand(text)).toEqual(expected);
  });

  test('that cannot be run, or does not end, gives no verdict', async () => {
    expect(await runScan(['/no/such/scanner', '{file}'], scanner)).toBe('unknown');
    expect(await runScan(['sleep', '30', '{file}'], '30', 50)).toBe('unknown');
  });
});
