/**
 * What may go of `command_result`, and why nothing is doubled or lost by it.
 *
 * A result is asked for by a station that sends a command again (push compares hashes), by a forked station (history) and by
 * a station that has not heard of it yet (pull). Only plain acceptances older than 400 days go, and of each station only
 * those before its last 1,000 and from before it was last here by a month: then it has heard of them, and no repeat of a
 * lost reply reaches so far back. Who sends such a command all the same (a disk image older than 400 days) is told `fork`,
 * finds it in no history, enrols anew and sends it under its old id; `command_past` and the audit know the id, and the answer
 * is "accepted", without a second effect. Refusals, deferrals and acceptances with something to tell stay for ever.
 */
import { DAY_MS } from '../../../src-shared/util/time.ts';
import { BATCH_ROWS, type CompactionWork, inBatches } from './in-batches.ts';

const KEEP_DAYS = 400;
/** A station that was here so long after a result has pulled it. */
const HEARD_AFTER_DAYS = 30;
/** Five full pushes: a repeat never reaches further back than one. */
const LAST_KEPT = 1_000;

const SQL = {
  // Rows and ids in one statement: whoever looks for an id meanwhile finds it in exactly one place. A row whose audit entry
  // is missing is not dropped.
  drop: `WITH old AS (
           SELECT r.station, r.seq FROM command_result r JOIN station s ON s.id = r.station
            WHERE r.received_at < $1 AND r.received_at < s.last_seen_at - $2::bigint AND r.seq <= s.last_seq - ${LAST_KEPT}
              AND r.status = 'accepted' AND r.code IS NULL AND r.detail IS NULL
              AND (r.is_repeat OR EXISTS (SELECT 1 FROM audit a WHERE a.rev = r.rev AND a.uid = r.uid))
            LIMIT ${BATCH_ROWS} FOR UPDATE OF r SKIP LOCKED),
         dropped AS (
           DELETE FROM command_result r USING old WHERE r.station = old.station AND r.seq = old.seq RETURNING r.uid, r.rev, r.is_repeat),
         remembered AS (
           INSERT INTO command_past (uid, rev) SELECT uid, rev FROM dropped WHERE NOT is_repeat ON CONFLICT (uid) DO NOTHING)
         SELECT count(*)::int AS count FROM dropped`,
};

/** Drops old acceptances and keeps their ids. Returns how many went. */
export function dropCommandResults({ pool, now, signal }: CompactionWork): Promise<number> {
  return inBatches(signal, async () => {
    const { rows } = await pool.query<{ count: number }>(SQL.drop, [now - KEEP_DAYS * DAY_MS, HEARD_AFTER_DAYS * DAY_MS]);
    return rows[0]?.count ?? 0;
  });
}
