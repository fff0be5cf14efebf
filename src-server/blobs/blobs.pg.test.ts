import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pngOfSize, zipOf } from '../../src-shared/attachments/testing/sample-files.ts';
import { BLOB_CHUNK_BYTES, BlobStatus, BlobStatusReply } from '../../src-shared/protocol/blob.ts';
import { inTransaction } from '../db/transaction.ts';
import { grantBuckets, revokeBuckets } from '../feed/grants.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A station with a case of its own that holds these bytes, described but not sent. */
async function stationWith(bytes: Uint8Array, more: Record<string, unknown> = {}) {
  const station = await TestStation.enrol(server().app);
  const caseId = await attach(station, bytes, more);
  return { station, sha256: hashOf(bytes), caseId };
}

async function attach(station: TestStation, bytes: Uint8Array, more: Record<string, unknown> = {}): Promise<string> {
  const caseId = randomUUID();
  const userId = more['isSealed'] === true ? 'hr' : 'agent';
  station.give('case.open', openArgs(await station.takeNumber(), more), { caseId, userId });
  station.give('case.attachFile', { sha256: hashOf(bytes), name: 'scan.png', mediaType: 'image/png', sizeBytes: bytes.length }, { caseId, userId });
  await station.push();
  return caseId;
}

const put = (station: TestStation, { sha256, offset, size }: { sha256: string; offset: number; size: number }, chunk: Uint8Array) =>
  station.sendBytes(`/sync/v1/blob/${sha256}?offset=${offset}&size=${size}`, chunk);

async function upload(station: TestStation, bytes: Uint8Array): Promise<BlobStatus> {
  let status: BlobStatus | null = null;
  for (let offset = 0; offset < bytes.length; offset += BLOB_CHUNK_BYTES) {
    const response = await put(station, { sha256: hashOf(bytes), offset, size: bytes.length }, bytes.subarray(offset, offset + BLOB_CHUNK_BYTES));
    expect(response.statusCode).toBe(200);
    status = BlobStatus.parse(response.json());
  }
  if (status === null) throw new Error('a file of no bytes is no file');
  return status;
}

async function statusFor(station: TestStation, sha256: string): Promise<BlobStatus> {
  const response = await station.request('POST', '/sync/v1/blobs/status', { station: station.id, sha256s: [sha256] });
  return BlobStatusReply.parse(response.json()).blobs[0]!;
}

const get = (station: TestStation, sha256: string, range?: string) =>
  station.request('GET', `/sync/v1/blob/${sha256}`, undefined, range === undefined ? {} : { range });

