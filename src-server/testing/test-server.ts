import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { buildApp } from '../app.ts';
import type { AppDeps } from '../app-deps.ts';
import { openCatalogues, publishCatalogue } from '../catalogue/catalogue-store.ts';
import { inTransaction } from '../db/transaction.ts';
import { silentLog } from '../log.ts';
import { openNumberLeases } from '../numbers/leases.ts';
import { useDatabase } from './use-database.ts';

/** The whole HTTP server on a real database; requests go in by `app.inject`, or over a port after `app.listen`. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  /** Connection string of its database. */
  readonly databaseUrl: string;
}

export interface TestServerOptions {
  /** Null: a server nobody has set up yet. */
  readonly catalogue?: Catalogue | null;
  readonly deps?: Partial<AppDeps>;
}

/** What the enrolment of a workstation elsewhere needs in tests. */
export const TEST_ENROL_CODE = 'TEST-CODE-1234';

const systemNow = (): UtcMs => utcMs(Date.now());

/** Gives the calling test file a server of its own with the small city. */
export function useServer(options: TestServerOptions = {}): () => TestServer {
  const database = useDatabase();
  let server: TestServer | undefined;
  beforeAll(async () => {
    const { pool, url } = database();
    const deps: AppDeps = {
      pool,
      log: silentLog(),
      now: systemNow,
      numbers: await openNumberLeases(pool, systemNow()),
      catalogues: openCatalogues(),
      enrolment: { code: TEST_ENROL_CODE, isNeededLocally: false },
      updatesDir: path.join(tmpdir(), 'portreeve-no-updates'),
      keepBackupsDays: 35,
      snapshotsDir: path.join(tmpdir(), `portreeve-snapshots-${randomUUID()}`),
      ...options.deps,
    };
    await setUpCity(deps, options.catalogue === undefined ? SMALL_CITY : options.catalogue);
    server = { app: buildApp(deps), deps, databaseUrl: url };
    await server.app.ready();
  });
  afterAll(async () => {
    await server?.app.close();
  });
  return () => {
    if (server === undefined) throw new Error('the server is made in beforeAll; ask for it inside a test');
    return server;
  };
}

async function setUpCity({ pool, now }: AppDeps, catalogue: Catalogue | null): Promise<void> {
  if (catalogue !== null) await inTransaction(pool, {}, (tx) => publishCatalogue(tx, catalogue, { at: now(), by: 'test' }));
}
