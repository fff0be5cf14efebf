import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { type Connection, createSyncLoop, type SyncLoop } from './sync-loop.ts';
import { RoundEnd } from './round-end.ts';

type Outcome = 'good' | Error;
let rounds: number;
let outcomes: Outcome[];
let seen: Connection['kind'][];
let loop: SyncLoop;

beforeEach(() => {
  vi.useFakeTimers();
  rounds = 0;
  outcomes = [];
  seen = [];
  loop = createSyncLoop({
    round: {
      run() {
        rounds += 1;
        const outcome = outcomes.shift() ?? 'good';
        return outcome === 'good' ? Promise.resolve() : Promise.reject(outcome);
      },
      identity: () => null,
    },
    client: { listen: () => new Promise(() => undefined) },
    now: Date.now,
    random: () => 0,
    onConnection: (connection) => void seen.push(connection.kind),
    log: () => undefined,
  });
});
afterEach(async () => {
  await loop.stop();
  vi.useRealTimers();
});

/** Lets the loop run for a while. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const noAnswer = (): Error => new Error('the network is gone');

describe('rounds', () => {
  it('follow each other every 30 s while all is well, and at once when there is something to send', async () => {
    loop.start();
    await pass(29 * SECOND_MS);
    expect(rounds).toBe(1);
    await pass(2 * SECOND_MS);
    expect(rounds).toBe(2);
    loop.nudge();
    await pass(0);
    expect(rounds).toBe(3);
    expect(seen).toEqual(['online']);
  });

  it('come later and later while there is no answer, and at once when somebody gives a command', async () => {
    outcomes = Array.from({ length: 8 }, noAnswer);
    loop.start();
    await pass(4 * SECOND_MS); // tried after 0, 0.5, 1 and 2 s more
    expect(rounds).toBe(4);
    expect(seen).toEqual(['offline']);
    loop.nudge();
    await pass(0);
    expect(rounds).toBe(5);
  });

  it('wait as long as a busy server asks for, whatever is typed meanwhile; a person can insist', async () => {
    outcomes = [new RoundEnd('busy', { retryAfterMs: 20 * SECOND_MS })];
    loop.start();
    await pass(10 * SECOND_MS);
    loop.nudge();
    await pass(5 * SECOND_MS);
    expect(rounds).toBe(1);
    loop.hurry();
    await pass(0);
    expect(rounds).toBe(2);
  });

  it('go on by themselves when the pause is over, with what was typed meanwhile', async () => {
    outcomes = [new RoundEnd('busy', { retryAfterMs: 20 * SECOND_MS })];
    loop.start();
    await pass(1);
    loop.nudge();
    await pass(20 * SECOND_MS);
    expect(rounds).toBe(2);
  });

  it('stop with the server’s sentence, look again after a minute, and go on when it is mended', async () => {
    outcomes = [new RoundEnd('refused', { sentence: 'Call your IT office.' })];
    loop.start();
    await pass(59 * SECOND_MS);
    expect(loop.connection()).toMatchObject({ kind: 'stopped', sentence: 'Call your IT office.' });
    await pass(2 * SECOND_MS);
    expect(loop.connection().kind).toBe('online');
  });

  it('begin again at once after a new epoch or a fork', async () => {
    outcomes = [new RoundEnd('restored', { retryAfterMs: 0 })];
    loop.start();
    await pass(0);
    expect(rounds).toBe(2);
    expect(seen).toEqual(['online']);
  });
});
