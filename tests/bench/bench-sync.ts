/** Rows that need a server: push, pull, propagation. The server is a process of its own on a real PostgreSQL. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { currentCatalogue } from '../../src-data/cases/catalogue.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { createSyncClient, type SyncClient } from '../../src-data/sync/sync-client.ts';
import { createSyncLoop } from '../../src-data/sync/sync-loop.ts';
import { createSyncRound, type SyncRound } from '../../src-data/sync/sync-round.ts';
import { httpTransport } from '../../src-data/sync/transport.ts';
import { openPool, type Pool } from '../../src-server/db/pool.ts';
import { freshDatabase, startTestCluster } from '../../src-server/testing/fresh-database.ts';
import { createRandom } from '../simulation/random.ts';
import { openCommand } from './made-up-cases.ts';
import { type BenchRow, row, timeOf, timesOf } from './measure.ts';

interface Surroundings {
  readonly url: string;
  readonly pool: Pool;
  readonly folder: string;
}

interface Station {
  readonly db: WriteDb;
  readonly client: SyncClient;
  readonly round: SyncRound;
  readonly pushMs: () => number;
  onCases: (caseIds: readonly CaseId[]) => void;
}

export async function benchSync(commands: number, tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const cluster = await startTestCluster();
  const database = await freshDatabase(cluster.address);
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-bench-sync-'));
  const server = await startServer(database.url, folder);
  const around: Surroundings = { url: server.url, pool: openPool(database.url), folder };
  try {
    tell(`  pushing and pulling ${commands} commands`);
    const writer = openStation(around, 'writer');
    const push = await benchPush(around, writer, commands);
    const pull = await benchPull(around, commands);
    tell('  propagation');
    const propagation = await benchPropagation(around);
    return [push, pull, propagation];
  } finally {
    await around.pool.end();
    await server.stop();
    await database.drop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchPush(around: Surroundings, station: Station, commands: number): Promise<BenchRow> {
  await station.round.run();
  for (let index = 0; index < commands; index += 1) take(station, index);
  await station.round.run();
  await around.pool.query('CREATE TABLE bench_row (id uuid primary key, number text unique, at bigint, document jsonb)');
  const rows = Array.from({ length: commands }, (_, index) => openCommand(createRandom(index), index, 1_795_000_000_000));
  const connection = await around.pool.connect();
  const limit = await timeOf(async () => {
    await connection.query('BEGIN');
    for (const command of rows) {
      await connection.query({ name: 'bench-insert', text: 'INSERT INTO bench_row VALUES ($1, $2, $3, $4)', values: [randomUUID(), command.uid, command.madeAt, JSON.stringify(command)] });
    }
    await connection.query('COMMIT');
  });
  connection.release();
  const what = { measure: 'push after an outage', work: `${commands} cases taken offline`, limit: 'as many single INSERTs in one PostgreSQL transaction', goal: 1.5 };
  return row(what, [station.pushMs()], [limit]);
}

async function benchPull(around: Surroundings, commands: number): Promise<BenchRow> {
  const fresh = openStation(around, 'fresh');
  const measured = await timeOf(() => fresh.round.run());
  const documents = fresh.db.query<Record<string, never>, { document: string }>('SELECT document FROM case_document').all({});
  const bare = openDatabase(join(around.folder, 'limit.sqlite'));
  migrate(bare);
  const limit = await timeOf(() => {
    bare.transaction(() => {
      for (const { document } of documents) writeCase(bare, JSON.parse(document) as Case, 'confirmed');
    });
  });
  closeDatabase(bare);
  closeDatabase(fresh.db);
  const what = { measure: 'pull into a fresh workstation', work: `${Math.max(commands, documents.length)} cases, indexed and searchable`, limit: 'the same rows from memory in one SQLite transaction', goal: 1.3 };
  return row(what, [measured], [limit]);
}

async function benchPropagation(around: Surroundings): Promise<BenchRow> {
  const [from, to] = [openStation(around, 'from'), openStation(around, 'to')];
  const loops = [from, to].map((station) =>
    createSyncLoop({ round: station.round, client: station.client, now: Date.now, random: Math.random, onConnection: () => undefined, log: () => undefined }),
  );
  for (const loop of loops) loop.start();
  await waitUntil(() => loops.every((loop) => loop.connection().kind === 'online'));
  const measured = await timesOf(60, async (index) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let taken: CaseId | null = null;
    to.onCases = (caseIds) => {
      if (taken && caseIds.includes(taken)) resolve();
    };
    taken = take(from, 100_000_000 + index);
    loops[0]?.nudge();
    await promise;
  });
  await Promise.all(loops.map((loop) => loop.stop()));
  const limits = await commitAndRoundTrip(around.pool);
  for (const station of [from, to]) closeDatabase(station.db);
  return row({ measure: 'one desk to another', work: 'a case taken, on the other desk’s disk', limit: 'one PostgreSQL commit and one loopback round trip', goal: null }, measured, limits);
}

async function commitAndRoundTrip(pool: Pool): Promise<readonly number[]> {
  const echo = createServer((_request, reply) => reply.end('ok'));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/`; // safe: a TCP server has an AddressInfo
  const limits = await timesOf(60, async () => {
    await pool.query('INSERT INTO bench_row (id) VALUES ($1)', [randomUUID()]);
    await (await fetch(url)).text();
  });
  echo.close();
  echo.closeAllConnections();
  return limits;
}

/** Takes a case at a station; its services are those of the server's city. */
function take(station: Station, index: number): CaseId {
  const catalogue: Catalogue = must(currentCatalogue(station.db), 'the station has been greeted');
  const actor = must(catalogue.staff.find((member) => member.roles.includes('agent') && findStaff(catalogue, member.id)?.isActive), 'the city has an agent');
  const service = must(catalogue.services.find((candidate) => candidate.isActive && !candidate.questions.some((question) => question.isRequired)), 'the city has a service');
  const { args } = openCommand(createRandom(index), index % 800_000_000, Date.now() - 60_000);
  const request = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), type: 'case.open' as const, args: { ...args, serviceCode: service.code, answers: {} }, takesNumber: true };
  const outcome = runCommand(station.db, request, { actor, catalogue, now: Date.now });
  if (!outcome.ok) {
    // A day's outage takes more numbers than are kept in stock: the bench has some of its own.
    if (outcome.reason !== 'noNumberLeft') throw new Error(outcome.reason);
    station.db.exec('UPDATE sync_state SET self_issued = 0, enrolment = enrolment + 1');
    return take(station, index);
  }
  return request.caseId;
}

