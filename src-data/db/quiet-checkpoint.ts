import type { WriteDb } from './database.ts';

const LOOK_EVERY_MS = 1_000;
/** A log this long is put into the file by whoever writes, as SQLite would from 1,000 pages on. 32 MB: an import, or a first pull. */
const LONGEST_LOG_PAGES = 8_000;

/**
 * Puts the write-ahead log into the records' file while nobody writes. SQLite would do it within whichever write finds the log longer than
 * 1,000 pages: among a million cases a tracking number writes 65, so that every sixteenth caller waited for the disk.
 *
 * What is committed is safe in the log; this only moves it. Stop it by clearing the timer.
 */
export function checkpointWhenQuiet(db: WriteDb): NodeJS.Timeout {
  db.raw.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
  let seen = changesOf(db);
  let moved = seen;
  const timer = setInterval(() => {
    const changes = changesOf(db);
    const isQuiet = changes === seen;
    seen = changes;
    if (!isQuiet || changes === moved) return;
    db.raw.pragma('wal_checkpoint(PASSIVE)');
    moved = changes;
  }, LOOK_EVERY_MS);
  timer.unref();
  return timer;
}

/** Rows written over this connection since it was opened. */
function changesOf(db: WriteDb): number {
  return db.query<Record<never, never>, { changes: number }>('SELECT total_changes() AS changes').get({})?.changes ?? 0;
}
