import { SAMPLE_RECEIPT } from '../../../src-shared/receipt/testing/sample-receipt.ts';
import { openDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { queueReceipt, unsettledJobs } from '../job-store.ts';
import type { SendOutcome } from '../send-outcome.ts';
import { createSpool, type Spool } from '../spool.ts';
import { FakeClock, settle } from './fake-clock.ts';

/** How one sending goes. `powerCut`: the process ends while bytes are on their way. */
export type Fate = Exclude<SendOutcome, { outcome: 'withdrawn' }> | 'faultBefore' | 'faultAfter' | 'powerCut';

export const PRINTED: Fate = { outcome: 'printed' };
export const PAPER_OUT: Fate = { outcome: 'notSent', problem: 'paperOut' };
const NEVER = new Promise<never>(() => undefined);

/** A workstation's spool over a real database, and a printer whose fate is told beforehand: printed, unless said otherwise. */
export class Desk {
  readonly db = openDatabase(':memory:');
  readonly clock = new FakeClock();
  /** Jobs whose bytes left, in order. */
  readonly sent: string[] = [];
  readonly log: string[] = [];
  fates: Fate[] = [];
  /** Called while a printer is being reached, before the first byte. */
  onReaching: (jobId: string) => void = () => undefined;
  isReadable = true;
  spool: Spool;

  constructor() {
    migrate(this.db);
    this.spool = this.restart();
  }

  /** The data process has ended without a word; a new one starts over the same records. */
  restart(): Spool {
    this.clock.timers = [];
    this.spool = createSpool({
      db: this.db,
      clock: this.clock,
      target: () => ({ kind: 'none' }),
      layOut: () => this.layOut(),
      onChange: () => undefined,
      log: (line) => this.log.push(line),
      send: (_target, _bytes, beforeFirstByte) => this.send(beforeFirstByte),
    });
    this.spool.start();
    return this.spool;
  }

  async queue(...jobIds: readonly string[]): Promise<void> {
    for (const jobId of jobIds) queueReceipt(this.db, { jobId, receipt: SAMPLE_RECEIPT, now: this.clock.now() });
    this.spool.wake();
    await settle();
  }

  async settle(jobId: string, action: 'printAgain' | 'leave'): Promise<boolean> {
    const isDone = this.spool.settle(jobId, action);
    await settle();
    return isDone;
  }

  /** Open jobs as `id:state` or `id:state:problem`. */
  open(): readonly string[] {
    return unsettledJobs(this.db).map((job) => [job.jobId, job.state, ...(job.problem ? [job.problem] : [])].join(':'));
  }

  private layOut(): Uint8Array {
    if (!this.isReadable) throw new Error('This receipt cannot be laid out');
    return new Uint8Array();
  }

  private async send(beforeFirstByte: () => boolean): Promise<SendOutcome> {
    const fate = this.fates.shift() ?? PRINTED;
    const jobId = unsettledJobs(this.db).find((job) => job.state === 'waiting')?.jobId ?? '';
    this.onReaching(jobId);
    if (fate === 'faultBefore') throw new Error('before');
    if (typeof fate === 'object' && fate.outcome === 'notSent') return fate;
    if (!beforeFirstByte()) return { outcome: 'withdrawn' };
    this.sent.push(jobId);
    if (fate === 'powerCut') return NEVER;
    if (fate === 'faultAfter') throw new Error('after');
    return fate;
  }
}
