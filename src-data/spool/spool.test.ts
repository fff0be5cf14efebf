import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { queueReceipt } from './job-store.ts';
import { MAX_WAIT_MS } from './spool.ts';
import { Desk, type Fate, PAPER_OUT, PRINTED } from './testing/desk.ts';
import { settle } from './testing/fake-clock.ts';

it('prints what is queued, in order, once', async () => {
  const desk = new Desk();
  await desk.queue('a', 'b');
  await desk.queue('c');
  expect([desk.sent, desk.open()]).toEqual([['a', 'b', 'c'], []]);
});

it('prints what was queued by a process that ended before it could', async () => {
  const desk = new Desk();
  queueReceipt(desk.db, { jobId: 'a', receipt: SAMPLE_RECEIPT, now: desk.clock.now() });
  desk.restart();
  await settle();
  expect([desk.sent, desk.open()]).toEqual([['a'], []]);
});

describe('a printer that is not ready', () => {
  it('is tried again by itself, with longer and longer pauses, until all is printed', async () => {
    const desk = new Desk();
    desk.fates = Array.from({ length: 6 }, () => PAPER_OUT);
    await desk.queue('a', 'b');
    expect(desk.open()).toEqual(['a:waiting:paperOut', 'b:waiting']);
    const pauses: number[] = [];
    for (let pauseMs = 0; desk.sent.length === 0; pauseMs += 1_000) {
      const left = desk.fates.length;
      await desk.clock.pass(1_000);
      if (desk.fates.length === left && desk.sent.length === 0) continue;
      pauses.push((pauseMs + 1_000) / 1_000);
      pauseMs = -1_000;
    }
    expect([pauses, desk.sent, desk.open()]).toEqual([[1, 2, 4, 8, 15, 15], ['a', 'b'], []]);
  });

  it('is tried at once when the printer is set up anew', async () => {
    const desk = new Desk();
    desk.fates = [PAPER_OUT];
    await desk.queue('a');
    desk.spool.wake();
    await settle();
    expect(desk.sent).toEqual(['a']);
  });

  it('loses a receipt that a person leaves, even while it is being reached', async () => {
    const desk = new Desk();
    desk.onReaching = (jobId) => {
      if (jobId === 'a') desk.spool.settle('a', 'leave');
    };
    await desk.queue('a', 'b');
    expect([desk.sent, desk.open()]).toEqual([['b'], []]);
  });
});

describe('a receipt that may be on paper', () => {
  it.each<[string, Fate, string]>([
    ['the connection broke', { outcome: 'unknown', problem: 'connectionLost' }, 'connectionLost'],
    ['the sender failed', 'faultAfter', 'stopped'],
  ])('is never sent again by itself when %s; the next one is', async (_case, fate, problem) => {
    const desk = new Desk();
    desk.fates = [fate];
    await desk.queue('a', 'b');
    await desk.clock.pass(60_000);
    desk.restart();
    await settle();
    expect([desk.sent, desk.open()]).toEqual([['a', 'b'], [`a:needsLook:${problem}`]]);
  });

  it('needs a look after a power cut', async () => {
    const desk = new Desk();
    desk.fates = ['powerCut'];
    await desk.queue('a', 'b');
    expect(desk.open()).toEqual(['a:printing', 'b:waiting']);
    desk.restart();
    await settle();
    expect([desk.sent, desk.open()]).toEqual([['a', 'b'], ['a:needsLook:interrupted']]);
  });

  it('is printed again, or left, when a person says so, and only then', async () => {
    const desk = new Desk();
    desk.fates = ['faultAfter', 'faultAfter'];
    await desk.queue('a', 'b');
    expect(await desk.settle('a', 'printAgain')).toBe(true);
    expect(await desk.settle('b', 'leave')).toBe(true);
    expect(await desk.settle('b', 'printAgain')).toBe(false);
    expect([desk.sent, desk.open()]).toEqual([['a', 'b', 'a'], []]);
  });
});

