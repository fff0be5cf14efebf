/** Several server processes on one PostgreSQL, behind one address. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useEmptyDatabase } from '../../src-server/testing/use-database.ts';
import { createRandom } from '../simulation/random.ts';
import type { DeskProcess } from './desk-process.ts';
import { FAULTS } from './fault.ts';
import { createFaultyProxy, type Front } from './faulty-proxy.ts';
import { openScenario, type Scenario } from './scenario.ts';
import type { ServerProcess } from './server-process.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

const FAULT_RATE = 0.1;
const ROUNDS = 6;
/** Without pokes each would wait for the next poll, half a minute away: all of them together longer than this test may take. */
const WRITES_HEARD_OF = 25;

const database = useEmptyDatabase();
let office: Scenario;
let fronts: Front[] = [];
beforeEach(async () => {
  office = openScenario();
  fronts = [];
});
afterEach(async () => {
  await office.close();
  await database().pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});

async function startReplicas(count: number): Promise<readonly ServerProcess[]> {
  const replicas: ServerProcess[] = [];
  for (let index = 1; index <= count; index += 1) replicas.push(await office.startServer(`replica-${index}`, database().url));
  return replicas;
}

async function openDesks(count: number): Promise<readonly DeskProcess[]> {
  const desks: DeskProcess[] = [];
  for (let index = 1; index <= count; index += 1) {
    const front = await office.proxy.openFront(`desk ${index}`);
    fronts.push(front);
    desks.push(await office.openDesk(`desk ${index}`, front));
    front.setFaultRate(FAULT_RATE);
  }
  return desks;
}

function settleOnGoodLines(): Promise<readonly string[]> {
  for (const front of fronts) front.setFaultRate(0);
  return office.settleAndAudit();
}

describe('replicas behind one address', () => {
  it.each([2, 3])('%i of them, one killed and started again, over and over, while calls are taken: nothing lost, nothing doubled', async (count) => {
    const random = createRandom(count);
    const replicas = await startReplicas(count);
    const desks = await openDesks(4);
    for (let round = 0; round < ROUNDS; round += 1) {
      const victim = random.pick(replicas);
      const taking = Promise.all(desks.map((desk) => office.takeCases(desk, 2)));
      await new Promise((resolve) => setTimeout(resolve, random.below(60)));
      await victim.kill();
      await taking;
      await Promise.all(desks.map((desk) => desk.ask({ do: 'syncNow' })));
      await Promise.all(desks.map((desk) => office.takeCases(desk, 1)));
      await victim.start();
      office.leadToServers();
    }
    expect(await settleOnGoodLines()).toEqual([]);
  });

  it('all killed at once and started again: everything is found', async () => {
    const replicas = await startReplicas(3);
    const desks = await openDesks(3);
    await Promise.all(desks.map((desk) => office.takeCases(desk, 5)));
    await Promise.all(replicas.map((replica) => replica.kill()));
    await Promise.all(desks.map((desk) => office.takeCases(desk, 5)));
    await Promise.all(replicas.map((replica) => replica.start()));
    office.leadToServers();
    expect(await settleOnGoodLines()).toEqual([]);
  });

  it('a call taken at a desk of one reaches a desk of the other at once, not at its next poll', async () => {
    const [first, second] = await startReplicas(2);
    const otherAddress = createFaultyProxy({ random: createRandom(1), faults: FAULTS, tell: () => undefined });
    office.proxy.setBackends([first?.port() ?? 0]);
    otherAddress.setBackends([second?.port() ?? 0]);
    const writer = await office.openDesk('writer', await office.proxy.openFront('first'));
    const listener = await office.openDesk('listener', await otherAddress.openFront('second'));
    for (let index = 0; index < WRITES_HEARD_OF; index += 1) {
      const { caseId } = await office.give(writer, 'open');
      while ((await listener.ask({ do: 'show', caseId })) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await listener.ask({ do: 'cases' })).toHaveLength(WRITES_HEARD_OF);
    await otherAddress.close();
  });
});
