import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { drawStory, type Without } from './story/draw-story.ts';
import { TYPED_WORDS } from './words.ts';
import { useCluster } from './use-cluster.ts';

const cluster = useCluster();

/**
 * Version 1 has no marks and no copies of what a restored server lost, so after a restore the two runs may rightly differ; and
 * with fewer requests per round a fault would hit another one. Everything else happens.
 */
const COMPARABLE: Without = new Set(['serverRestored', 'serverPutBack', 'serverAnew', 'wireFaults', 'serverStops', 'stationStops', 'meanwhile']);

it.each([1, 2, 3])('I16, seed %i: with every second station on the protocol before, the server ends with the same record', async (seed) => {
  const story = drawStory(seed, 80, COMPARABLE);
  const newer = await simulate({ cluster: cluster(), seed, story });
  const mixed = await simulate({ cluster: cluster(), seed, story, isMixed: true });
  expect(newer.broken).toEqual([]);
  expect(mixed.broken).toEqual([]);
  expect(mixed.cases).toEqual(newer.cases);
  expect(newer.cases.size).toBeGreaterThan(3);
});

it('a mixed office holds under every fault too', async () => {
  const report = await simulate({ cluster: cluster(), seed: 11, story: drawStory(11, 100, new Set(['serverPutBack'])), isMixed: true, words: TYPED_WORDS });
  expect(report.broken).toEqual([]);
});
