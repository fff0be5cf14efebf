import { describe, expect, test } from 'vitest';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { inTransaction } from '../db/transaction.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import { writeSetting } from '../db/server-setting.ts';
import { passOverLostTime } from './allocator.ts';
import { openNumberLeases } from './leases.ts';
import { LEASED_PAYLOADS } from './permutation.ts';

const server = useServer();

describe('number leases', () => {
  test('give no number twice, whoever asks at once and through whichever server', async () => {
    const { app, deps } = server();
    const secondServer = await openNumberLeases(deps.pool, deps.now());
    const stations = await Promise.all(Array.from({ length: 10 }, (_, at) => TestStation.enrol(app, `Desk ${at}`)));
    const ask = (station: TestStation, at: number) =>
      inTransaction(deps.pool, {}, (tx) => (at % 2 === 0 ? deps.numbers : secondServer).lease(tx, station.id, 60, deps.now()));
    const lists = await Promise.all([...stations, ...stations].map(ask));
    const numbers = lists.flat();
    expect(numbers).toHaveLength(20 * 60);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(TrackingNumber.parse(number)[0]).toMatch(/[1-8]/);
  });

  test('that were rolled back are given out by a later one, as if never taken', async () => {
    const { app, deps } = server();
    const station = await TestStation.enrol(app);
    let undone: readonly string[] = [];
    const attempt = inTransaction(deps.pool, {}, async (tx) => {
      undone = await deps.numbers.lease(tx, station.id, 5, deps.now());
      throw new Error('planted fault');
    });
    await expect(attempt).rejects.toThrow('planted fault');
    const kept = await inTransaction(deps.pool, {}, (tx) => deps.numbers.lease(tx, station.id, 5, deps.now()));
    expect(kept).toEqual(undone);
  });

  test('pass over numbers in use since an earlier life of this server', async () => {
    const { app, deps } = server();
    const station = await TestStation.enrol(app);
    const lease = () => inTransaction(deps.pool, {}, (tx) => deps.numbers.lease(tx, station.id, 5, deps.now()));
    const first = await lease();
    await deps.pool.query(`UPDATE number_lease SET state = 'used' WHERE number = ANY($1)`, [first]);
    await deps.pool.query('UPDATE number_allocator SET next_index = next_index - 5'); // as after a restore
    const second = await lease();
    expect(second).toHaveLength(5);
    expect(second.filter((number) => first.includes(number))).toEqual([]);
  });

  test('come with a pull, and answers lost on the way do not eat up the numbers', async () => {
    const { app, deps } = server();
    const station = await TestStation.enrol(app);
    const open = async () => {
      const { rows } = await deps.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM number_lease WHERE station = $1 AND state = 'leased'`, [station.id]);
      return rows[0]?.n;
    };
    expect((await station.pull({ numbersWanted: 300 })).header.numbers).toHaveLength(300);
    const known = [...station.numbers];
    for (let lost = 0; lost < 20; lost += 1) await station.pull({ numbersWanted: 2_000 });
    expect(await open()).toBe(4_000);
    const { header } = await station.pull({ numbersWanted: 2_000 });
    expect(await open()).toBe(4_000);
    expect(new Set(header.numbers).size).toBe(4_000);
    expect(header.numbers).toEqual(expect.arrayContaining(known));
  });
});

describe('a start', () => {
  const nextIndex = async () => (await server().deps.pool.query<{ next: number }>('SELECT next_index AS next FROM number_allocator')).rows[0]?.next ?? 0;
  const start = async (at: number): Promise<number> => {
    await passOverLostTime(server().deps.pool, utcMs(at));
    return nextIndex();
  };
  const putBackTo = async (index: number, startedAt: number): Promise<void> => {
    await server().deps.pool.query('UPDATE number_allocator SET next_index = $1', [index]);
    await writeSetting(server().deps.pool, 'numbersStartedAt', startedAt);
  };
  const NOVEMBER_2026 = Date.UTC(2026, 10, 22);

  test('passes over what a large city takes in the time since the last one, never goes back, and goes on elsewhere than another start from the same point', async () => {
    await putBackTo(50_000_000, NOVEMBER_2026);
    expect((await start(NOVEMBER_2026 + 10 * DAY_MS)) - 50_000_000).toBeGreaterThan(100_000);
    await putBackTo(1_000, NOVEMBER_2026);
    const first = await start(NOVEMBER_2026 + MINUTE_MS);
    await putBackTo(1_000, NOVEMBER_2026);
    expect(await start(NOVEMBER_2026 + MINUTE_MS)).not.toBe(first);
    const before = await nextIndex();
    expect(await start(NOVEMBER_2026 - 300 * DAY_MS)).toBeGreaterThanOrEqual(before);
  });

  test('however often and with whatever clock, does not eat up the numbers of years', async () => {
    await putBackTo(0, NOVEMBER_2026);
    for (let times = 0; times < 200; times += 1) await start(NOVEMBER_2026);
    expect(await nextIndex()).toBeLessThan(20_000_000);
    const before = await nextIndex();
    expect(await start(Date.UTC(2099, 0, 1))).toBeLessThan(before + 20_000_000);
    await putBackTo(700_000_000, NOVEMBER_2026);
    expect(await start(Date.UTC(2099, 0, 1))).toBe(700_000_000);
  });

  test('at the end of the space leases what is left, and then nothing', async () => {
    const { app, deps } = server();
    const station = await TestStation.enrol(app, 'Last desk');
    const lease = () => inTransaction(deps.pool, {}, (tx) => deps.numbers.lease(tx, station.id, 5, deps.now()));
    await putBackTo(LEASED_PAYLOADS - 3, NOVEMBER_2026);
    expect([(await lease()).length, (await lease()).length]).toEqual([3, 0]);
  });
});
