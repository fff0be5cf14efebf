import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { SAMPLE_RECEIPT } from '../../tests/support/sample-receipt.ts';
import { openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { queueReceipt, unsettledJobs } from './job-store.ts';
import type { SendOutcome } from './send-receipt.ts';
import { createSpool, MAX_WAIT_MS, type Spool, type SpoolClock } from './spool.ts';

/** A clock that moves only when told; timers run when their moment has come. */
class FakeClock implements SpoolClock {
  private time = 1_000_000;
  private timers: { readonly at: number; readonly work: () => void }[] = [];

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

  get waitingTimers(): number {
    return this.timers.length;
  }
}

/** How the paper goes for one sending. `powerCut`: the process ends while bytes are on their way. */
type Fate = SendOutcome | 'withdrawnOnly' | 'throwsBefore' | 'throwsAfter' | 'powerCut';

interface Desk {
  readonly db: WriteDb;
  readonly clock: FakeClock;
  /** Jobs whose bytes left, in order: what the tray would show. */
  readonly sent: string[];
  readonly log: string[];
  fates: Fate[];
  spool: Spool;
  /** The data process ends without a word, and a new one starts over the same file. */
  restart(): void;
}

const PRINTED: SendOutcome = { outcome: 'printed' };
const PAPER_OUT: SendOutcome = { outcome: 'notSent', problem: 'paperOut' };

/** Lets everything that is ready to run do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

function openDesk(): Desk {
  const db = openDatabase(':memory:');
  migrate(db);
  const desk: Desk = {
    db,
    clock: new FakeClock(),
    sent: [],
    log: [],
    fates: [],
    spool: undefined as unknown as Spool, // set right below
    restart() {
      let isOver = false;
      const ended = new Promise<never>(() => undefined);
      this.endLast?.();
      this.endLast = () => (isOver = true);
      this.spool = createSpool({
        db,
        clock: desk.clock,
        target: () => ({ kind: 'none' }),
        layOut: (receipt) => Buffer.from(JSON.stringify(receipt)),
        onChange: () => undefined,
        log: (line) => desk.log.push(line),
        async send(_target, bytes, beforeFirstByte) {
          const fate = desk.fates.shift() ?? PRINTED;
          if (isOver) return ended;
          if (fate === 'throwsBefore') throw new Error('before');
          if (typeof fate === 'object' && fate.outcome === 'notSent') return fate;
          if (!beforeFirstByte()) return { outcome: 'withdrawn' };
          const { serviceName } = JSON.parse(Buffer.from(bytes).toString()) as ReceiptData;
          desk.sent.push(serviceName);
          if (fate === 'powerCut') return ended;
          if (fate === 'throwsAfter') throw new Error('after');
          return typeof fate === 'object' ? fate : PRINTED;
        },
      });
      this.spool.start();
    },
  } as Desk & { endLast?: () => void };
  return desk;
}