describe('a file in chunks', () => {
  test('arrives whole, and comes back whole and in parts', async () => {
    const bytes = pngOfSize(700_000, 1);
    const { station, sha256 } = await stationWith(bytes);
    expect(await statusFor(station, sha256)).toMatchObject({ state: 'expected', received: 0 });
    expect(await upload(station, bytes)).toMatchObject({ state: 'stored', received: bytes.length });
    const whole = await get(station, sha256);
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.equals(bytes)).toBe(true);
    expect(whole.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' });
    const part = await get(station, sha256, 'bytes=262100-262200');
    expect(part.statusCode).toBe(206);
    expect(part.headers['content-range']).toBe('bytes 262100-262200/700000');
    expect(part.rawPayload.equals(bytes.subarray(262_100, 262_201))).toBe(true);
    expect((await get(station, sha256, 'bytes=700000-')).statusCode).toBe(416);
  });

  test('a chunk sent twice has one effect; a gap is answered with where to go on', async () => {
    const bytes = pngOfSize(600_000, 2);
    const { station, sha256 } = await stationWith(bytes);
    await put(station, { sha256, offset: 0, size: bytes.length }, bytes.subarray(0, 262_144));
    expect((await put(station, { sha256, offset: 0, size: bytes.length }, bytes.subarray(0, 262_144))).json()).toMatchObject({ state: 'expected', received: 262_144 });
    const gap = await put(station, { sha256, offset: 524_288, size: bytes.length }, bytes.subarray(524_288));
    expect(gap.statusCode).toBe(409);
    expect(gap.json()).toMatchObject({ received: 262_144 });
    expect(await statusFor(station, sha256)).toMatchObject({ state: 'expected', received: 262_144 });
  });

  test('two stations with the same file finish it together; it is kept once', async () => {
    const bytes = pngOfSize(600_000, 3);
    const { station: one, sha256 } = await stationWith(bytes);
    const { station: two } = await stationWith(bytes);
    await put(one, { sha256, offset: 0, size: bytes.length }, bytes.subarray(0, 262_144));
    await Promise.all([one, two].map((station) => put(station, { sha256, offset: 262_144, size: bytes.length }, bytes.subarray(262_144, 524_288))));
    expect((await put(two, { sha256, offset: 524_288, size: bytes.length }, bytes.subarray(524_288))).json()).toMatchObject({ state: 'stored' });
    const { rows } = await server().deps.pool.query('SELECT sum(length(bytes)) AS bytes FROM blob_chunk WHERE sha256 = $1', [sha256]);
    expect(rows).toEqual([{ bytes: 600_000 }]);
    // A third case with the same bytes needs nothing more to be sent.
    const { station: three } = await stationWith(bytes);
    expect(await statusFor(three, sha256)).toMatchObject({ state: 'stored' });
  });

  test('bytes that are not of this hash are thrown away whole, and the right ones taken after them', async () => {
    const bytes = pngOfSize(300_000, 4);
    const { station, sha256 } = await stationWith(bytes);
    const damaged = Uint8Array.from(bytes);
    damaged[299_999] = (damaged[299_999] ?? 0) ^ 1;
    await put(station, { sha256, offset: 0, size: bytes.length }, damaged.subarray(0, 262_144));
    const answer = await put(station, { sha256, offset: 262_144, size: bytes.length }, damaged.subarray(262_144));
    expect(answer.json()).toMatchObject({ status: 422, code: 'wrongHash' });
    expect(await statusFor(station, sha256)).toMatchObject({ state: 'expected', received: 0 });
    expect(await upload(station, bytes)).toMatchObject({ state: 'stored' });
  });

  test('a wrong size announced first does not keep the right one out', async () => {
    const bytes = pngOfSize(300_000, 5);
    const { station, sha256 } = await stationWith(bytes);
    await put(station, { sha256, offset: 0, size: 290_000 + 262_144 }, bytes.subarray(0, 262_144));
    expect(await upload(station, bytes)).toMatchObject({ state: 'stored' });
  });

  test.each([
    ['larger than any file', 0, 100_000, 26_000_000],
    ['past the end', 0, 20_000, 10_000],
    ['so small that a file would be millions of rows', 0, 100, 300_000],
  ])('a chunk %s is refused', async (_what, offset, length, size) => {
    const bytes = pngOfSize(300_000, 6);
    const { station, sha256 } = await stationWith(bytes);
    expect((await put(station, { sha256, offset, size }, bytes.subarray(0, length))).json()).toMatchObject({ status: 400, code: 'malformedRequest' });
  });

  test('a chunk whose signature does not fit its bytes is refused', async () => {
    const bytes = pngOfSize(20_000, 7);
    const { station, sha256 } = await stationWith(bytes);
    const url = `/sync/v1/blob/${sha256}?offset=0&size=${bytes.length}`;
    const headers = { 'content-type': 'application/octet-stream', ...station.signature('PUT', url, Buffer.from(bytes)) };
    const cut = await server().app.inject({ method: 'PUT', url, payload: Buffer.from(bytes.subarray(1)), headers });
    expect(cut.json()).toMatchObject({ status: 401, code: 'badSignature' });
  });
});

