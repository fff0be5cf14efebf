import { describe, expect, test } from 'vitest';
import { inTransaction } from '../db/transaction.ts';
import { readClock } from '../feed/clock.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { sealMark } from './sealed-mark.ts';
import { raiseEpoch } from './raise-epoch.ts';

const server = useServer();

/** Makes the database forget the last `revisions`, as an older copy of it put in its place would have. */
async function putBack(revisions: number): Promise<void> {
  const { pool } = server().deps;
  const { rev } = await readClock(pool);
  await pool.query('DELETE FROM revision WHERE rev > $1', [rev - revisions]);
  await pool.query('UPDATE sync_clock SET rev = $1', [rev - revisions]);
}

const epochNow = async (): Promise<number> => (await readClock(server().deps.pool)).epoch;

describe('a database put back to an earlier day without a word', () => {
  test('begins a new epoch as soon as a workstation asks that has seen more', async () => {
    const station = await TestStation.enrol(server().app);
    station.give('case.open', openArgs(await station.takeNumber()));
    await station.push();
    await station.pull();
    const before = await epochNow();
    await putBack(1);
    await expect(station.pull()).rejects.toThrow(/409/);
    expect(await epochNow()).toBe(before + 1);
  });

  test('is found out also when it has gone on past that revision meanwhile', async () => {
    const [first, second] = [await TestStation.enrol(server().app), await TestStation.enrol(server().app)];
    await second.pull();
    first.give('case.open', openArgs(await first.takeNumber()));
    await first.push();
    await first.pull();
    await putBack(1);
    for (let write = 0; write < 3; write += 1) {
      second.give('case.open', openArgs(await second.takeNumber()));
      await second.push();
    }
    const before = await epochNow();
    await expect(first.pull()).rejects.toThrow(/409/);
    expect(await epochNow()).toBe(before + 1);
  });

  test('and by a workstation from an epoch this database never had', async () => {
    const { app, deps } = server();
    const station = await TestStation.enrol(app);
    station.epoch = (await epochNow()) + 3;
    station.seen = { rev: 9, mark: await sealMark(deps.pool, { epoch: station.epoch, rev: 9 }, 'of-a-lost-life') };
    await expect(station.pull()).rejects.toThrow(/409/);
    expect(await epochNow()).toBe(station.epoch + 1);
    const { rows } = await deps.pool.query<{ reason: string }>('SELECT reason FROM epoch ORDER BY epoch DESC LIMIT 1');
    expect(rows[0]?.reason).toContain(station.id);
  });

  test('several workstations find it out at once: one epoch', async () => {
    const stations = await Promise.all(Array.from({ length: 5 }, (_, at) => TestStation.enrol(server().app, `Desk ${at}`)));
    for (const station of stations) station.epoch = await epochNow();
    for (const station of stations) await station.pull();
    const before = await epochNow();
    await putBack(1);
    await Promise.allSettled(stations.map((station) => station.pull()));
    expect(await epochNow()).toBe(before + 1);
  });
});

test('nobody makes a city begin anew with a mark this database never gave', async () => {
  const station = await TestStation.enrol(server().app);
  station.epoch = await epochNow();
  await station.pull();
  const before = await epochNow();
  const { rev, mark } = station.seen;
  for (const seen of [{ rev: rev + 5, mark }, { rev, mark: 'made-up' }, { rev, mark: `made-up.${String(mark).split('.')[1]}` }]) {
    station.seen = seen;
    await station.pull();
  }
  station.epoch = before + 3;
  await expect(station.pull()).rejects.toThrow(/409/);
  expect(await epochNow()).toBe(before);
});

test('a workstation in step changes nothing', async () => {
  const station = await TestStation.enrol(server().app);
  station.epoch = await epochNow();
  for (let pull = 0; pull < 3; pull += 1) await station.pull();
  expect(await epochNow()).toBe(station.epoch);
});

test('a new epoch passes over the numbers an earlier life may have leased', async () => {
  const { pool, now } = server().deps;
  const nextIndex = async () => (await pool.query<{ next: number }>('SELECT next_index AS next FROM number_allocator')).rows[0]?.next ?? 0;
  const before = await nextIndex();
  await inTransaction(pool, {}, (tx) => raiseEpoch(tx, { at: now(), reason: 'test' }));
  expect((await nextIndex()) - before).toBeGreaterThan(1_000_000);
});
