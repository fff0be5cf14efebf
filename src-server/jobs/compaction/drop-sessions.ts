import { BATCH_ROWS, type CompactionWork, inBatches } from './in-batches.ts';

const SQL = {
  drop: `DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at < $1 LIMIT ${BATCH_ROWS} FOR UPDATE SKIP LOCKED)`,
};

/** Sessions that have expired open nothing any more. */
export function dropSessions({ pool, now, signal }: CompactionWork): Promise<number> {
  return inBatches(signal, async () => (await pool.query(SQL.drop, [now])).rowCount ?? 0);
}
