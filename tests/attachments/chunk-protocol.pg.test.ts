import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBlob } from '../../src-data/attachments/blob-rows.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { describeAtServer, type Fault, hashOf, type PairedDesk, pairedDesk } from './paired-desk.ts';

const server = useServer();

const FAULTS: readonly Fault[] = ['lost', 'unheard', 'doubled', 'cutRequest', 'cutReply', 'busy'];
/** Half of the requests go well, else nothing would ever be seen to arrive. */
const fault = fc.oneof(fc.constant<Fault>('none'), fc.constantFrom<Fault>(...FAULTS));

/** `kill`: of the station. `forget`: the server loses what it had of unfinished files, as after a restore nobody told us of. */
type Event = 'step' | 'kill' | 'forget';
const events = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant<Event>('step') }, { weight: 1, arbitrary: fc.constantFrom<Event>('kill', 'forget') }), { minLength: 5, maxLength: 25 });

/** Bytes the server has of a file, as rows: they begin at 0 and have no gap, whatever happened. */
async function expectNoGap(sha256: string): Promise<void> {
  const { rows } = await server().deps.pool.query<{ offset: number; length: number }>(
    'SELECT offset_bytes AS "offset", length(bytes) AS length FROM blob_chunk WHERE sha256 = $1 ORDER BY offset_bytes', [sha256]);
  let end = 0;
  for (const row of rows) {
    expect(row.offset).toBe(end);
    end += row.length;
  }
  const { rows: blobs } = await server().deps.pool.query<{ received: number }>('SELECT received_bytes AS received FROM blob WHERE sha256 = $1', [sha256]);
  expect(blobs[0]?.received).toBe(end);
}

async function forget(sha256: string): Promise<void> {
  const { rowCount } = await server().deps.pool.query(`UPDATE blob SET received_bytes = 0 WHERE sha256 = $1 AND state = 'expected'`, [sha256]);
  if (rowCount === 1) await server().deps.pool.query('DELETE FROM blob_chunk WHERE sha256 = $1', [sha256]);
}

async function live(desk: PairedDesk, story: readonly Event[], sha256: string): Promise<void> {
  for (const event of story) {
    if (event === 'kill') desk.kill();
    else if (event === 'forget') await forget(sha256);
    else await desk.step().catch(() => false);
    desk.pass(700_000);
    await expectNoGap(sha256);
  }
}

/** With the faults off, everything ends within as many steps as there are chunks, and a few more. */
async function settle(desk: PairedDesk, isDone: () => boolean): Promise<void> {
  for (let steps = 0; steps < 40 && !isDone(); steps += 1) {
    await desk.step();
    desk.pass(700_000);
  }
  expect(isDone()).toBe(true);
}

test('whatever is lost, cut, doubled or killed: the bytes at the server and at the other station are the same', async () => {
  let seed = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_300_000 }), fc.array(fault, { minLength: 60, maxLength: 60 }), events, events, async (size, faults, sending, fetching) => {
      const bytes = pngOfSize(Math.max(size, 9), (seed += 1));
      const sha256 = hashOf(bytes);
      let at = 0;
      let isCalm = false;
      const nextFault = (): Fault => (isCalm ? 'none' : (faults[(at += 1) % faults.length] ?? 'none'));
      const [one, two] = [await pairedDesk(server().app, { nextFault }), await pairedDesk(server().app, { nextFault })];
      try {
        await describeAtServer(one.station, bytes);
        one.attach(bytes);
        await live(one, sending, sha256);
        isCalm = true;
        await settle(one, () => findBlob(one.db, sha256)?.serverState === 'stored');
        isCalm = false;
        await two.station.pull();
        const shown = [...two.station.cases.values()].find((current) => current.attachments.some((attachment) => attachment.sha256 === sha256));
        two.want(shown!, sha256, bytes.length);
        await live(two, fetching, sha256);
        isCalm = true;
        await settle(two, () => findBlob(two.db, sha256)?.isHere === 1);
        expect(Buffer.from(two.files.read(sha256) ?? []).equals(bytes)).toBe(true);
        const stored = await two.station.request('GET', `/sync/v1/blob/${sha256}`);
        expect(stored.rawPayload.equals(bytes)).toBe(true);
      } finally {
        one.close();
        two.close();
      }
    }),
    { numRuns: 20, seed: 20_261_122, endOnFailure: true },
  );
});
