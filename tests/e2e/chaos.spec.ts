import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { QUICK_FAULTS } from '../chaos/fault.ts';
import { createFaultyProxy, type FaultyProxy } from '../chaos/faulty-proxy.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import { closeAfterEachTest, keptServerFolder, openDesk, openServer, openWorkstation, signIn } from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { takeCall } from './support/take-call.ts';

/** The whole workstation, window and all, in the storm of tests/chaos; the density is there, here it is the real thing. */
closeAfterEachTest();

const SEED = 7;
/** At the eighth crash in two minutes the supervisor gives up, as it should (supervisor.spec.ts). */
const KILLS_OF_THE_DATA_PROCESS = 6;
const ROUNDS = 8;
const FAULT_RATE = 0.25;

let proxy: FaultyProxy;
let dataDir = '';
test.beforeEach(() => {
  proxy = createFaultyProxy({ random: createRandom(SEED), faults: QUICK_FAULTS, tell: () => undefined });
  dataDir = mkdtempSync(join(tmpdir(), 'portreeve-chaos-desk-'));
});
test.afterEach(async () => {
  await proxy.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** The process below Electron's main that owns the records: it holds them open. */
function dataProcessOf(workstation: RunningWorkstation): number {
  const main = workstation.app.process().pid ?? 0;
  const table = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const parents = new Map<number, number>();
  const candidates: number[] = [];
  for (const line of table.split('\n')) {
    const [, pid = '', ppid = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    parents.set(Number(pid), Number(ppid));
    if (args.includes('--type=utility') && args.includes('node.mojom.NodeService')) candidates.push(Number(pid));
  }
  const isBelowMain = (pid: number): boolean => pid === main || (pid > 1 && isBelowMain(parents.get(pid) ?? 0));
  const found = candidates.find(isBelowMain);
  if (found === undefined) throw new Error('the workstation has no data process');
  return found;
}

async function expectFound(page: Page, text: string, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(text);
  await expect(page.getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible({ timeout: 60_000 });
}

function call(index: number) {
  return { phone: `561555${3_000 + index}`, name: `Caller ${index}`, place: `${index} Storm Street`, words: `zq${String(index).padStart(4, '0')}q` };
}

test(`only the data process killed, ${KILLS_OF_THE_DATA_PROCESS} times: the window goes on with the same person, every number and word is there`, async () => {
  test.setTimeout(600_000);
  const server = await openServer();
  const workstation = await openWorkstation({ serverUrl: server.url, dataDir, name: 'Counter 1' });
  const { page } = workstation;
  await signIn(page, 'a.rivera');
  const numbers: string[] = [];
  for (let index = 0; index < KILLS_OF_THE_DATA_PROCESS; index += 1) {
    numbers.push(await takeCall(page, call(index)));
    const before = dataProcessOf(workstation);
    process.kill(before, 'SIGKILL');
    await expect.poll(() => answersAs(workstation, before), { timeout: 60_000 }).toBe('another process');
    await page.keyboard.press('Control+n');
  }
  expect(new Set(numbers).size).toBe(numbers.length);
  const office = await openDesk(server, 'j.brooks', 'Office');
  for (const [index, number] of numbers.entries()) {
    for (const desk of [page, office]) await expectFound(desk, call(index).words, number);
  }
  await workstation.close();
});

/** Whether the supervisor has brought the data process back. */
function answersAs(workstation: RunningWorkstation, killed: number): string {
  try {
    return dataProcessOf(workstation) === killed ? 'the same process' : 'another process';
  } catch {
    return 'nobody';
  }
}

test(`workstation, data process and server killed in turn on a bad line, ${ROUNDS} rounds: every number and every word is found at both desks`, async () => {
  test.setTimeout(900_000);
  const random: Random = createRandom(SEED);
  const serverDir = keptServerFolder();
  let server: RunningServer = await startServer({ dataDir: serverDir });
  proxy.setBackends([server.port]);
  const front = await proxy.openFront('counter');
  const launch = (): Promise<RunningWorkstation> => openWorkstation({ serverUrl: front.url, dataDir, name: 'Counter 1' });
  let workstation = await launch();
  await signIn(workstation.page, 'a.rivera');
  front.setFaultRate(FAULT_RATE);
  const numbers: string[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      numbers.push(await takeCall(workstation.page, call(round)));
      const victim = (['workstation', 'dataProcess', 'server', 'network'] as const)[round % 4];
      if (victim === 'workstation') {
        await workstation.kill();
        workstation = await launch();
        await signIn(workstation.page, 'a.rivera');
      } else {
        await workstation.page.keyboard.press('Control+n');
      }
      if (victim === 'dataProcess') {
        process.kill(dataProcessOf(workstation), 'SIGKILL');
      } else if (victim === 'server') {
        await server.kill();
        server = await startServer({ dataDir: serverDir });
        proxy.setBackends([server.port]);
      } else if (victim === 'network') {
        front.setPartition(random.pick(['refused', 'silent'] as const));
      }
    }
    front.setFaultRate(0);
    front.setPartition('none');
    const office = await openDesk(server, 'j.brooks', 'Office');
    for (const [index, number] of numbers.entries()) {
      for (const desk of [workstation.page, office]) await expectFound(desk, call(index).words, number);
    }
    expect(new Set(numbers).size).toBe(ROUNDS);
  } finally {
    await server.stop();
  }
});
