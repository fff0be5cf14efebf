import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { raiseEpoch } from '../epoch/raise-epoch.ts';
import type { SyncClock } from '../feed/clock.ts';

const SQL = {
  dropSessions: 'DELETE FROM session',
};

export interface NewLife {
  readonly at: UtcMs;
  readonly reason: string;
  /** Lives that may have begun from the same moment before this one; their epochs and their numbers are passed over too. */
  readonly livesBefore?: number;
}

/**
 * Begins a new epoch in a database that may have gone back in time, and ends all sessions: everybody signs in anew.
 *
 * The database must be of the newest schema.
 */
export function beginNewLife(pool: Pool, { at, reason, livesBefore = 0 }: NewLife): Promise<SyncClock> {
  return inTransaction(pool, {}, async (tx) => {
    await tx.query(SQL.dropSessions);
    for (let life = 0; life < livesBefore; life += 1) await raiseEpoch(tx, { at, reason: 'passed over: an earlier restore may have begun it' });
    return raiseEpoch(tx, { at, reason });
  });
}