describe('what may not be attached', () => {
  test.each([
    ['a program called photo.png', Uint8Array.from([...Buffer.from('MZ'), ...pngOfSize(20_000).subarray(2)]), /program/],
    ['a web page', new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')), /web page/],
    ['an archive', zipOf([['setup.txt', 'x']]), /archive/],
  ])('%s is thrown away when it has arrived, and staff are told why', async (_what, bytes, why) => {
    const { station, sha256 } = await stationWith(bytes);
    expect(await upload(station, bytes)).toMatchObject({ state: 'notAllowed', why: expect.stringMatching(why) });
    expect((await get(station, sha256)).json()).toMatchObject({ status: 403, code: 'fileHeldBack', detail: expect.stringMatching(why) });
    const { rows } = await server().deps.pool.query('SELECT count(*) AS count FROM blob_chunk WHERE sha256 = $1', [sha256]);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('who may see a file', () => {
  test('a sealed case’s file goes only where the case goes, and nobody else learns that it exists', async () => {
    const bytes = pngOfSize(30_000, 10);
    const { station: author, sha256 } = await stationWith(bytes, { isSealed: true });
    const other = await TestStation.enrol(server().app);
    // The author's own workstation may send what it described, though it does not hold the sealed case itself.
    expect(await upload(author, bytes)).toMatchObject({ state: 'stored' });
    const hr = await TestStation.enrol(server().app);
    const { rows } = await server().deps.pool.query<{ bucket: string }>(
      'SELECT b.bucket FROM case_bucket b JOIN case_blob c USING (case_id) WHERE c.sha256 = $1 AND b.present', [sha256]);
    await inTransaction(server().deps.pool, {}, (tx) => grantBuckets(tx, hr.id, rows.map((row) => row.bucket), server().deps.now()));
    expect((await get(hr, sha256)).rawPayload.equals(bytes)).toBe(true);
    for (const stranger of [other, author]) expect((await get(stranger, sha256)).json()).toMatchObject({ status: 404, code: 'noSuchFile' });
    expect(await statusFor(other, sha256)).toEqual({ sha256, state: 'notExpected', received: 0, why: null, hasThumbnail: false });
    expect((await get(other, 'f'.repeat(64))).json()).toMatchObject({ status: 404, code: 'noSuchFile' });
    expect((await put(other, { sha256, offset: 0, size: bytes.length }, bytes)).json()).toMatchObject({ status: 404, code: 'noSuchFile' });
    await inTransaction(server().deps.pool, {}, (tx) => revokeBuckets(tx, hr.id, rows.map((row) => row.bucket), server().deps.now()));
    expect((await get(hr, sha256)).json()).toMatchObject({ status: 404, code: 'noSuchFile' });
  });

  test('nothing is taken that no case expects', async () => {
    const station = await TestStation.enrol(server().app);
    const bytes = pngOfSize(20_000, 11);
    expect((await put(station, { sha256: hashOf(bytes), offset: 0, size: bytes.length }, bytes)).json()).toMatchObject({ status: 404, code: 'noSuchFile' });
  });

  test('a file of a deferred entry may be sent by its own station', async () => {
    const station = await TestStation.enrol(server().app);
    const bytes = pngOfSize(20_000, 12);
    await server().deps.pool.query(
      `INSERT INTO command_result (station, seq, uid, hash, status, code, command, received_at, rev, is_repeat)
       VALUES ($1, 1, $2, '\\x00', 'deferred', 'incident', $3, 0, 0, false)`,
      [station.id, randomUUID(), JSON.stringify({ args: { sha256: hashOf(bytes) } })],
    );
    expect(await upload(station, bytes)).toMatchObject({ state: 'stored' });
  });

  test('a file that is not whole yet is said to be on its way', async () => {
    const { station, sha256 } = await stationWith(pngOfSize(20_000, 13));
    expect((await get(station, sha256)).json()).toMatchObject({ status: 404, code: 'fileNotThereYet' });
  });
});

describe('thumbnails', () => {
  test('are kept once, read by who may read the file, and are pictures', async () => {
    const bytes = pngOfSize(20_000, 14);
    const { station, sha256 } = await stationWith(bytes);
    await upload(station, bytes);
    const url = `/sync/v1/blob/${sha256}/thumbnail`;
    expect((await station.sendBytes(url, pngOfSize(900, 2))).statusCode).toBe(200);
    expect((await station.sendBytes(url, pngOfSize(800, 3))).statusCode).toBe(200);
    expect((await station.request('GET', url)).rawPayload.equals(pngOfSize(900, 2))).toBe(true);
    expect(await statusFor(station, sha256)).toMatchObject({ hasThumbnail: true });
    expect((await station.sendBytes(url, Buffer.from('not a picture'))).statusCode).toBe(400);
    expect((await station.sendBytes(url, pngOfSize(70_000))).statusCode).toBe(400);
  });
});
