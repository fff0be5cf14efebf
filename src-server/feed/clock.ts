import { randomBytes } from 'node:crypto';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** Where the server's database stands. */
export interface SyncClock {
  /** Life of the database; rises when it may have gone back in time. */
  readonly epoch: number;
  /** Revision of the last committed write. */
  readonly rev: number;
  /** Oldest cursor that can still be answered with changes only. */
  readonly minRev: number;
}

const SQL = {
  read: 'SELECT epoch, rev, min_rev AS "minRev" FROM sync_clock',
  // Any constant will do, as long as every writer of revisions uses the same.
  lock: 'SELECT pg_advisory_xact_lock(7320681126)',
  advance: `WITH tick AS (UPDATE sync_clock SET rev = rev + 1, epoch = epoch + $3 RETURNING epoch, rev, min_rev),
                 noted AS (INSERT INTO revision (rev, mark, at) SELECT rev, $1, $2 FROM tick)
            SELECT epoch, rev, min_rev AS "minRev" FROM tick`,
  mark: 'SELECT mark FROM revision WHERE rev = $1',
};

export async function readClock(connection: Connection | Pool): Promise<SyncClock> {
  const { rows } = await connection.query<SyncClock>(SQL.read);
  if (rows[0] === undefined) throw new Error('sync_clock has lost its row');
  return rows[0];
}

/**
 * Takes the next revision and holds the clock until the transaction ends: the order of revisions is the order of commits,
 * so a reader that has seen revision r has seen every change up to r.
 *
 * Call it as late as possible, after all reads and decisions; between it and the commit only set-wise writes belong. The
 * advisory lock in front of the counter row spares PostgreSQL the queue on a hot row (sync.md 1.2: write p95 at 16 writers
 * 8 ms instead of 22 to 24).
 */
export async function takeRevision(tx: Connection, at: UtcMs): Promise<SyncClock> {
  await holdClock(tx);
  return advance(tx, at, 0);
}

/** Makes every other writer wait until the transaction ends. */
export async function holdClock(tx: Connection): Promise<void> {
  await tx.query(SQL.lock);
}

/** The next revision as the first of a new epoch, `epochs` (1 or more) above the one before. Needs `holdClock`. */
export function beginEpoch(tx: Connection, at: UtcMs, epochs: number): Promise<SyncClock> {
  return advance(tx, at, epochs);
}

async function advance(tx: Connection, at: UtcMs, epochs: number): Promise<SyncClock> {
  const { rows } = await tx.query<SyncClock>(SQL.advance, [randomBytes(8).toString('hex'), at, epochs]);
  if (rows[0] === undefined) throw new Error('sync_clock has lost its row');
  return rows[0];
}

/** The mark this database gave a revision; null when it never had it. */
export async function markOf(connection: Connection | Pool, rev: number): Promise<string | null> {
  const { rows } = await connection.query<{ mark: string }>(SQL.mark, [rev]);
  return rows[0]?.mark ?? null;
}
