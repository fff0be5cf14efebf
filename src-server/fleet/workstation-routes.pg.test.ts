import { beforeAll, describe, expect, test } from 'vitest';
import { WorkstationsReply } from '../../src-shared/protocol/workstations.ts';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import { must } from '../../src-shared/util/assert.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { keepOwnStation } from './own-station-ids.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';

const boss = { ...must(SMALL_CITY.staff[0], 'it has staff'), id: 'it', name: 'it', roles: ['administrator'] };
const server = useServer({ catalogue: Catalogue.parse({ ...SMALL_CITY, staff: [...SMALL_CITY.staff, boss] }) });
let own: TestStation;
let other: TestStation;

beforeAll(async () => {
  const { app, deps } = server();
  own = await TestStation.enrol(app, 'Administration');
  other = await TestStation.enrol(app, 'Counter 1');
  for (const staffId of ['it', 'agent'] as const) await noteSignIn(deps.pool, { staffId, station: own.id, now: deps.now() });
});

const list = async () => WorkstationsReply.parse((await own.request('GET', '/fleet/v1/workstations?staff=it')).json()).workstations;
const block = (body: object, from = own) => from.request('POST', '/fleet/v1/block', { station: from.id, staff: 'it', isBlocked: true, ...body });
const code = async (response: ReturnType<TestStation['request']>) => {
  const answer = await response;
  return [answer.statusCode, answer.json<{ code: string }>().code];
};

describe('the workstations, for an administrator', () => {
  test('are listed by name, with when each was seen last, and which one asks', async () => {
    await other.pull();
    const found = await list();
    expect(found.map(({ name, isThis }) => [name, isThis])).toEqual([['Administration', true], ['Counter 1', false]]);
    expect(found[1]).toMatchObject({ id: other.id, isBlocked: false, holds: ['city'] });
  });

  test('one is blocked and let in again; meanwhile the server does not answer it, and what was typed there waits', async () => {
    expect((await block({ target: other.id })).statusCode).toBe(200);
    expect((await list()).map(({ isBlocked }) => isBlocked)).toEqual([false, true]);
    await expect(other.pull()).rejects.toThrow(/403/);
    await block({ target: other.id, isBlocked: false });
    await other.pull();
  });

  test('nobody blocks the one they sit at, nor one that is not there', async () => {
    expect(await code(block({ target: own.id }))).toEqual([409, 'ownWorkstation']);
    expect(await code(block({ target: 'st-00000000ffff' }))).toEqual([404, 'unknownWorkstation']);
    expect((await list()).some(({ isBlocked }) => isBlocked)).toBe(false);
  });

  test('the servers’ own are none of them, and are not shut out', async () => {
    const work = await TestStation.enrol(server().app, 'Portreeve server');
    await keepOwnStation(server().deps.pool, 'clock', StationId.parse(work.id));
    expect((await list()).map(({ name }) => name)).toEqual(['Administration', 'Counter 1']);
    expect(await code(block({ target: work.id }))).toEqual([404, 'unknownWorkstation']);
  });

  test('they are for nobody else, and from no workstation at which the administrator has not signed in', async () => {
    expect(await code(own.request('GET', '/fleet/v1/workstations?staff=agent'))).toEqual([403, 'notPermitted']);
    expect(await code(block({ target: other.id, staff: 'agent' }))).toEqual([403, 'notPermitted']);
    expect(await code(block({ target: own.id }, other))).toEqual([401, 'notSignedIn']);
  });
});
