import { describe, expect, it } from 'vitest';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';
import { trySeed } from './try-seed.ts';
import { useCluster } from './use-cluster.ts';

const cluster = useCluster();
const SEEDS = 10;
const STEPS = 100;

/** The first seed in which the check of the bug's own invariant finds it, all others being switched off. */
async function findingSeed(bug: PlantedBug): Promise<number | null> {
  const only = new Set([bug.invariant]);
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { failing } = await trySeed({ cluster: cluster(), seed, steps: STEPS, bug, only });
    if (failing) return seed;
  }
  return null;
}

describe('the simulation finds a planted bug by the invariant it breaks', () => {
  it.each(PLANTED_BUGS.map((bug) => [bug.invariant, bug.name, bug] as const))('%s: %s', async (_invariant, _name, bug) => {
    expect(await findingSeed(bug)).not.toBeNull();
  });
});
