import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../../src-data/cases/catalogue.ts';
import { countCases, findCase } from '../../src-data/cases/case-queries.ts';
import { readHorizon } from '../../src-data/horizon/horizon.ts';
import { countNumbersLeft } from '../../src-data/outbox/number-pool.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { queuePage } from '../../src-data/search/queue-queries.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import { httpTransport, type Transport, type TransportRequest } from '../../src-data/sync/transport.ts';
import { openArgs } from '../../src-data/testing/desk.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { revokeBuckets } from '../../src-server/feed/grants.ts';
import { openSnapshotFolder } from '../../src-server/snapshot/snapshot-folder.ts';
import { putCases } from '../../src-server/testing/many-cases.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { TestStation } from '../../src-server/testing/test-station.ts';
import { madeUpCase } from '../bench/made-up-cases.ts';
import { type FreshStation, freshStation, type OpenStation, until } from './fresh-station.ts';

const CASES = 2_500;
const OLDER = 5;
const snapshotsDir = mkdtempSync(join(tmpdir(), 'portreeve-snapshots-'));
const server = useServer({ catalogue: SMALL_CITY, deps: { snapshotsDir } });
let url = '';
let stations: FreshStation[] = [];

beforeAll(async () => {
  const cases = Array.from({ length: CASES }, (_, index) => madeUpCase(index, CASES));
  const pattern = must(cases[0], 'there are some');
  const older = Array.from({ length: OLDER }, (_, nth) => ({ ...pattern, id: CaseId.parse(randomUUID()), trackingNumber: trackingNumberFromPayload(990_000_000 + nth), state: 'closed' as const, closedAt: utcMs(Date.now() - 1_000 * DAY_MS) }));
  await putCases(server().deps.pool, [...cases, ...older]);
  url = await server().app.listen({ port: 0, host: '127.0.0.1' });
});

afterEach(() => {
  for (const fresh of stations) fresh.remove();
  stations = [];
});

function station(): FreshStation {
  const fresh = freshStation(url);
  stations.push(fresh);
  return fresh;
}

function search(open: OpenStation, text: string): number {
  return queuePage(open.db, { view: 'all', search: text, staffId: null, departmentCodes: [], neighborhoodCodes: [], now: utcMs(Date.now()) }, { sort: 'receivedNewest', after: null, limit: 50 }).rows.length;
}

const isReady = (open: OpenStation, cases = CASES): boolean => countCases(open.db) >= cases && open.loop.connection().kind === 'online' && readSyncState(open.db).cutRev > 0;
const takenOver = (fresh: FreshStation): readonly string[] => fresh.events.filter((event) => event.startsWith('records taken over'));

/** HTTP with something in between. */
function between(change: (request: TransportRequest, send: () => ReturnType<Transport>) => ReturnType<Transport>): Transport {
  const http = httpTransport(url);
  return (request) => change(request, () => http(request));
}

const isDownload = (request: TransportRequest): boolean => /^\/sync\/v1\/snapshot\/[0-9a-f]/.test(request.path);

