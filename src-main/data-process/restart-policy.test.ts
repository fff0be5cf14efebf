import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCrash, DATA_PROCESS_LIMITS, type CrashTimes } from './restart-policy.ts';

/** Crashes at these times, one after the other; what was decided each time: the delay, or 'giveUp'. */
function decisionsFor(timesMs: readonly number[]): (number | 'giveUp')[] {
  let crashes: CrashTimes = [];
  return timesMs.map((nowMs) => {
    const decision = afterCrash(DATA_PROCESS_LIMITS, crashes, nowMs);
    crashes = decision.crashes;
    return decision.action === 'restart' ? decision.delayMs : 'giveUp';
  });
}

describe('afterCrash', () => {
  it('waits longer each time and gives up at the eighth crash in two minutes', () => {
    expect(decisionsFor([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000, 'giveUp']);
  });

  it('forgets crashes older than two minutes', () => {
    expect(decisionsFor([0, 1_000, 119_999, 121_000, 500_000])).toEqual([200, 400, 800, 400, 200]);
  });

  it('never gives up on a process that crashes every twenty seconds, and never waits more than five', () => {
    const decisions = decisionsFor(Array.from({ length: 100 }, (_, index) => index * 20_000));
    expect(decisions).not.toContain('giveUp');
    expect(Math.max(...decisions.map(Number))).toBe(5_000);
  });

  it('starts at most eight times in any two minutes, whatever the rhythm', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (gapsMs) => {
        let nowMs = 0;
        let crashes: CrashTimes = [];
        const starts = [0];
        for (const gapMs of gapsMs) {
          nowMs += gapMs;
          const decision = afterCrash(DATA_PROCESS_LIMITS, crashes, nowMs);
          if (decision.action === 'giveUp') break;
          crashes = decision.crashes;
          nowMs += decision.delayMs;
          starts.push(nowMs);
        }
        for (const start of starts) {
          expect(starts.filter((other) => other >= start && other - start < DATA_PROCESS_LIMITS.windowMs).length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});
