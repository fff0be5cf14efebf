import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { type ClusterAddress, startTestCluster } from './fresh-database.ts';
import { makeNewCluster } from './new-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases are made; see `use-database.ts`. */
    testCluster: ClusterAddress;
  }
}

/** Vitest's global set-up for `*.pg.test.ts`: one cluster for all files of a run, stopped at its end, and one for servers to begin with. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const newCluster = await makeNewCluster();
  const cluster = await startTestCluster();
  project.provide('testCluster', cluster.address);
  return async () => {
    await cluster.stop();
    rmSync(newCluster, { recursive: true, force: true });
  };
}
