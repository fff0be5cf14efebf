/** Disks copied and put back, by real files and real processes: a number may then have been given out twice, but no call is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskProcess } from './desk-process.ts';
import type { Front } from './faulty-proxy.ts';
import { openScenario, type Scenario } from './scenario.ts';
import type { ServerProcess } from './server-process.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

let office: Scenario;
let server: ServerProcess;
let front: Front;
let desk: DeskProcess;
let witness: DeskProcess;

beforeEach(async () => {
  office = openScenario();
  server = await office.startServer('server');
  front = await office.proxy.openFront('counter');
  desk = await office.openDesk('counter', front);
  witness = await office.openDesk('witness', await office.proxy.openFront('witness'));
});
afterEach(() => office.close());

/** Kills the desk and copies its folder. */
async function takeImage(): Promise<string> {
  const image = office.folder('image');
  await desk.kill();
  desk.copyTo(image);
  return image;
}

async function restart(): Promise<void> {
  desk.start();
  await desk.untilReady();
}

async function stationsOf(...desks: readonly DeskProcess[]): Promise<ReadonlySet<string | null>> {
  return new Set((await Promise.all(desks.map((one) => one.status()))).map(({ station }) => station));
}

describe('a copied folder started beside its original', () => {
  it('both take calls without a network, with the same numbers in stock; then both go on, and all of it is found', async () => {
    const [shared] = await office.takeCases(desk, 3);
    expect(await office.settleAndAudit()).toEqual([]);
    const image = await takeImage();
    front.setPartition('refused');
    await restart();
    const clone = await office.openDesk('copy', front, image);
    for (const one of [desk, clone]) {
      await office.takeCases(one, 5);
      await office.give(one, 'note', shared?.caseId ?? null);
      await office.give(one, 'addCoReporter', shared?.caseId ?? null);
    }
    front.setPartition('none');
    expect(await office.settleAndAudit()).toEqual([]);
    expect(await stationsOf(desk, clone, witness)).toHaveProperty('size', 3);
    for (const one of [desk, clone, witness]) await office.takeCases(one, 3);
    expect(await office.settleAndAudit()).toEqual([]);
  });

  it('both online at once, each call taken while the other is taking one', async () => {
    await office.takeCases(desk, 2);
    const image = await takeImage();
    await restart();
    const clone = await office.openDesk('copy', front, image);
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([desk, clone, witness].map((one) => office.takeCases(one, 1)));
    }
    expect(await office.settleAndAudit()).toEqual([]);
  });

  it('two copies of one image, with calls on it that had not been sent: those are taken once, by whoever comes first', async () => {
    front.setPartition('silent');
    await office.takeCases(desk, 4);
    const image = await takeImage();
    await restart();
    const first = await office.openDesk('first copy', front, image);
    const second = await office.openDesk('second copy', front, image);
    for (const one of [desk, first, second]) await office.takeCases(one, 2);
    front.setPartition('none');
    expect(await office.settleAndAudit()).toEqual([]);
  });
});

describe('last week’s disk put back', () => {
  it('with the network there: what was sent since comes back, and the numbers given out since are not lost', async () => {
    await office.takeCases(desk, 3);
    const image = await takeImage();
    await restart();
    await office.takeCases(desk, 4);
    expect(await office.settleAndAudit()).toEqual([]);
    await desk.kill();
    desk.putBack(image);
    expect(await office.strike(server)).toBe(0);
    await restart();
    await office.takeCases(desk, 4);
    expect(await office.settleAndAudit()).toEqual([]);
  });

  it('without a network: the same numbers are given out a second time, and each leads to both its calls', async () => {
    const image = await takeImage();
    await restart();
    await office.takeCases(desk, 4);
    expect(await office.settleAndAudit()).toEqual([]);
    await desk.kill();
    desk.putBack(image);
    front.setPartition('refused');
    await restart();
    await office.takeCases(desk, 4);
    front.setPartition('none');
    expect(await office.settleAndAudit()).toEqual([]);
  });

  it('what only the lost disk held is gone, and nothing else', async () => {
    await office.takeCases(desk, 3);
    expect(await office.settleAndAudit()).toEqual([]);
    const image = await takeImage();
    front.setPartition('refused');
    await restart();
    await office.takeCases(desk, 2);
    await desk.kill();
    desk.putBack(image);
    expect(await office.strike(server)).toBe(2);
    await restart();
    await office.takeCases(desk, 4);
    front.setPartition('none');
    expect(await office.settleAndAudit()).toEqual([]);
  });
});
