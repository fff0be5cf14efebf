import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AttentionReply, type Settlement } from '../../src-shared/protocol/attention.ts';
import { must } from '../../src-shared/util/assert.ts';
import { HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { writeSetting } from '../db/server-setting.ts';
import { inTransaction } from '../db/transaction.ts';
import { grantBuckets } from '../feed/grants.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();

interface Refused {
  readonly station: TestStation;
  readonly uid: string;
  readonly seq: number;
  readonly caseId: string;
}

/** A desk whose `author` gave a command that the server refuses: the case is closed already. */
async function refusedAt(station: TestStation, author = 'agent', more: Record<string, unknown> = {}): Promise<Refused> {
  const { caseId } = station.give('case.open', openArgs(await station.takeNumber(), more), { userId: 'agent' });
  station.give('case.close', { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null }, { caseId });
  const { uid } = station.give('case.transfer', { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: 'It is a main' }, { caseId, userId: author });
  await station.push();
  return { station, uid, seq: station.outbox.length, caseId };
}

const desk = (name?: string) => TestStation.enrol(server().app, name);
const signIn = (staffId: string, { id }: TestStation) => noteSignIn(server().deps.pool, { staffId, station: id, now: utcMs(Date.now()) });

function decision({ station, uid, seq }: Refused, action: Settlement['action'], more: Partial<Record<keyof Settlement, unknown>> = {}) {
  return { id: randomUUID(), uid, ofStation: station.id, seq, action, to: null, by: 'agent', madeAt: Date.now(), ...more };
}

async function exchange(station: TestStation, body: Record<string, unknown> = {}): Promise<AttentionReply> {
  const response = await station.request('POST', '/sync/v1/attention', { station: station.id, staffId: null, settlements: [], asks: [], tag: null, ...body });
  if (response.statusCode !== 200) throw new Error(`attention answered ${response.statusCode}: ${response.body}`);
  return AttentionReply.parse(response.json());
}

const listedFor = async (staffId: string, station: TestStation) => ((await exchange(station, { staffId })).list?.items ?? []).map(({ uid }) => uid);
const records = async ({ uid }: Refused) =>
  (await server().deps.pool.query<{ action: string; by: string; outcome: string }>('SELECT action, by_staff AS by, outcome FROM attention_settlement WHERE uid = $1 ORDER BY n', [uid])).rows;

describe('a decision', () => {
  test('is recorded once however often it is sent, also twice at the same moment', async () => {
    const entry = await refusedAt(await desk());
    const dropped = decision(entry, 'dropped');
    const replies = await Promise.all([1, 2, 3].map(() => exchange(entry.station, { settlements: [dropped, dropped] })));
    expect(replies.flatMap((reply) => reply.outcomes.map(({ outcome }) => outcome))).toEqual(Array(6).fill('settled'));
    expect(await records(entry)).toEqual([{ action: 'dropped', by: 'agent', outcome: 'settled' }]);
  });

  test('closes the entry for everyone who asks about it; a later one is on record and changes nothing', async () => {
    const entry = await refusedAt(await desk());
    const ask = async () => (await exchange(entry.station, { asks: [entry.uid] })).asked;
    expect(await ask()).toEqual([{ uid: entry.uid, isOpen: true, holder: null, handedBy: null }]);
    await exchange(entry.station, { settlements: [decision(entry, 'keptAsNote')] });
    expect(await ask()).toEqual([{ uid: entry.uid, isOpen: false, holder: null, handedBy: null }]);
    const { outcomes } = await exchange(await desk('Counter 2'), { settlements: [decision(entry, 'dropped', { by: 'admin' })] });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['late']);
    expect((await records(entry)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['keptAsNote settled', 'dropped late']);
  });

  test('about a command that is not here yet waits for it', async () => {
    const station = await desk();
    const entry = { station, uid: randomUUID(), seq: 9, caseId: '' };
    expect((await exchange(station, { settlements: [decision(entry, 'dropped')] })).outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
    expect(await records(entry)).toEqual([]);
  });

  test('finds a command that could not be read by its place in the outbox', async () => {
    const station = await desk();
    const uid = randomUUID();
    station.append({ uid, type: 'case.teleport', v: 1, userId: 'agent' });
    await station.push();
    await signIn('agent', station);
    expect(await listedFor('agent', station)).toContain(uid);
    const { outcomes } = await exchange(station, { settlements: [decision({ station, uid, seq: 1, caseId: '' }, 'dropped')] });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['settled']);
    expect(await listedFor('agent', station)).not.toContain(uid);
  });

  test('of somebody it is none of is refused, and the entry stays open', async () => {
    const entry = await refusedAt(await desk());
    const { outcomes } = await exchange(entry.station, { settlements: [decision(entry, 'dropped', { by: 'agent2' }), decision(entry, 'dropped', { by: 'gone' })] });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect((await exchange(entry.station, { asks: [entry.uid] })).asked[0]?.isOpen).toBe(true);
  });

  test('that hands over names a receiver, and any other names none', async () => {
    const entry = await refusedAt(await desk());
    for (const settlement of [decision(entry, 'handedOver'), decision(entry, 'dropped', { to: 'agent2' })]) {
      const response = await entry.station.request('POST', '/sync/v1/attention', { station: entry.station.id, staffId: null, settlements: [settlement], asks: [], tag: null });
      expect(response.statusCode).toBe(400);
    }
  });
});

describe('the list', () => {
  test('brings its author’s entries with their text to another desk, once they have signed in there', async () => {
    const entry = await refusedAt(await desk('Counter 7'));
    const other = await desk();
    expect(await listedFor('agent', other)).toEqual([]);
    await signIn('agent', other);
    const { list } = await exchange(other, { staffId: 'agent' });
    const item = must(list?.items.find(({ uid }) => uid === entry.uid), 'the entry is listed');
    expect(item).toMatchObject({ status: 'refused', code: 'caseClosed', ofStation: entry.station.id, seq: 3, stationName: 'Counter 7', holder: null });
    expect(item.command).toMatchObject({ type: 'case.transfer', args: { reason: 'It is a main' } });
    expect((await exchange(other, { staffId: 'agent', tag: list?.tag })).list).toBeNull();
    expect(await listedFor('agent2', other)).toEqual([]);
  });

  test('follows a hand-over: off the giver’s list, on the receiver’s with a word from whom', async () => {
    const entry = await refusedAt(await desk());
    const other = await desk();
    await signIn('agent', other);
    await signIn('agent2', other);
    await exchange(entry.station, { settlements: [decision(entry, 'handedOver', { to: 'agent2' })] });
    expect(await listedFor('agent', other)).not.toContain(entry.uid);
    const item = (await exchange(other, { staffId: 'agent2' })).list?.items.find(({ uid }) => uid === entry.uid);
    expect(item).toMatchObject({ holder: 'agent2', handedBy: 'agent' });
    await exchange(other, { settlements: [decision(entry, 'dropped', { by: 'agent2' })] });
    expect(await listedFor('agent2', other)).not.toContain(entry.uid);
  });

  test('shows a department’s head what has waited too long, an administrator everything, and nobody else anything', async () => {
    await writeSetting(server().deps.pool, 'attentionSupervisorAfterHours', 1);
    const entry = await refusedAt(await desk(), 'agent', { departmentCode: 'WATER' });
    const other = await desk();
    for (const staffId of ['water.head', 'admin', 'streets']) await signIn(staffId, other);
    expect(await listedFor('water.head', other)).not.toContain(entry.uid);
    await server().deps.pool.query('UPDATE command_result SET received_at = received_at - $2 WHERE uid = $1', [entry.uid, HOUR_MS + 1]);
    expect(await listedFor('water.head', other)).toContain(entry.uid);
    expect(await listedFor('admin', other)).toContain(entry.uid);
    expect(await listedFor('streets', other)).not.toContain(entry.uid);
  });

  test('shows what was set aside to supervisors at once', async () => {
    const station = await desk();
    const { uid } = station.give('case.open', openArgs(await station.takeNumber(), { departmentCode: 'WATER' }), { userId: 'gone' });
    await station.push();
    for (const staffId of ['water.head', 'agent']) await signIn(staffId, station);
    expect(await listedFor('water.head', station)).toContain(uid);
    expect(await listedFor('agent', station)).not.toContain(uid);
  });

  test('keeps a sealed case’s entry from those who may not see the case and from desks that may not hold it', async () => {
    const { pool } = server().deps;
    const station = await desk();
    const { uid: sealed } = station.give('case.open', openArgs(await station.takeNumber(), { departmentCode: 'WATER', isSealed: true, serviceCode: 'NONE' }));
    expect(await station.pushOutcomes()).toEqual(['refused unknownService']);
    const office = await desk();
    for (const at of [station, office]) for (const staffId of ['agent', 'admin', 'water.head', 'hr']) await signIn(staffId, at);
    expect(await listedFor('water.head', office)).not.toContain(sealed);
    await inTransaction(pool, {}, (tx) => grantBuckets(tx, office.id, ['sealed:WATER'], utcMs(Date.now())));
    expect(await listedFor('water.head', office)).toContain(sealed);
    for (const staffId of ['agent', 'admin', 'hr']) expect(await listedFor(staffId, office)).not.toContain(sealed);
  });

  test('refuses to hand a sealed entry to somebody who may not see the case', async () => {
    const station = await desk();
    const { uid } = station.give('case.open', openArgs(await station.takeNumber(), { departmentCode: 'WATER', isSealed: true, serviceCode: 'NONE' }));
    await station.push();
    const entry = { station, uid, seq: 1, caseId: '' };
    const settlements = [decision(entry, 'handedOver', { to: 'agent2' }), decision(entry, 'handedOver', { to: 'commission' }), decision(entry, 'handedOver', { to: 'water.head' })];
    expect((await exchange(station, { settlements })).outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'settled']);
  });
});

describe('the event stream', () => {
  test('says that asking is worth it when something was decided, and when something was set aside', async () => {
    const { app } = server();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo; // safe: it listens on a port
    const listener = await desk();
    const request = httpGet({ port, path: '/sync/v1/events', headers: listener.signature('GET', '/sync/v1/events', '') });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const hints = attentionEvents(response);
    const entry = await refusedAt(await desk());
    await exchange(entry.station, { settlements: [decision(entry, 'dropped')] });
    expect((await hints.next()).value).toBe('{}');
    const station = await desk();
    station.give('case.open', openArgs(await station.takeNumber()), { userId: 'gone' });
    await station.push();
    expect((await hints.next()).value).toBe('{}');
    request.destroy();
  });

  async function* attentionEvents(response: IncomingMessage): AsyncGenerator<string, undefined> {
    response.setEncoding('utf8');
    for await (const chunk of response) {
      for (const [, data] of String(chunk).matchAll(/^event: attention\ndata: (.+)$/gm)) yield String(data);
    }
    return undefined;
  }
});
