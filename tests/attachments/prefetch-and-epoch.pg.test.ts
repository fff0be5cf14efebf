import { afterEach, expect, test } from 'vitest';
import { addThumbnail, findBlob, readThumbnail } from '../../src-data/attachments/blob-rows.ts';
import { updateSyncState } from '../../src-data/sync/sync-state.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { describeAtServer, hashOf, type PairedDesk, pairedDesk, type PairedDeskOptions } from './paired-desk.ts';

const server = useServer();

let desks: PairedDesk[] = [];
afterEach(() => {
  for (const desk of desks) desk.close();
  desks = [];
});

async function openPaired(options: PairedDeskOptions = {}): Promise<PairedDesk> {
  const desk = await pairedDesk(server().app, options);
  desks.push(desk);
  return desk;
}

/** Steps until there is nothing more to do. */
async function rest(desk: PairedDesk): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) if (!(await desk.step())) return;
  throw new Error('it never comes to rest');
}

async function sent(bytes: Uint8Array): Promise<PairedDesk> {
  const desk = await openPaired();
  await describeAtServer(desk.station, bytes);
  desk.attach(bytes);
  addThumbnail(desk.db, hashOf(bytes), pngOfSize(300, bytes.length), false);
  await rest(desk);
  return desk;
}

async function showCaseOf(desk: PairedDesk, sha256: string): Promise<void> {
  await desk.station.pull();
  const shown = [...desk.station.cases.values()].find((current) => current.attachments.some((attachment) => attachment.sha256 === sha256));
  desk.show(shown!);
}

test('small files and thumbnails of one’s own department come before anybody asks; large ones and other departments’ do not', async () => {
  const [small, large] = [pngOfSize(60_000, 1), pngOfSize(1_200_000, 2)];
  for (const bytes of [small, large]) await sent(bytes);
  const [own, other] = [await openPaired({ departments: ['STREETS'] }), await openPaired({ departments: ['WATER'] })];
  for (const desk of [own, other]) {
    for (const bytes of [small, large]) await showCaseOf(desk, hashOf(bytes));
    await rest(desk);
  }
  expect(Buffer.from(own.files.read(hashOf(small)) ?? []).equals(small)).toBe(true);
  expect(own.files.isHere(hashOf(large))).toBe(false);
  expect(readThumbnail(own.db, hashOf(large))).toHaveLength(300);
  expect(findBlob(other.db, hashOf(small))).toBeNull();
});

test('what is fetched unasked stays within its budget', async () => {
  const [one, two] = [pngOfSize(60_000, 3), pngOfSize(60_000, 4)];
  for (const bytes of [one, two]) await sent(bytes);
  const desk = await openPaired({ departments: ['STREETS'], limits: { storeBytes: 1e12, prefetchBytes: 100_000 } });
  for (const bytes of [one, two]) await showCaseOf(desk, hashOf(bytes));
  await rest(desk);
  expect([one, two].filter((bytes) => desk.files.isHere(hashOf(bytes)))).toHaveLength(1);
});

test('a server that went back in time gets back what it lost, from whoever has it', async () => {
  const bytes = pngOfSize(400_000, 5);
  const sha256 = hashOf(bytes);
  const desk = await sent(bytes);
  expect(findBlob(desk.db, sha256)?.serverState).toBe('stored');
  await server().deps.pool.query('DELETE FROM blob_chunk WHERE sha256 = $1', [sha256]);
  await server().deps.pool.query(`UPDATE blob SET state = 'expected', received_bytes = 0 WHERE sha256 = $1`, [sha256]);
  updateSyncState(desk.db, { epoch: desk.station.epoch + 1 });
  await rest(desk);
  expect(findBlob(desk.db, sha256)?.serverState).toBe('stored');
  const { rows } = await server().deps.pool.query('SELECT state, received_bytes AS received FROM blob WHERE sha256 = $1', [sha256]);
  expect(rows).toEqual([{ state: 'stored', received: 400_000 }]);
});
