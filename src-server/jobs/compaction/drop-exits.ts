import { DAY_MS } from '../../../src-shared/util/time.ts';
import { BATCH_ROWS, type CompactionWork, inBatches } from './in-batches.ts';

/** A workstation that was away longer fills its buckets anew. */
const KEEP_DAYS = 90;

const SQL = {
  newestOld: `SELECT max(e.rev) AS rev FROM case_bucket e
               WHERE NOT e.present AND e.rev <= (SELECT max(rev) FROM revision WHERE at < $1)`,
  // The row is held for one statement; the clock itself is not taken.
  raiseFloor: 'UPDATE sync_clock SET min_rev = $1 WHERE min_rev < $1',
  drop: `DELETE FROM case_bucket WHERE NOT present AND rev <= $1 AND (bucket, case_id) IN (
           SELECT bucket, case_id FROM case_bucket WHERE NOT present AND rev <= $1 LIMIT ${BATCH_ROWS} FOR UPDATE SKIP LOCKED)`,
};

/**
 * Drops the rows that say "this case has left this bucket" once they are older than 90 days.
 *
 * The floor `min_rev` rises first and only as far as the newest row that goes: a station whose cursor is below it has perhaps
 * not seen one of them and is told to fill its buckets anew. A pull that began before reads its own snapshot, in which the
 * floor is low and the rows are there.
 */
export async function dropExits({ pool, now, signal }: CompactionWork): Promise<number> {
  const { rows } = await pool.query<{ rev: number | null }>(SQL.newestOld, [now - KEEP_DAYS * DAY_MS]);
  const floor = rows[0]?.rev ?? null;
  if (floor === null) return 0;
  await pool.query(SQL.raiseFloor, [floor]);
  return inBatches(signal, async () => (await pool.query(SQL.drop, [floor])).rowCount ?? 0);
}
