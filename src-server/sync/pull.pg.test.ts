import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandType } from '../../src-shared/commands/index.ts';
import { PushConflict } from '../../src-shared/protocol/push.ts';
import { publishCatalogue } from '../catalogue/catalogue-store.ts';
import { inTransaction } from '../db/transaction.ts';
import { grantBuckets, revokeBuckets } from '../feed/grants.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, readAnswer, TestStation } from '../testing/test-station.ts';

const server = useServer();
let desk: TestStation;

beforeEach(async () => {
  desk = await TestStation.enrol(server().app, 'Desk');
});

/** A station that holds these buckets and no others. */
async function stationWith(...buckets: readonly string[]): Promise<TestStation> {
  const station = await TestStation.enrol(server().app, buckets.join(' '));
  await inTransaction(server().deps.pool, {}, async (tx) => {
    await revokeBuckets(tx, station.id, ['city'], server().deps.now());
    await grantBuckets(tx, station.id, buckets, server().deps.now());
  });
  await station.pull();
  return station;
}

async function opened(at: TestStation, more: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = at.give('case.open', openArgs(await at.takeNumber(), more));
  await at.push();
  return caseId;
}

async function act(at: TestStation, caseId: string, type: CommandType, args: unknown): Promise<void> {
  at.give(type, args, { caseId });
  expect(await at.pushOutcomes()).toEqual(['accepted']);
}

