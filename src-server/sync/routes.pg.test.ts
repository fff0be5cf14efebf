import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { HelloReply } from '../../src-shared/protocol/hello.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { HistoryReply } from '../../src-shared/protocol/push.ts';
import { openPool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readClock, takeRevision } from '../feed/clock.ts';
import { watchRevisions } from '../feed/revision-watch.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();

const helloBody = (station: TestStation, more: Record<string, unknown> = {}) => ({
  ...{ station: station.id, epoch: 1, seq: 0, hash: GENESIS_HASH, protos: [2, 1], app: '1.2.3', sentAt: Date.now() },
  ...more,
});

describe('hello', () => {
  test('says where the server stands and remembers the visit', async () => {
    const station = await TestStation.enrol(server().app);
    station.give('case.open', openArgs(await station.takeNumber()));
    await station.push();
    const reply = HelloReply.parse((await station.request('POST', '/sync/v1/hello', helloBody(station))).json());
    expect(reply).toMatchObject({ proto: 2, epoch: 1, seq: 1, hash: station.outbox[0]?.hash, buckets: ['city'], upgrade: 'none', lastBackupAt: null });
    const { rows } = await server().deps.pool.query('SELECT app_version, protocol FROM station WHERE id = $1', [station.id]);
    expect(rows).toEqual([{ app_version: '1.2.3', protocol: 2 }]);
  });

  test('finds the newest protocol both speak, or asks for an update', async () => {
    const station = await TestStation.enrol(server().app);
    expect((await station.request('POST', '/sync/v1/hello', helloBody(station, { protos: [1, 2, 99] }))).json()).toMatchObject({ proto: 2, upgrade: 'none' });
    expect((await station.request('POST', '/sync/v1/hello', helloBody(station, { protos: [1] }))).json()).toMatchObject({ proto: 1, upgrade: 'soon' });
    const refused = await station.request('POST', '/sync/v1/hello', helloBody(station, { protos: [99] }));
    expect(refused.json()).toMatchObject({ status: 426, code: 'upgradeRequired' });
  });

  test('lets a workstation below the floor send what it holds, and nothing else', async () => {
    const station = await TestStation.enrol(server().app);
    station.give('case.open', openArgs(await station.takeNumber()));
    const reply = await station.request('POST', '/sync/v1/hello', helloBody(station, { protos: [0] }));
    expect(reply.json()).toMatchObject({ proto: 0, upgrade: 'readonly' });
    expect(await station.pushOutcomes()).toEqual(['accepted']);
    await expect(station.pull()).rejects.toThrow(/426.*workstationTooOld/);
  });
});

describe('history', () => {
  test('lists what the server holds of the outbox after a seq, and what became of it', async () => {
    const station = await TestStation.enrol(server().app);
    const commands = [station.give('case.open', openArgs(await station.takeNumber()))];
    for (let at = 0; at < 3; at += 1) commands.push(station.give('case.addNote', { text: `${at}` }, { caseId: commands[0]!.caseId }));
    await station.push();
    const { rows } = HistoryReply.parse((await station.request('GET', '/sync/v1/history?from=2')).json());
    const accepted = { status: 'accepted', code: null, detail: null };
    expect(rows).toEqual([3, 4].map((seq) => ({ seq, uid: commands[seq - 1]?.uid, hash: station.outbox[seq - 1]?.hash, ...accepted })));
    expect(HistoryReply.parse((await station.request('GET', '/sync/v1/history?from=4')).json()).rows).toEqual([]);
  });
});

describe('events', () => {
  test('pokes at once and after every change, over a real connection, and ends when the server stops', async () => {
    const { app } = server();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const station = await TestStation.enrol(app);
    const headers = station.signature('GET', '/sync/v1/events', '');
    const [response] = (await once(httpGet({ port, path: '/sync/v1/events', headers }), 'response')) as [IncomingMessage];
    expect(response.headers['content-type']).toBe('text/event-stream');
    const pokes = readPokes(response);
    const first = (await pokes.next()).value;
    station.give('case.open', openArgs(await station.takeNumber()));
    const { rev } = await station.push();
    let seen = first;
    while (seen !== undefined && seen.rev < rev) seen = (await pokes.next()).value;
    expect(seen).toEqual({ epoch: 1, rev });
    const ended = pokes.next();
    await app.close();
    expect((await ended).done).toBe(true);
  });

  test('tell of changes made through another server on the same database', async () => {
    const { deps, databaseUrl } = server();
    const pool = openPool(databaseUrl);
    const watch = watchRevisions(pool);
    const { rev } = await readClock(deps.pool);
    const seen = new Promise<number>((resolve) => {
      watch.subscribe((clock) => clock.rev > rev && resolve(clock.rev));
    });
    await inTransaction(deps.pool, {}, (tx) => takeRevision(tx, deps.now()));
    expect(await seen).toBe(rev + 1);
    watch.stop();
    await pool.end();
  });

  async function* readPokes(response: IncomingMessage): AsyncGenerator<{ epoch: number; rev: number }, undefined> {
    response.setEncoding('utf8');
    for await (const chunk of response) {
      for (const [, data] of String(chunk).matchAll(/^event: poke\ndata: (.+)$/gm)) yield JSON.parse(String(data)) as { epoch: number; rev: number };
    }
    return undefined;
  }
});