it('asks a person about a receipt that nobody could print for half a day', async () => {
  const desk = new Desk();
  desk.fates = [PAPER_OUT];
  await desk.queue('a');
  await desk.clock.pass(MAX_WAIT_MS + 1);
  expect([desk.sent, desk.open()]).toEqual([[], ['a:needsLook:waitedTooLong']]);
  await desk.settle('a', 'printAgain');
  expect(desk.sent).toEqual(['a']);
});

it('sets a receipt aside that cannot be laid out, says so in the log, and goes on', async () => {
  const desk = new Desk();
  desk.isReadable = false;
  await desk.queue('a');
  desk.isReadable = true;
  await desk.queue('b');
  expect([desk.sent, desk.open()]).toEqual([['b'], ['a:needsLook:notReadable']]);
  expect(desk.log).toEqual([expect.stringMatching(/^spool: job a cannot be laid out/)]);
  expect(desk.log.join()).not.toContain(SAMPLE_RECEIPT.said);
});

it('starts nothing more once it was stopped', async () => {
  const desk = new Desk();
  desk.fates = [PAPER_OUT];
  await desk.queue('a');
  await desk.spool.stop();
  await desk.queue('b');
  await desk.clock.pass(60_000);
  expect([desk.sent, desk.clock.timers]).toEqual([[], []]);
});

describe('whatever happens to printer, process and people', () => {
  const fate = fc.constantFrom<Fate>(PRINTED, PAPER_OUT, { outcome: 'unknown', problem: 'noAnswer' }, 'faultBefore', 'faultAfter', 'powerCut');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('queue' as const) }),
    fc.record({ kind: fc.constant('fates' as const), fates: fc.array(fate, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
    fc.record({ kind: fc.constant('restart' as const) }),
    fc.record({ kind: fc.constantFrom('printAgain' as const, 'leave' as const), job: fc.nat(5) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  /** Runs the story; returns how often each job may have come out of the printer, and how often a person asked for it. */
  async function play(story: readonly Step[]): Promise<{ readonly desk: Desk; readonly asked: Map<string, number> }> {
    const desk = new Desk();
    const asked = new Map<string, number>();
    for (const next of story) {
      if (next.kind === 'queue') {
        const jobId = `job-${asked.size}`;
        asked.set(jobId, 1);
        await desk.queue(jobId);
      } else if (next.kind === 'fates') desk.fates.push(...next.fates);
      else if (next.kind === 'pass') await desk.clock.pass(next.ms);
      else if (next.kind === 'restart') desk.restart();
      else {
        const jobId = `job-${next.job}`;
        const isDone = await desk.settle(jobId, next.kind);
        if (isDone && next.kind === 'printAgain') asked.set(jobId, (asked.get(jobId) ?? 0) + 1);
      }
      await settle();
    }
    return { desk, asked };
  }

  it('no receipt is sent more often than a person asked for, and none is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (story) => {
        const { desk, asked } = await play(story);
        for (const [jobId, times] of asked) expect(desk.sent.filter((sent) => sent === jobId).length).toBeLessThanOrEqual(times);
        desk.fates = [];
        desk.restart();
        await settle();
        const waiting = desk.open().filter((job) => !job.includes(':needsLook:'));
        expect(waiting).toEqual([]);
      }),
    );
  });
});

it('lets something else have the printer only while no receipt is on its way, and prints what came meanwhile', async () => {
  const desk = new Desk();
  await settle(); // it has looked for what waits
  let finish = (): void => undefined;
  const test = desk.spool.aside(() => new Promise<string>((resolve) => (finish = () => resolve('tested'))));
  await desk.queue('a');
  expect([desk.sent, desk.spool.aside(() => Promise.resolve())]).toEqual([[], null]);
  finish();
  expect(await test).toBe('tested');
  await settle();
  expect(desk.sent).toEqual(['a']);
});