describe('a pull', () => {
  test('gives a new workstation all there is and then only what has changed', async () => {
    const [first, second] = [await opened(desk), await opened(desk)];
    const other = await TestStation.enrol(server().app, 'Other');
    await other.pull();
    expect([...other.cases.keys()]).toEqual(expect.arrayContaining([first, second]));
    await act(desk, second, 'case.addNote', { text: 'News' });
    const { rows, header } = await other.pull();
    expect(rows.map(([, bucket, caseId, present]) => [bucket, caseId, present])).toEqual([['city', second, true]]);
    expect(other.cases.get(second)?.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: 'News' });
    expect((await other.pull()).rows).toEqual([]);
    expect(header.rev).toBe(other.cursors['city']);
  });

  test('names the workstations of the city, once to each until there are more', async () => {
    const known = (await desk.pull({ stationsKnown: 0 })).header.stations ?? [];
    expect(known).toContainEqual({ id: desk.id, name: 'Desk' });
    expect((await desk.pull({ stationsKnown: known.length })).header.stations).toBeUndefined();
    const counter = await TestStation.enrol(server().app, 'Counter 2');
    expect((await desk.pull({ stationsKnown: known.length })).header.stations).toContainEqual({ id: counter.id, name: 'Counter 2' });
    expect((await desk.pull()).header.stations).toBeUndefined();
  });

  test('sends a case that changed often once, as it is now', async () => {
    const caseId = await opened(desk);
    await desk.pull();
    for (let at = 0; at < 5; at += 1) await act(desk, caseId, 'case.addNote', { text: `note ${at}` });
    const { rows } = await desk.pull();
    expect(rows).toHaveLength(1);
    expect(desk.cases.get(caseId)?.history).toHaveLength(6);
  });

  test('names the last command whose effect is in it, and what became of the commands', async () => {
    const caseId = await opened(desk);
    desk.give('case.take', { seenAssigneeId: 'agent2' }, { caseId });
    await desk.push();
    const { header, results } = await desk.pull({ resultsAfter: 1 });
    expect(header).toMatchObject({ epoch: 1, seq: 2, hash: desk.outbox[1]?.hash, buckets: ['city'], reset: [] });
    expect(results).toEqual([['x', 2, 'refused', 'takenBySomeoneElse', { assigneeId: null }]]);
  });

  test('carries a newer catalogue and no older one', async () => {
    expect((await desk.pull({ catalogueVersion: 0 })).header.catalogue).toMatchObject({ version: 1 });
    expect((await desk.pull({ catalogueVersion: 1 })).header.catalogue).toBe(null);
    const { pool, now } = server().deps;
    await inTransaction(pool, {}, (tx) => publishCatalogue(tx, { ...SMALL_CITY, version: 2 }, { at: now(), by: 'admin' }));
    expect((await desk.pull({ catalogueVersion: 1 })).header.catalogue).toMatchObject({ version: 2 });
  });

  test('carries the rule books a workstation lacks, also of versions it never had, and only with a newer catalogue', async () => {
    const { pool, now } = server().deps;
    const publish = (version: number, dueSoonHours: number) => {
      const policies = SMALL_CITY.policies.map((policy) => ({ ...policy, dueSoonHours }));
      return inTransaction(pool, {}, (tx) => publishCatalogue(tx, { ...SMALL_CITY, version, policies }, { at: now(), by: 'admin' }));
    };
    const first = (await desk.pull({ catalogueVersion: 0 })).header.catalogue?.version ?? 0;
    await publish(first + 1, 48);
    await publish(first + 2, 48);
    await publish(first + 3, 12);
    const books = async (catalogueVersion: number, ruleBookVersion: number) => {
      const { header } = await desk.pull({ catalogueVersion, ruleBookVersion });
      return header.ruleBooks.map(({ version, policies }) => [version - first, policies[0]?.dueSoonHours]);
    };
    expect((await books(first, 0)).slice(-2)).toEqual([[1, 48], [3, 12]]);
    expect(await books(first + 2, first + 1)).toEqual([[3, 12]]);
    expect(await books(first + 3, 0)).toEqual([]);
  });

  test('of an earlier life of the server is answered with the new epoch', async () => {
    desk.epoch = 0;
    await expect(desk.pull()).rejects.toThrow(/409/);
    const response = await desk.request('POST', '/sync/v1/pull', { station: desk.id, epoch: 0, cursors: {}, resultsAfter: 0, numbersWanted: 0, catalogueVersion: 0 });
    expect(PushConflict.parse(response.json())).toMatchObject({ why: 'epoch', epoch: 1, seq: 0 });
  });

  test('comes compressed where the workstation takes it, the same to the byte', async () => {
    await opened(desk);
    const body = { station: desk.id, epoch: 1, cursors: {}, resultsAfter: 0, numbersWanted: 0, catalogueVersion: 0 };
    const plain = await desk.request('POST', '/sync/v1/pull', body);
    const packed = await desk.request('POST', '/sync/v1/pull', body, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    const unpacked = gunzipSync(packed.rawPayload).toString('utf8');
    expect(readAnswer(unpacked).rows).toEqual(readAnswer(plain.body).rows);
  });

  test('of thousands of rows arrives whole', async () => {
    const bulk = await TestStation.enrol(server().app, 'Bulk');
    await bulk.pull({ numbersWanted: 1_300 });
    for (const number of bulk.numbers.splice(0, 1_200)) bulk.give('case.open', openArgs(number));
    while (bulk.sent < bulk.outbox.length) await bulk.push(bulk.sent + 1, bulk.sent + 200);
    const fresh = await TestStation.enrol(server().app, 'Fresh');
    await fresh.pull();
    const { rows } = await server().deps.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM case_bucket WHERE bucket = 'city' AND present`);
    expect(fresh.cases.size).toBe(rows[0]?.n);
    expect((await bulk.pull()).results).toHaveLength(1_200);
  });
});

describe('buckets', () => {
  test('a transfer takes the case from a workstation that holds only the old department', async () => {
    const streets = await stationWith('dept:STREETS');
    const water = await stationWith('dept:WATER');
    const caseId = await opened(desk);
    await streets.pull();
    expect(streets.cases.has(caseId)).toBe(true);
    await act(desk, caseId, 'case.transfer', { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: 'A pipe' });
    const { rows } = await streets.pull();
    expect(rows).toContainEqual(['r', 'dept:STREETS', caseId, false, null]);
    expect(streets.cases.has(caseId)).toBe(false);
    await water.pull();
    expect(water.cases.get(caseId)?.departmentCode).toBe('WATER');
    await act(desk, caseId, 'case.transfer', { departmentCode: 'STREETS', seenDepartmentCode: 'WATER', reason: 'Not a pipe' });
    await streets.pull();
    expect(streets.cases.has(caseId)).toBe(true);
  });

  test('after the case has left, it can be added to from there but not changed', async () => {
    const streets = await stationWith('dept:STREETS');
    const caseId = await opened(desk);
    await streets.pull();
    await act(desk, caseId, 'case.transfer', { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: '' });
    streets.give('case.addNote', { text: 'seen on site yesterday' }, { caseId });
    streets.give('case.take', { seenAssigneeId: null }, { caseId });
    const { results } = await streets.push();
    expect(results).toMatchObject([{ status: 'accepted' }, { status: 'refused', code: 'movedToAnotherDepartment', detail: { departmentCode: 'WATER' } }]);
  });

  test('a case in two of a workstation’s buckets is sent whole once', async () => {
    const both = await stationWith('city', 'dept:STREETS');
    const caseId = await opened(desk);
    const { rows } = await both.pull();
    const documents = rows.filter((row) => row[2] === caseId).map(([, bucket, , , document]) => [bucket, document !== null]);
    expect(documents).toEqual([['city', true], ['dept:STREETS', false]]);
  });

  test('a sealed case never leaves the server but to those it is for', async () => {
    const hr = await stationWith('sealed:STREETS');
    const streets = await stationWith('dept:STREETS');
    const secret = 'the word nobody else may read';
    const caseId = await opened(desk, { isSealed: true, description: secret, kind: 'complaint' });
    for (const station of [desk, streets]) {
      const body = { station: station.id, epoch: 1, cursors: {}, resultsAfter: 0, numbersWanted: 0, catalogueVersion: 1 };
      const everything = await station.request('POST', '/sync/v1/pull', body);
      expect(everything.body).not.toContain(secret);
      expect(everything.body).not.toContain(caseId);
    }
    await hr.pull();
    expect(hr.cases.get(caseId)?.description).toBe(secret);
    desk.give('case.take', { seenAssigneeId: null }, { caseId });
    desk.give('case.addNote', { text: 'x' }, { caseId });
    expect((await desk.push()).results).toMatchObject([
      { status: 'refused', code: 'notPermitted', detail: {} },
      { status: 'refused', code: 'notPermitted', detail: {} },
    ]);
  });

  test('a bucket taken away and given back is filled anew', async () => {
    const caseId = await opened(desk);
    const station = await stationWith('dept:STREETS');
    expect(station.cases.has(caseId)).toBe(true);
    const before = station.cursors['dept:STREETS'];
    const { pool } = server().deps;
    await inTransaction(pool, {}, (tx) => revokeBuckets(tx, station.id, ['dept:STREETS'], server().deps.now()));
    const lost = await station.pull();
    expect(lost.header.buckets).toEqual([]);
    expect(station.cases.size).toBe(0);
    await inTransaction(pool, {}, (tx) => grantBuckets(tx, station.id, ['dept:STREETS'], server().deps.now()));
    // A workstation that missed the pull in between still has its cursor of old.
    station.cursors = { 'dept:STREETS': before ?? 0 };
    const { header } = await station.pull();
    expect(header.reset).toEqual(['dept:STREETS']);
    expect(station.cases.has(caseId)).toBe(true);
  });

  test('a cursor older than the exits that are kept is reset', async () => {
    const caseId = await opened(desk);
    await desk.pull();
    await server().deps.pool.query('UPDATE sync_clock SET min_rev = rev + 1, rev = rev + 1');
    const { header, rows } = await desk.pull();
    expect(header.reset).toEqual(['city']);
    expect(rows.some((row) => row[2] === caseId)).toBe(true);
    expect((await desk.pull()).header.reset).toEqual([]);
  });

  test('a cursor from a future this database does not have is reset', async () => {
    await desk.pull();
    desk.cursors = { city: 1_000_000_000 };
    expect((await desk.pull()).header.reset).toEqual(['city']);
  });
});
