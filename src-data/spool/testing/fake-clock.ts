import { type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import type { SpoolClock } from '../spool.ts';

/** A clock that moves only when told; timers run when their moment has come. */
export class FakeClock implements SpoolClock {
  timers: { readonly at: number; readonly work: () => void }[] = [];
  private time = 1_000_000;

  now(): UtcMs {
    return utcMs(this.time);
  }

  after(delayMs: number, work: () => void): () => void {
    const timer = { at: this.time + delayMs, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  async pass(ms: number): Promise<void> {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.work();
    await settle();
  }
}

/** Lets everything that is ready to run do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
