import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { raiseEpoch } from '../epoch/raise-epoch.ts';
import type { SyncClock } from '../feed/clock.ts';

const SQL = {
  dropSessions: 'DELETE FROM session',
};

/**
 * Begins a new epoch in a database that may have gone back in time, and ends all sessions: everybody signs in anew.
 *
 * The database must be of the newest schema.
 */
export function beginNewLife(pool: Pool, at: UtcMs, reason: string): Promise<SyncClock> {
  return inTransaction(pool, {}, async (tx) => {
    await tx.query(SQL.dropSessions);
    return raiseEpoch(tx, { at, reason });
  });
}
