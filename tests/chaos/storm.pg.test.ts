import { describe, expect, it, vi } from 'vitest';
import { storm } from './storm.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

const ROUNDS = 55;
const DESKS = 5;

describe('real processes in a storm', () => {
  it.each([1, 2, 3, 4])(
    `seed %i: after ${ROUNDS} rounds of kills, cuts, partitions, wrong clocks, copied and restored disks every number and every word is found`,
    async (seed) => {
      const report = await storm({ seed, rounds: ROUNDS, desks: DESKS, only: null, keep: false, tell: () => undefined });
      expect(report.wrong, [...report.story, ...report.wrong].join('\n')).toEqual([]);
      expect(report.carriedOut).toBeGreaterThan(ROUNDS); // the run did real work
      expect(report.gone).toBeLessThan(report.carriedOut / 4);
    },
  );
});
