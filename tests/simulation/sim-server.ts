/** The real server code on real PostgreSQL, under the simulation's clock and without a port. */
import type { FastifyInstance } from 'fastify';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { buildApp } from '../../src-server/app.ts';
import { openCatalogues, publishCatalogue } from '../../src-server/catalogue/catalogue-store.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import type { Pool } from '../../src-server/db/pool.ts';
import { silentLog } from '../../src-server/log.ts';
import { openNumberLeases } from '../../src-server/numbers/leases.ts';
import { type ClusterAddress, freshDatabase } from '../../src-server/testing/fresh-database.ts';

export interface SimServer {
  app(): FastifyInstance;
  readonly pool: Pool;
  /** Everything in memory is gone; what was committed is not. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

export async function createSimServer(cluster: ClusterAddress, now: () => UtcMs): Promise<SimServer> {
  const database = await freshDatabase(cluster);
  const { pool } = database;
  await inTransaction(pool, {}, (tx) => publishCatalogue(tx, SMALL_CITY, { at: now(), by: 'simulation' }));
  let app = await start();

  async function start(): Promise<FastifyInstance> {
    const started = buildApp({
      pool,
      log: silentLog(),
      now,
      numbers: await openNumberLeases(pool, now()),
      catalogues: openCatalogues(),
      enrolment: { code: 'SIMULATION', isNeededLocally: false },
      updatesDir: 'none',
    });
    await started.ready();
    return started;
  }

  return {
    app: () => app,
    pool,
    async restart() {
      await app.close();
      app = await start();
    },
    async dispose() {
      await app.close();
      await database.drop();
    },
  };
}
