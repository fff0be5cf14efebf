/** Every fault on every message of the protocol, one at a time, by name. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskProcess } from './desk-process.ts';
import { QUICK_FAULTS } from './fault.ts';
import type { Front } from './faulty-proxy.ts';
import { openScenario, type Scenario } from './scenario.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

const MESSAGES = ['/sync/v1/hello', '/sync/v1/push', '/sync/v1/pull'];

let office: Scenario;
let front: Front;
let desk: DeskProcess;
beforeAll(async () => {
  office = openScenario();
  await office.startServer('server');
  front = await office.proxy.openFront('desk');
  desk = await office.openDesk('desk', front);
  await office.openDesk('witness', await office.proxy.openFront('witness'));
});
afterAll(() => office.close());

describe.each(MESSAGES)('%s', (path) => {
  it.each(QUICK_FAULTS)('%s: the call is there once, at both desks', async (fault) => {
    front.resetAll(); // the next round greets again
    front.spoilNext(path, fault);
    front.spoilNext(path, fault);
    await office.takeCases(desk, 2);
    expect(await office.settleAndAudit()).toEqual([]);
  });
});

it.each(['/sync/v1/push', '/sync/v1/pull'])('%s on a line that goes dead without a word: the desk gives up waiting by itself', async (path) => {
  front.spoilNext(path, 'silent');
  await office.takeCases(desk, 1);
  expect(await office.settleAndAudit()).toEqual([]);
});

it('a first enrolment whose answers are lost twice makes one workstation that works', async () => {
  const own = await office.proxy.openFront('newcomer');
  own.spoilNext('/fleet/v1/enrol', 'replyLost');
  own.spoilNext('/fleet/v1/enrol', 'replyCut');
  own.spoilNext('/sync/v1/pull', 'replyCutInChunkHeader');
  const newcomer = await office.openDesk('newcomer', own);
  await office.takeCases(newcomer, 2);
  expect(await office.settleAndAudit()).toEqual([]);
});
