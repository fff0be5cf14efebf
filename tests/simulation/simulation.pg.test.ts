import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { drawStory } from './story/draw-story.ts';
import { tellFailure, trySeed } from './try-seed.ts';
import { useCluster } from './use-cluster.ts';

const cluster = useCluster();
const STEPS = 120;

describe('whatever happens to network, disks, power and server', () => {
  it.each([3, 4, 5, 7])('seed %i: nothing is lost, doubled or shown wrongly', async (seed) => {
    const { report, failing } = await trySeed({ cluster: cluster(), seed, steps: STEPS, shrinkTries: 30 });
    expect(failing === null ? '' : tellFailure(failing)).toBe('');
    expect(report.counts.commands).toBeGreaterThan(20); // the run did real work
  });
});

it('the same seed is the same story with the same end', async () => {
  const story = drawStory(6, 60);
  expect(drawStory(6, 60)).toEqual(story);
  const first = await simulate({ cluster: cluster(), seed: 6, story });
  const again = await simulate({ cluster: cluster(), seed: 6, story });
  expect(again.told).toEqual(first.told);
  expect(again.cases).toEqual(first.cases);
});
