import { afterAll, beforeAll, inject } from 'vitest';
import { type ClusterAddress, type FreshDatabase, emptyDatabase, freshDatabase, startTestCluster } from './fresh-database.ts';
import './global-setup.ts';

/**
 * Gives the calling test file a database of its own, of the newest schema; dropped when the file is done.
 *
 * Uses the cluster that `global-setup.ts` started; a file run by itself without it starts and stops one of its own.
 */
export function useDatabase(): () => FreshDatabase {
  return useDatabaseMadeBy(freshDatabase);
}

/** The same, but empty: no table at all. */
export function useEmptyDatabase(): () => FreshDatabase {
  return useDatabaseMadeBy(emptyDatabase);
}

function useDatabaseMadeBy(make: (cluster: ClusterAddress) => Promise<FreshDatabase>): () => FreshDatabase {
  let database: FreshDatabase | undefined;
  const cleanUp: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const address = inject('testCluster') ?? (await ownCluster(cleanUp));
    database = await make(address);
    cleanUp.unshift(database.drop);
  }, 60_000);
  afterAll(async () => {
    for (const step of cleanUp) await step();
  });
  return () => {
    if (database === undefined) throw new Error('the database is made in beforeAll; ask for it inside a test');
    return database;
  };
}

async function ownCluster(cleanUp: (() => Promise<void>)[]): Promise<ClusterAddress> {
  const cluster = await startTestCluster();
  cleanUp.push(() => cluster.stop());
  return cluster.address;
}
