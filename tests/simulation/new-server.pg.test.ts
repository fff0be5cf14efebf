import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { openArgs } from '../../src-data/testing/desk.ts';
import { startTestCluster, type TestCluster } from '../../src-server/testing/fresh-database.ts';
import '../../src-server/testing/global-setup.ts';
import { createFaultyLink } from './faulty-link.ts';
import { createRandom } from './random.ts';
import { createSimServer, type SimServer } from './sim-server.ts';
import { createSimStation } from './sim-station.ts';

const NOW = 1_795_000_100_000;

let own: TestCluster | null = null;
beforeAll(async () => {
  if (!inject('testCluster')) own = await startTestCluster();
});
afterAll(async () => {
  await own?.stop();
});

it('a server that was set up anew gets everything the workstation still holds, each case once', async () => {
  const cluster = must(inject('testCluster') ?? own?.address, 'there is a PostgreSQL to run against');
  const random = createRandom(7);
  let server: SimServer = await createSimServer(cluster, () => utcMs(NOW));
  const transport = createFaultyLink({ app: () => server.app(), random, faultRate: () => 0, swallows: null, tell: () => undefined });
  const station = createSimStation({ name: 'Counter 1', transport, now: () => NOW, tell: () => undefined });
  const actor = must(findStaff(SMALL_CITY, 'agent'), 'the small city has an agent');
  const take = (): void => {
    const request = { commandId: CommandId.parse(random.uuid()), caseId: CaseId.parse(random.uuid()), type: 'case.open' as const, args: openArgs(), takesNumber: true };
    const outcome = runCommand(station.db(), request, { actor, catalogue: SMALL_CITY, now: () => NOW });
    if (!outcome.ok) throw new Error(outcome.reason);
  };
  try {
    await station.round().run();
    for (let index = 0; index < 5; index += 1) take();
    await station.round().run();
    const before = await server.pool.query<{ number: string }>('SELECT number FROM case_ ORDER BY number');
    expect(before.rows).toHaveLength(5);

    await server.dispose();
    server = await createSimServer(cluster, () => utcMs(NOW));
    take();
    station.restart();
    await expect(station.round().run()).rejects.toThrow(/did not know this station/);
    await station.round().run();
    await station.round().run();

    const after = await server.pool.query<{ number: string }>('SELECT number FROM case_ ORDER BY number');
    expect(after.rows).toHaveLength(6);
    expect(after.rows).toEqual(expect.arrayContaining(before.rows));
    const shown = station.db().query<Record<string, never>, { syncState: string; count: number }>('SELECT sync_state AS syncState, count(*) AS count FROM case_ GROUP BY 1').all({});
    expect(shown).toEqual([{ syncState: 'confirmed', count: 6 }]);
  } finally {
    station.dispose();
    await server.dispose();
  }
});
