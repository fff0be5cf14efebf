/** Rows that need a server: push, pull, propagation. The server is a process of its own on a real PostgreSQL. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { closeDatabase, openDatabase } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { createSyncLoop } from '../../src-data/sync/sync-loop.ts';
import type { Pool } from '../../src-server/db/pool.ts';
import { createRandom } from '../simulation/random.ts';
import { type Ground, openGround } from './ground.ts';
import { openCommand } from './made-up-cases.ts';
import { type BenchRow, row, timeOf, timesOf } from './measure.ts';
import { openStation, type Station, take } from './station.ts';

export async function benchSync(commands: number, tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  try {
    tell(`  pushing and pulling ${commands} commands`);
    const writer = openStation(ground.server.url, ground.folder, 'writer');
    const push = await benchPush(ground, writer, commands);
    const pull = await benchPull(ground, commands);
    tell('  propagation');
    const propagation = await benchPropagation(ground);
    closeDatabase(writer.db);
    return [push, pull, propagation];
  } finally {
    await ground.close();
  }
}

async function benchPush(ground: Ground, station: Station, commands: number): Promise<BenchRow> {
  await station.round.run();
  for (let index = 0; index < commands; index += 1) take(station, index);
  await station.round.run();
  await ground.pool.query('CREATE TABLE bench_row (id uuid primary key, number text unique, at bigint, document jsonb)');
  const rows = Array.from({ length: commands }, (_, index) => openCommand(createRandom(index), index, 1_795_000_000_000));
  const connection = await ground.pool.connect();
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

async function benchPull(ground: Ground, commands: number): Promise<BenchRow> {
  const fresh = openStation(ground.server.url, ground.folder, 'fresh');
  const measured = await timeOf(() => fresh.round.run());
  const documents = fresh.db.query<Record<string, never>, { document: string }>('SELECT document FROM case_document').all({});
  const bare = openDatabase(join(ground.folder, 'limit.sqlite'));
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

async function benchPropagation(ground: Ground): Promise<BenchRow> {
  const [from, to] = [openStation(ground.server.url, ground.folder, 'from'), openStation(ground.server.url, ground.folder, 'to')];
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
  const limits = await commitAndRoundTrip(ground.pool);
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

async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}
