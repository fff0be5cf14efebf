import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestCluster, type TestCluster } from '../../src-server/testing/fresh-database.ts';
import '../../src-server/testing/global-setup.ts';
import { PLANTED_BUGS, type PlantedBug, simulate, type SimulationReport } from './simulate.ts';

let own: TestCluster | null = null;
beforeAll(async () => {
  if (!inject('testCluster')) own = await startTestCluster();
});
afterAll(async () => {
  await own?.stop();
});

function live(seed: number, bug: PlantedBug | null = null): Promise<SimulationReport> {
  const cluster = inject('testCluster') ?? own?.address;
  if (!cluster) throw new Error('no PostgreSQL to run against');
  return simulate({ cluster, seed, steps: 200, bug });
}

describe('whatever the network and the power do', () => {
  it.each([1, 2, 3, 4, 5])('seed %i: nothing is lost, doubled or shown wrongly', async (seed) => {
    const report = await live(seed);
    expect(report.broken, report.story.join('\n')).toEqual([]);
    expect(report.commands).toBeGreaterThan(20); // the run did real work
  });

  it.each([
    [8, 'a station killed between keeping its new key and taking on its new name'],
    [38, 'a sealed case on a disk that was put back'],
  ])('seed %i: %s', async (seed) => {
    const report = await live(seed);
    expect(report.broken, report.story.join('\n')).toEqual([]);
  });
});

describe('the simulation finds', () => {
  it.each(PLANTED_BUGS.map((bug) => [bug]))('the planted bug %s', async (bug) => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const report = await live(seed, bug);
      if (report.broken.length > 0) return;
    }
    expect.unreachable(`${bug} was not found in six seeds`);
  });
});
