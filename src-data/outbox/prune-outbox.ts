import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { readSyncState } from '../sync/sync-state.ts';

/** Longer than the server's oldest backup by this much: a backup is taken at night and restored some days later. */
const MARGIN_DAYS = 14;
const AT_ONCE = 2_000;

const SQL = {
  prune: `DELETE FROM outbox WHERE rowid IN (
    SELECT rowid FROM outbox WHERE state = 'confirmed' AND confirmed_at < :before AND (code IS NULL OR settled_at IS NOT NULL)
       AND seq < (SELECT max(newest.seq) FROM outbox newest WHERE newest.station = outbox.station AND newest.state <> 'queued')
     ORDER BY confirmed_at LIMIT ${AT_ONCE})`,
} as const;

/**
 * Lets go of commands that the server has had for longer than it can be put back: until then these rows are the only copy of
 * what a restored server has lost. At most `AT_ONCE` a call, so that nobody waits for it; returns how many went.
 *
 * `now` is the server's clock, as are the moments of confirmation: this computer's may be wrong by years. What was refused is
 * little, and stays.
 *
 * The chain goes on: the newest row always stays, for the next command continues it. A server put back further than its own backups reach asks for links
 * that are gone; then this workstation goes on as a new station, as after a fork, with what it still holds.
 */
export function pruneOutbox(db: WriteDb, now: UtcMs): number {
  const { keepDays } = readSyncState(db);
  return db.write<{ before: number }>(SQL.prune).run({ before: now - (keepDays + MARGIN_DAYS) * DAY_MS }).changes;
}
