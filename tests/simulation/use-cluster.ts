import { afterAll, beforeAll, inject } from 'vitest';
import { type ClusterAddress, startTestCluster, type TestCluster } from '../../src-server/testing/fresh-database.ts';
import '../../src-server/testing/global-setup.ts';
import { dropFreeDatabases } from './server/own-database.ts';

/** PostgreSQL for the calling test file: the run's own, or one started for it. */
export function useCluster(): () => ClusterAddress {
  let own: TestCluster | null = null;
  beforeAll(async () => {
    if (!inject('testCluster')) own = await startTestCluster();
  });
  const cluster = (): ClusterAddress => {
    const address = inject('testCluster') ?? own?.address;
    if (!address) throw new Error('no PostgreSQL to run against');
    return address;
  };
  afterAll(async () => {
    await dropFreeDatabases(cluster());
    await own?.stop();
  });
  return cluster;
}

export const seedOfTests = 7;
