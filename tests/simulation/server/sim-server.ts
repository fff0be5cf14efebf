/**
 * The real server code on real PostgreSQL, under the simulation's clock and without a port. It can be killed at any query,
 * its database can be copied and put back, and it can be set up anew.
 */
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { must } from '../../../src-shared/util/assert.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { buildApp } from '../../../src-server/app.ts';
import type { AppDeps } from '../../../src-server/app-deps.ts';
import { openCatalogues, publishCatalogue } from '../../../src-server/catalogue/catalogue-store.ts';
import { watchClocks } from '../../../src-server/clock-watch/watch-clocks.ts';
import { openPool, type Pool } from '../../../src-server/db/pool.ts';
import { writeSetting } from '../../../src-server/db/server-setting.ts';
import { inTransaction } from '../../../src-server/db/transaction.ts';
import { silentLog } from '../../../src-server/log.ts';
import { openNumberLeases } from '../../../src-server/numbers/leases.ts';
import type { ClusterAddress } from '../../../src-server/testing/fresh-database.ts';
import type { ServerStop } from '../story/event.ts';
import { copyDatabase, dropDatabase } from './copy-database.ts';
import { giveBack, nameOf, takeDatabase } from './own-database.ts';
import { ConnectionLost, type Gate, gatedPool, type Query } from './gated-pool.ts';

export interface SimServer {
  app(): FastifyInstance;
  /** The same database without the faults, for looking and for what an administrator does. */
  pool(): Pool;
  /** Breaks off at a later query; null: no more. */
  stopAt(stop: ServerStop | null): void;
  /** True from the moment it was killed until it is started again. */
  isDead(): boolean;
  /** States what the clock has brought, as the job does every minute; how many cases that were. */
  watchClocks(): Promise<number>;
  /** How often it was killed. */
  kills(): number;
  /** Calls back when the program ends, however; returns how to take that back. */
  whenDown(hangUp: () => void): () => void;
  /** Everything in memory is gone; what was committed is not. */
  restart(): Promise<void>;
  /** Keeps a copy of the database as it is now, in place of an earlier one. */
  takeImage(): Promise<void>;
  /** Puts the copy in the database's place. False when there is none. */
  putImageBack(): Promise<boolean>;
  /** Another database takes its place, as on the first day. */
  setUpAnew(): Promise<void>;
  dispose(): Promise<void>;
}

export interface SimServerOptions {
  readonly cluster: ClusterAddress;
  readonly seed: number;
  readonly now: () => UtcMs;
  readonly catalogue: () => Catalogue;
  /** A planted bug: asks something else instead. */
  readonly rewrite?: (query: Query) => Query;
  /** A planted bug: what is otherwise in its database. */
  readonly schemaChange: string | null;
}

