/** Rows of the feed: how many writing transactions a second the one order of revisions lets through, against PostgreSQL alone. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { openCatalogues } from '../../src-server/catalogue/catalogue-store.ts';
import type { Connection, Pool } from '../../src-server/db/pool.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { readClock } from '../../src-server/feed/clock.ts';
import { DEFAULT_BUCKETS, enrolStation } from '../../src-server/fleet/enrol-station.ts';
import { silentLog } from '../../src-server/log.ts';
import { openNumberLeases } from '../../src-server/numbers/leases.ts';
import { push, type PushDeps } from '../../src-server/sync/push.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import { openGround } from './ground.ts';
import { madeUpOutbox, type MadeUpOutbox } from './made-up-outbox.ts';
import { type BenchRow, percentile, row } from './measure.ts';
import { watchClock } from './watch-clock.ts';

const WRITERS = [1, 4, 16];
const TRANSACTIONS = 1_600;
const FULL_BATCHES = 40;
const FULL_BATCH = 200;

interface Writer {
  readonly station: StationId;
  readonly epoch: number;
  readonly outbox: MadeUpOutbox;
}

/** Writers push in this process, without HTTP: what is measured is the order of the feed, the rules and PostgreSQL. */
export async function benchFeed(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  try {
    const now = () => utcMs(Date.now());
    const deps: PushDeps = { pool: ground.pool, log: silentLog(), now, catalogues: openCatalogues(), numbers: await openNumberLeases(ground.pool, now()) };
    await ground.pool.query('CREATE TABLE bench_clock (rev bigint NOT NULL); INSERT INTO bench_clock VALUES (0); CREATE TABLE bench_commit (id bigserial PRIMARY KEY, rev bigint, document jsonb)');
    const rows: BenchRow[] = [];
    for (const writers of WRITERS) {
      tell(`  ${writers} writing at once`);
      rows.push(await oneByOne(deps, writers));
    }
    tell('  full batches');
    return [...rows, await fullBatches(deps)];
  } finally {
    await ground.close();
  }
}

async function oneByOne(deps: PushDeps, writers: number): Promise<BenchRow> {
  const each = Math.floor(TRANSACTIONS / writers);
  const pushed = await pushAll(deps, { writers, batches: each, size: 1 });
  const bare = await bareTransactions(deps.pool, writers, each);
  const commits = await bareCommits(deps.pool, writers, each);
  const transactions = each * writers;
  const what = {
    measure: 'writing transactions of the feed',
    work: `one case each, ${writers} writing at once; time per transaction`,
    limit: 'bare lock, counter and one INSERT',
    goal: null,
    beside: {
      'a second': perSecond(transactions, pushed.ms),
      'bare with lock and counter': perSecond(transactions, bare),
      'bare commits': perSecond(transactions, commits),
      ...holds(pushed),
    },
  };
  return row(what, [pushed.ms / transactions], [bare / transactions]);
}

/** What a storm is made of: each transaction carries as much as a push may. */
async function fullBatches(deps: PushDeps): Promise<BenchRow> {
  const writers = 4;
  const each = FULL_BATCHES / writers;
  const pushed = await pushAll(deps, { writers, batches: each, size: FULL_BATCH });
  const cases = FULL_BATCHES * FULL_BATCH;
  const bare = await bareInserts(deps.pool, cases);
  const what = {
    measure: 'cases through the feed',
    work: `${FULL_BATCHES} pushes of ${FULL_BATCH} cases, ${writers} at once; time per case`,
    limit: 'one INSERT each, in one PostgreSQL transaction',
    goal: null,
    beside: { 'cases a second': perSecond(cases, pushed.ms), ...holds(pushed) },
  };
  return row(what, [pushed.ms / cases], [bare / cases]);
}

function holds({ heldMs, latencies }: Pushed): Readonly<Record<string, number>> {
  return { 'clock held p50 ms': percentile(heldMs, 0.5), 'clock held p95 ms': percentile(heldMs, 0.95), 'answered p95 ms': percentile(latencies, 0.95) };
}

interface Pushed {
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly heldMs: readonly number[];
}

async function pushAll(deps: PushDeps, load: { readonly writers: number; readonly batches: number; readonly size: number }): Promise<Pushed> {
  const { pool, heldMs } = watchClock(deps.pool);
  const writers = await Promise.all(Array.from({ length: load.writers }, () => openWriter(deps, load.batches * load.size)));
  const latencies: number[] = [];
  const work = async ({ station, epoch, outbox }: Writer) => {
    for (let at = 0; at < outbox.rows.length; at += load.size) {
      const start = performance.now();
      const outcome = await push({ ...deps, pool }, { station, epoch, ...outbox.after(at, load.size) });
      latencies.push(performance.now() - start);
      if (!outcome.ok || outcome.reply.results.some(({ status }) => status !== 'accepted')) throw new Error(`push was not taken: ${JSON.stringify(outcome)}`);
    }
  };
  const start = performance.now();
  await Promise.all(writers.map(work));
  return { ms: performance.now() - start, latencies, heldMs };
}

let casesMade = 0;

/** A station whose outbox is full before the watch starts. */
async function openWriter(deps: PushDeps, cases: number): Promise<Writer> {
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
  const { station } = await enrolStation(deps.pool, { name: `writer ${randomBytes(4).toString('hex')}`, publicKey, app: 'bench', buckets: DEFAULT_BUCKETS, now: deps.now() });
  const numbers = await inTransaction(deps.pool, {}, (tx) => deps.numbers.lease(tx, station, cases, deps.now()));
  const outbox = madeUpOutbox(station, must(await deps.catalogues.newest(deps.pool), 'the demo city has one'));
  for (const number of numbers) outbox.take((casesMade += 1), number);
  return { station, epoch: (await readClock(deps.pool)).epoch, outbox };
}

const SQL = {
  lock: 'SELECT pg_advisory_xact_lock(1)',
  count: 'UPDATE bench_clock SET rev = rev + 1 RETURNING rev',
  insert: 'INSERT INTO bench_commit (rev, document) VALUES ($1, $2)',
};
const DOCUMENT = JSON.stringify({ text: 'x'.repeat(700) });

function bareTransactions(pool: Pool, writers: number, each: number): Promise<number> {
  return atOnce(pool, writers, async (connection) => {
    for (let done = 0; done < each; done += 1) {
      await connection.query('BEGIN');
      await connection.query(SQL.lock);
      const { rows } = await connection.query<{ rev: number }>(SQL.count);
      await connection.query(SQL.insert, [rows[0]?.rev, DOCUMENT]);
      await connection.query('COMMIT');
    }
  });
}

function bareCommits(pool: Pool, writers: number, each: number): Promise<number> {
  return atOnce(pool, writers, async (connection) => {
    for (let done = 0; done < each; done += 1) await connection.query(SQL.insert, [0, DOCUMENT]);
  });
}

function bareInserts(pool: Pool, count: number): Promise<number> {
  return atOnce(pool, 1, async (connection) => {
    await connection.query('BEGIN');
    for (let done = 0; done < count; done += 1) await connection.query(SQL.insert, [0, DOCUMENT]);
    await connection.query('COMMIT');
  });
}

async function atOnce(pool: Pool, writers: number, work: (connection: Connection) => Promise<void>): Promise<number> {
  const connections = await Promise.all(Array.from({ length: writers }, () => pool.connect()));
  const start = performance.now();
  await Promise.all(connections.map(work));
  const ms = performance.now() - start;
  for (const connection of connections) connection.release();
  return ms;
}

function perSecond(count: number, ms: number): number {
  return Math.round((count * 1_000) / ms);
}
