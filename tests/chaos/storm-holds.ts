import { expect, vi } from 'vitest';
import { storm } from './storm.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 }); // guards against hanging, not measures: the machine may be busy

/** Lived through on every run of the tests; longer storms and other seeds by `npm run chaos`. */
export const ROUNDS = 30;
const DESKS = 5;

/** Lives through one storm and looks everything up afterwards: what was wrong, after the story that led there; empty when all is found. */
export async function whatIsWrongAfter(seed: number): Promise<readonly string[]> {
  const report = await storm({ seed, rounds: ROUNDS, desks: DESKS, only: null, keep: false, tell: () => undefined });
  if (report.wrong.length > 0) return [...report.story, ...report.wrong];
  expect(report.carriedOut).toBeGreaterThan(ROUNDS); // the run did real work
  expect(report.gone).toBeLessThan(report.carriedOut / 4);
  return [];
}