describe('a fresh workstation', () => {
  it('gets its cases as a file, finds one by a typed word, and knows what it does not hold', async () => {
    const fresh = station();
    const open = fresh.open();
    await until(() => isReady(open));
    expect(takenOver(fresh)).toEqual([`records taken over {"kind":"taken","caseCount":${CASES}}`]);
    expect(search(open, 'Report 1234')).toBe(1);
    expect(open.getReady.progress()).toBeNull();
    expect(existsSync(fresh.gettingReadyFolder)).toBe(false);
    const horizon = (Math.floor(Date.now() / DAY_MS) - 730) * DAY_MS;
    expect(readHorizon(open.db)).toMatchObject({ closedSince: horizon, horizonDays: 730 });
    await open.close();
  });

  it('takes cases before the old ones are there, and loses none of them', async () => {
    const fresh = station();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const open = fresh.open({ transport: between(async (request, send) => (isDownload(request) ? held.then(send) : send())) });
    await until(() => currentCatalogue(open.db) !== null && countNumbersLeft(open.db) > 0 && open.getReady.progress() !== null);
    const taken = [1, 2].map(() => take(open));
    open.loop.nudge();
    await until(() => findCase(open.db, taken[0] ?? '')?.syncState === 'sent');
    expect(countCases(open.db)).toBe(2);
    taken.push(take(open));
    letGo();
    await until(() => isReady(open, CASES + 3) && taken.every((caseId) => findCase(open.db, caseId)?.syncState === 'confirmed'));
    expect(countCases(open.db)).toBe(CASES + 3);
    expect(takenOver(fresh)).toHaveLength(1);
    await open.close();
  });

  it('goes on with a download that broke off, after a restart too', async () => {
    const fresh = station();
    const ranges: (string | undefined)[] = [];
    const cutting = between(async (request, send) => {
      const reply = await send();
      if (!isDownload(request)) return reply;
      ranges.push(request.headers['range']);
      return { ...reply, body: cutAfter(reply.body, 100_000) };
    });
    const first = fresh.open({ transport: cutting });
    const compressed = join(fresh.gettingReadyFolder, 'snapshot.gz');
    await until(() => fresh.events.some((event) => event.startsWith('getting ready was cut short')));
    await first.close();
    const had = statSync(compressed).size;
    expect(had).toBeGreaterThan(0);
    writeFileSync(join(fresh.gettingReadyFolder, 'next.sqlite'), 'left over from a kill');
    const second = fresh.open({ transport: between(async (request, send) => (isDownload(request) && ranges.push(request.headers['range']), send())) });
    await until(() => isReady(second));
    expect([ranges[0], ranges.at(-1)]).toEqual([undefined, `bytes=${had}-`]);
    expect(takenOver(fresh)).toHaveLength(1);
    await second.close();
  });

  it('throws away a file whose bytes were altered, and fetches it anew', async () => {
    const fresh = station();
    let downloads = 0;
    const altering = between(async (request, send) => {
      const reply = await send();
      return isDownload(request) && (downloads += 1) === 1 ? { ...reply, body: altered(reply.body) } : reply;
    });
    const open = fresh.open({ transport: altering });
    await until(() => isReady(open));
    expect(fresh.events.filter((event) => event.startsWith('what was fetched is not fit'))).toHaveLength(1);
    expect(downloads).toBe(2);
    await open.close();
  });

  it('makes a file of its own from the stream where the server has none', async () => {
    const fresh = station();
    const none = { status: 404, header: () => null, body: (async function* () {})() };
    const open = fresh.open({ transport: between((request, send) => (request.path.startsWith('/sync/v1/snapshot') ? Promise.resolve(none) : send())) });
    await until(() => isReady(open));
    expect(takenOver(fresh)).toHaveLength(1);
    expect(search(open, 'Report 1234')).toBe(1);
    expect(readHorizon(open.db).closedSince).not.toBeNull();
    await open.close();
  });
});

describe('the file', () => {
  it('goes only to a workstation that may hold all of it', async () => {
    const other = await TestStation.enrol(server().app, 'Elsewhere');
    const [stored] = openSnapshotFolder(snapshotsDir).list();
    const path = `/sync/v1/snapshot/${must(stored, 'one was built').id}`;
    expect((await other.request('GET', path)).statusCode).toBe(200);
    await inTransaction(server().deps.pool, {}, (tx) => revokeBuckets(tx, other.id, ['city'], utcMs(Date.now())));
    expect((await other.request('GET', path)).statusCode).toBe(404);
    expect((await server().app.inject({ method: 'GET', url: path })).statusCode).toBe(401);
  });

  it('is known again after a restart of the server; what a kill left half-made is not', () => {
    const [stored] = openSnapshotFolder(snapshotsDir).list();
    const known = must(stored, 'one was built');
    writeFileSync(join(snapshotsDir, `${'a'.repeat(24)}.gz`), 'half');
    writeFileSync(join(snapshotsDir, `${'b'.repeat(24)}.json`), '{"id":');
    expect(openSnapshotFolder(snapshotsDir).list().map(({ id }) => id)).toEqual([known.id]);
    expect(readdirSync(snapshotsDir).toSorted()).toEqual([`${known.id}.gz`, `${known.id}.json`]);
    truncateSync(join(snapshotsDir, `${known.id}.gz`), 10);
    expect(openSnapshotFolder(snapshotsDir).list()).toEqual([]);
    expect(readdirSync(snapshotsDir)).toEqual([]);
  });
});

function take({ db }: OpenStation): string {
  const catalogue = must(currentCatalogue(db), 'it has come');
  const actor = must(findStaff(catalogue, 'agent'), 'the small city has an agent');
  const request = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), type: 'case.open' as const, args: openArgs({ receivedAt: Date.now() - 60_000 }), takesNumber: true };
  const outcome = runCommand(db, request, { actor, catalogue, now: Date.now });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case.id;
}

async function* cutAfter(body: AsyncIterable<Uint8Array>, bytes: number): AsyncIterable<Uint8Array> {
  let sent = 0;
  for await (const chunk of body) {
    yield chunk.subarray(0, bytes - sent);
    sent += chunk.byteLength;
    if (sent >= bytes) throw new Error('the line broke');
  }
}

async function* altered(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let isFirst = true;
  for await (const chunk of body) {
    if (isFirst) chunk[chunk.byteLength - 1] = (chunk[chunk.byteLength - 1] ?? 0) ^ 1;
    isFirst = false;
    yield chunk;
  }
}
