import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import { beginEpoch, holdClock, readClock, type SyncClock } from '../feed/clock.ts';
import { holdMessages } from '../mail/hold-messages.ts';
import { jumpAhead } from '../numbers/allocator.ts';

export interface NewEpoch {
  readonly at: UtcMs;
  /** Kept with the epoch, for people: `restored from portreeve-20261122.backup`. */
  readonly reason: string;
  /** The new epoch is above this one too: a station may come from a life with more epochs than this database knows. */
  readonly above?: number;
}

const SQL = {
  note: 'INSERT INTO epoch (epoch, rev, began_at, reason) VALUES ($1, $2, $3, $4)',
};

/**
 * Begins a new life of the database, because it may have gone back in time: stations take everything anew and send again
 * what it lost, numbers leased in the life that is gone are passed over, and messages that it has perhaps sent are held back.
 *
 * Runs in the caller's transaction and holds the clock until it ends.
 */
export async function raiseEpoch(tx: Connection, { at, reason, above = 0 }: NewEpoch): Promise<SyncClock> {
  await holdClock(tx);
  const { epoch } = await readClock(tx);
  const clock = await beginEpoch(tx, at, Math.max(1, above + 1 - epoch));
  await jumpAhead(tx);
  await holdMessages(tx);
  await tx.query(SQL.note, [clock.epoch, clock.rev, at, reason]);
  return clock;
}