export async function createSimServer(options: SimServerOptions): Promise<SimServer> {
  const { cluster, now } = options;
  const breaker = createBreaker(options.rewrite ?? ((query) => query));
  const listeners = new Set<() => void>();
  let life = 0;
  let image: string | null = null;
  let deps: AppDeps | null = null;
  let { url, pool, app } = await begin();

  async function begin() {
    life += 1;
    const newUrl = await takeDatabase(cluster);
    const newPool = openPool(newUrl);
    await preparePool(newPool);
    if (options.schemaChange !== null) await newPool.query(options.schemaChange);
    // What a first start draws at random: given, so that the seed gives the same numbers.
    await writeSetting(newPool, 'numberKey', Buffer.from(`${options.seed} ${life}`.padEnd(32)).toString('hex'));
    await inTransaction(newPool, {}, (tx) => publishCatalogue(tx, options.catalogue(), { at: now(), by: 'simulation' }));
    return { url: newUrl, pool: newPool, app: await startApp(newPool) };
  }

  async function startApp(on: Pool): Promise<FastifyInstance> {
    breaker.revive();
    const gated = gatedPool(on, breaker.gate);
    deps = {
      pool: gated,
      log: silentLog(),
      now,
      numbers: await openNumberLeases(on, now()),
      catalogues: openCatalogues(),
      enrolment: { code: 'SIMULATION', isNeededLocally: false },
      updatesDir: 'none',
      keepBackupsDays: 35,
    };
    const started = buildApp(deps);
    await started.ready();
    return started;
  }

  async function stopApp(): Promise<void> {
    for (const hangUp of [...listeners]) hangUp();
    listeners.clear();
    await app.close();
  }

  async function letGoOf(old: string): Promise<void> {
    if (options.schemaChange === null) giveBack(old);
    else await dropDatabase(cluster.adminUrl, nameOf(old));
  }

  /** Runs `change` while nobody is connected to the database. */
  async function offline(change: () => Promise<void>): Promise<void> {
    await stopApp();
    await pool.end();
    await change();
    pool = openPool(url);
    await preparePool(pool);
    app = await startApp(pool);
  }

  return {
    app: () => app,
    pool: () => pool,
    async watchClocks() {
      const { stated } = await watchClocks(must(deps, 'the server was started')).work(new AbortController().signal);
      return Number(stated);
    },
    stopAt: breaker.stopAt,
    isDead: breaker.isDead,
    kills: breaker.kills,
    whenDown(hangUp) {
      listeners.add(hangUp);
      return () => void listeners.delete(hangUp);
    },
    async restart() {
      breaker.stopAt(null);
      await stopApp();
      app = await startApp(pool);
    },
    async takeImage() {
      await offline(async () => {
        if (image !== null) await dropDatabase(cluster.adminUrl, image);
        image = await copyDatabase(cluster.adminUrl, { from: nameOf(url), to: `${nameOf(url)}_copy` });
      });
    },
    async putImageBack() {
      const from = image;
      if (from === null) return false;
      await offline(async () => {
        await dropDatabase(cluster.adminUrl, nameOf(url));
        await copyDatabase(cluster.adminUrl, { from, to: nameOf(url) });
      });
      return true;
    },
    async setUpAnew() {
      await stopApp();
      await pool.end();
      if (image !== null) await dropDatabase(cluster.adminUrl, image);
      image = null;
      await letGoOf(url);
      ({ url, pool, app } = await begin());
    },
    async dispose() {
      await stopApp();
      await pool.end();
      if (image !== null) await dropDatabase(cluster.adminUrl, image);
      await letGoOf(url);
    },
  };
}

/** Connections are kept: which query meets a new one must not depend on how long the machine took. */
async function preparePool(pool: Pool): Promise<void> {
  pool.options.idleTimeoutMillis = 0;
  await pool.query('SELECT 1');
}

/** Counts queries and breaks off where it was told to. */
function createBreaker(rewrite: (query: Query) => Query) {
  let stop: ServerStop | null = null;
  let left = 0;
  let dead = false;
  let kills = 0;

  /** Whether this is the query to break off at. */
  function isTheOne(sql: string): boolean {
    if (stop === null || (stop.of === 'commit' && sql !== 'COMMIT')) return false;
    left -= 1;
    return left === 0;
  }

  const gate: Gate = async (query, run) => {
    if (dead) throw new ConnectionLost();
    const isHere = isTheOne(query.sql);
    const { when, how } = stop ?? { when: 'before', how: 'killed' };
    if (isHere) stop = null;
    if (isHere && how === 'killed') {
      dead = true;
      kills += 1;
    }
    if (isHere && when === 'before') throw new ConnectionLost();
    const result = await run(rewrite(query));
    if (isHere) throw new ConnectionLost();
    return result;
  };

  return {
    gate,
    isDead: () => dead,
    kills: () => kills,
    revive: () => {
      dead = false;
    },
    stopAt(next: ServerStop | null) {
      stop = next;
      left = next?.nth ?? 0;
    },
  };
}