function openStation(around: Surroundings, name: string): Station {
  const db = openDatabase(join(around.folder, `${name}.sqlite`));
  migrate(db);
  const keyring = new Map<string, string>();
  const client = createSyncClient({ transport: httpTransport(around.url), now: Date.now });
  let pushMs = 0;
  const timed: SyncClient = {
    ...client,
    async push(...given) {
      const start = performance.now();
      const answer = await client.push(...given);
      pushMs += performance.now() - start;
      return answer;
    },
  };
  const station: Station = {
    db,
    client: timed,
    pushMs: () => pushMs,
    onCases: () => undefined,
    round: createSyncRound({
      db,
      client: timed,
      keys: { load: (id) => Promise.resolve(keyring.get(id) ?? null), save: (id, pem) => Promise.resolve(void keyring.set(id, pem)) },
      stationName: name,
      appVersion: 'bench',
      enrolCode: null,
      now: Date.now,
      onCasesChanged: (caseIds) => station.onCases(caseIds),
      onCatalogueChanged: () => undefined,
      log: () => undefined,
    }),
  };
  return station;
}

async function startServer(databaseUrl: string, folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['src-server/index.ts', '--port', '0', '--data', join(folder, 'server'), '--seed', 'demo', '--database-url', databaseUrl], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]; // safe: readline gives text
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}
