import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { PresenceEvent } from '../../src-shared/protocol/presence.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { buildApp } from '../app.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { openPool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { grantBuckets } from '../feed/grants.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { createPresenceBoard } from './presence-board.ts';

const server = useServer();
/** Another server on the same database, with its own connections. */
let replica: FastifyInstance;
let closeReplica: () => Promise<void>;

beforeAll(async () => {
  const { deps, databaseUrl, app } = server();
  const pool = openPool(databaseUrl);
  replica = buildApp({ ...deps, pool });
  await replica.listen({ port: 0, host: '127.0.0.1' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  closeReplica = async () => {
    await replica.close();
    await pool.end();
  };
});
afterAll(() => closeReplica());

interface Stream {
  /** The next word about one workstation. */
  next(of: TestStation): Promise<PresenceEvent>;
  close(): void;
}

async function listen(app: FastifyInstance, station: TestStation): Promise<Stream> {
  const { port } = app.server.address() as AddressInfo; // safe: it listens on a port
  const request = httpGet({ port, path: '/sync/v1/events', headers: station.signature('GET', '/sync/v1/events', '') });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const events = presenceEvents(response);
  return {
    async next({ id }) {
      for (;;) {
        const event = must((await events.next()).value, 'the stream is open');
        if (event.station === id) return event;
      }
    },
    close: () => request.destroy(),
  };
}

async function* presenceEvents(response: IncomingMessage): AsyncGenerator<PresenceEvent, undefined> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, data] = /^event: presence\ndata: (.+)$/m.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (data !== undefined) yield PresenceEvent.parse(JSON.parse(data));
    }
  }
  return undefined;
}

async function desk(name: string, staffId = 'agent'): Promise<TestStation> {
  const station = await TestStation.enrol(server().app, name);
  await noteSignIn(server().deps.pool, { staffId, station: station.id, now: utcMs(Date.now()) });
  return station;
}

async function openedCase(station: TestStation, more: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = station.give('case.open', openArgs(await station.takeNumber(), more));
  await station.push();
  return caseId;
}

const say = async (station: TestStation, caseId: string | null, staffId = 'agent') =>
  (await station.request('POST', '/sync/v1/presence', { station: station.id, staffId, caseId })).json() as { isShown?: boolean; code?: string }; // safe: looked at by the test

describe('who has a case open', () => {
  test('is told to other workstations, through another server too, and when it is closed again', async () => {
    const [ana, ben, cy] = [await desk('Counter 1'), await desk('Counter 2'), await desk('Counter 3')];
    const caseId = await openedCase(ana);
    const streams = [await listen(server().app, ben), await listen(replica, cy)];
    // The other server's line to the database may still be opening: it is told until it hears.
    let isHeard = false;
    const told = (async () => {
      while (!isHeard) {
        await say(ana, caseId);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();
    for (const stream of streams) expect(await stream.next(ana)).toEqual({ station: ana.id, stationName: 'Counter 1', staffId: 'agent', caseId });
    isHeard = true;
    await told;
    await say(ana, null);
    for (const stream of streams) {
      expect(await stream.next(ana)).toMatchObject({ station: ana.id, caseId: null });
      stream.close();
    }
  });

  test('is told to a stream that opens later, and again only when it changes', async () => {
    const [ana, ben] = [await desk('Counter 4'), await desk('Counter 5')];
    const [first, second] = [await openedCase(ana), await openedCase(ana)];
    const early = await listen(server().app, ben);
    for (const caseId of [first, first, first]) await say(ana, caseId);
    const late = await listen(server().app, await desk('Counter 6'));
    expect((await late.next(ana)).caseId).toBe(first);
    await say(ana, second);
    expect([(await early.next(ana)).caseId, (await early.next(ana)).caseId]).toEqual([first, second]);
    [early, late].forEach((stream) => stream.close());
  });

  test('is not told of a sealed case to a workstation that may not hold it', async () => {
    const { pool } = server().deps;
    const head = await desk('Water office', 'water.head');
    const [other, allowed] = [await desk('Counter 8'), await desk('Water office 2')];
    for (const { id } of [head, allowed]) await inTransaction(pool, {}, (tx) => grantBuckets(tx, id, ['sealed:WATER'], utcMs(Date.now())));
    const [sealed, open] = [await openedCase(head, { departmentCode: 'WATER', isSealed: true }), await openedCase(head, { departmentCode: 'WATER' })];
    const [blind, seeing] = [await listen(server().app, other), await listen(server().app, allowed)];
    expect(await say(head, sealed, 'water.head')).toEqual({ isShown: true });
    expect((await seeing.next(head)).caseId).toBe(sealed);
    await say(head, open, 'water.head');
    expect((await blind.next(head)).caseId).toBe(open);
    expect((await seeing.next(head)).caseId).toBe(open);
    expect(await say(head, sealed, 'water.head')).toEqual({ isShown: true });
    expect((await blind.next(head)).caseId).toBeNull();
    [blind, seeing].forEach((stream) => stream.close());
  });

  test('is not shown for somebody who has not signed in there, nor for a case the server does not know', async () => {
    const ana = await desk('Counter 9');
    const caseId = await openedCase(ana);
    expect(await say(ana, caseId, 'agent2')).toEqual({ isShown: false });
    expect(await say(ana, '00000000-0000-4000-8000-000000000000')).toEqual({ isShown: false });
  });

  test('is said a bounded number of times a minute', async () => {
    const ana = await desk('Counter 10');
    const codes = [];
    for (let at = 0; at < 95; at += 1) codes.push((await say(ana, null)).code);
    expect(codes.slice(0, 90)).toEqual(Array(90).fill(undefined));
    expect(codes.at(-1)).toBe('tooManyWords');
  });
});

test('a workstation that falls silent is gone a minute later', async () => {
  let now = 0;
  const told: (string | null)[] = [];
  const { promise: isGone, resolve } = Promise.withResolvers<void>();
  const board = createPresenceBoard({ now: () => now, holdersOf: (_buckets, stations) => Promise.resolve(new Set(stations)), everyMs: 5 });
  const word = PresenceEvent.parse({ station: 'st-00000000000a', stationName: 'Counter 1', staffId: 'agent', caseId: '00000000-0000-4000-8000-000000000000' });
  board.follow('st-00000000000b', ({ caseId }) => {
    told.push(caseId);
    if (caseId === null) resolve();
    else now += 60_000;
  });
  board.take({ ...word, buckets: ['city'] });
  await isGone;
  expect(told).toEqual([word.caseId, null]);
  board.stop();
});
