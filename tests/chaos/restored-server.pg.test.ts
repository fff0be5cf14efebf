/** The server's database goes back in time, with or without a word. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeskProcess } from './desk-process.ts';
import { openScenario, type Scenario } from './scenario.ts';
import type { ServerProcess } from './server-process.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

let office: Scenario;
let server: ServerProcess;
let desks: readonly DeskProcess[];

beforeEach(async () => {
  office = openScenario();
  server = await office.startServer('server');
  const fronts = await Promise.all([1, 2, 3].map((index) => office.proxy.openFront(`desk ${index}`)));
  desks = await Promise.all(fronts.map((front, index) => office.openDesk(`desk ${index + 1}`, front)));
});
afterEach(() => office.close());

async function everyoneTakes(count: number): Promise<void> {
  await Promise.all(desks.map((desk) => office.takeCases(desk, count)));
}

async function startAgain(): Promise<void> {
  await server.start();
  office.leadToServers();
}

/** Stops the server in good order, copies its folder, and starts it again. */
async function imageOfServer(): Promise<string> {
  const image = office.folder('server-image');
  await server.stop();
  server.copyTo(image);
  await startAgain();
  return image;
}

it('a copy of the server’s folder put back without telling it: what it lost comes from the workstations', async () => {
  await everyoneTakes(3);
  expect(await office.settleAndAudit()).toEqual([]);
  const image = await imageOfServer();
  await everyoneTakes(4);
  expect(await office.settleAndAudit()).toEqual([]);
  await server.cutPower();
  server.putBack(image);
  await everyoneTakes(2);
  await startAgain();
  expect(await office.strike(server)).toBe(0);
  await everyoneTakes(2);
  expect(await office.settleAndAudit()).toEqual([]);
});

it('the same with one desk that was away all the time, and numbers leased since', async () => {
  await everyoneTakes(2);
  expect(await office.settleAndAudit()).toEqual([]);
  const image = await imageOfServer();
  const [away, ...others] = desks;
  await away?.kill();
  for (const desk of others) await office.takeCases(desk, 160); // beyond the refill mark: fresh numbers are leased
  await expect.poll(async () => (await Promise.all(others.map((desk) => desk.status()))).every(({ waitingToSend }) => waitingToSend === 0), { timeout: 60_000 }).toBe(true);
  await server.cutPower();
  server.putBack(image);
  await startAgain();
  away?.start();
  await away?.untilReady();
  await everyoneTakes(3);
  expect(await office.settleAndAudit()).toEqual([]);
});

it('the drill: a backup by the product’s own command while desks work, the disk lost, the backup restored', async () => {
  await everyoneTakes(3);
  const [backup] = await Promise.all([server.backUp(), everyoneTakes(3)]);
  await everyoneTakes(3);
  expect(await office.settleAndAudit()).toEqual([]);
  const before = await Promise.all(desks.map(async (desk) => (await desk.status()).epoch));
  await server.stop();
  await everyoneTakes(2);
  await server.restore(backup);
  await startAgain();
  expect(await office.strike(server)).toBe(0);
  await everyoneTakes(2);
  expect(await office.settleAndAudit()).toEqual([]);
  const after = await Promise.all(desks.map(async (desk) => (await desk.status()).epoch));
  expect(new Set(after).size).toBe(1);
  expect(after[0]).toBeGreaterThan(before[0] ?? 0); // everybody knows that it was restored
});

it('twice, to the same copy', async () => {
  await everyoneTakes(2);
  const image = await imageOfServer();
  for (let time = 0; time < 2; time += 1) {
    await everyoneTakes(3);
    expect(await office.settleAndAudit()).toEqual([]);
    await server.cutPower();
    server.putBack(image);
    await startAgain();
  }
  await everyoneTakes(1);
  expect(await office.settleAndAudit()).toEqual([]);
});
