import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PrintWindow, withPrintWindow } from './print-window.ts';

type StepOutcome = 'ok' | 'fails' | 'breaks' | 'hangs';

/** A window whose steps go as told; it remembers how often it was destroyed. */
class FakeWindow implements PrintWindow {
  destroyed = 0;
  private readonly steps: readonly StepOutcome[];
  private taken = 0;
  private fail: (reason: string) => void = () => undefined;

  constructor(steps: readonly StepOutcome[]) {
    this.steps = steps;
  }

  load = (): Promise<void> => this.step(undefined);
  measureHeight = (): Promise<number> => this.step(700);
  printToPdf = (): Promise<Uint8Array> => this.step(Uint8Array.of(1));
  print = (): Promise<null> => this.step(null);

  onFailure(listener: (reason: string) => void): void {
    this.fail = listener;
  }

  destroy(): void {
    this.destroyed += 1;
  }

  private async step<T>(value: T): Promise<T> {
    const outcome = this.steps[this.taken] ?? 'ok';
    this.taken += 1;
    if (outcome === 'fails') throw new Error('step failed');
    if (outcome === 'breaks') this.fail('window broke');
    if (outcome === 'breaks' || outcome === 'hangs') return new Promise<never>(() => undefined);
    return value;
  }
}

async function printWith(window: FakeWindow): Promise<number> {
  return withPrintWindow(
    () => window,
    '<p>receipt</p>',
    async (opened) => {
      const height = await opened.measureHeight();
      return height + (await opened.printToPdf({})).length;
    },
    5,
  );
}

it('destroys its window exactly once, whichever way the work ends', async () => {
  const outcome = fc.constantFrom<StepOutcome>('ok', 'fails', 'breaks', 'hangs');
  await fc.assert(
    fc.asyncProperty(fc.tuple(outcome, outcome, outcome), async (steps) => {
      const window = new FakeWindow(steps);
      const ended = await printWith(window).then(
        () => 'done',
        (error: unknown) => (error as Error).message, // safe: the fake throws errors only
      );
      const first = steps.find((step) => step !== 'ok');
      const messages = { fails: 'step failed', breaks: 'window broke', hangs: 'the document was not ready for paper in time' };
      expect([ended, window.destroyed]).toEqual([first === undefined ? 'done' : messages[first as keyof typeof messages], 1]);
    }),
  );
});

it('gives what the work gave', async () => {
  expect(await printWith(new FakeWindow([]))).toBe(701);
});
