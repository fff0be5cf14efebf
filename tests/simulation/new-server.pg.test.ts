import { expect, it } from 'vitest';
import { happen } from './actions/index.ts';
import { seedOfTests, useCluster } from './use-cluster.ts';
import { TYPED_WORDS } from './words.ts';
import { createWorld, type World } from './world.ts';

const cluster = useCluster();
const round = (id: number) => ({ do: 'round' as const, id, minutes: 1, station: 0, faults: [], meanwhile: [], stop: null, serverStop: null });
const command = (id: number) => ({ do: 'command' as const, id, minutes: 1, station: 0, salt: id, stop: null });

it('a server that was set up anew gets everything the workstation still holds, each case once', async () => {
  const world: World = await createWorld({ cluster: cluster(), seed: seedOfTests, bug: null, words: TYPED_WORDS, isMixed: false, tell: () => undefined });
  const numbers = async () => (await world.server.pool().query<{ number: string }>('SELECT number FROM case_ ORDER BY number')).rows;
  try {
    await happen(world, round(0));
    for (let id = 1; id <= 8; id += 1) await happen(world, command(id));
    await happen(world, round(9));
    const before = await numbers();
    expect(before.length).toBeGreaterThan(0);

    await happen(world, { do: 'serverAnew', id: 10, minutes: 1 });
    await happen(world, command(11));
    for (let id = 12; id < 16; id += 1) await happen(world, round(id));

    expect(await numbers()).toEqual(expect.arrayContaining(before));
    const { raw } = world.desk(0).station.db();
    expect(raw.prepare(`SELECT count(*) FROM outbox WHERE state IN ('queued', 'sent')`).pluck().get()).toBe(0);
    expect(raw.prepare('SELECT count(*) FROM case_').pluck().get()).toBe((await numbers()).length);
  } finally {
    await world.dispose();
  }
});
