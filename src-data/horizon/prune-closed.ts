/**
 * Lets go of closed cases: those from before the city's horizon, and, while the records take more room than they may, the oldest
 * ones beyond it. In small transactions, with a pause after each, while people work. Never a case with something pending or to
 * be decided, never one that somebody opened today. What goes is overwritten on disk (`secure_delete`).
 */
import type { CaseId } from '../../src-shared/util/ids.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { removeCase } from '../cases/write-case.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { cityCut, readHorizon, updateHorizon } from './horizon.ts';
import { forgetKept } from './kept-cases.ts';

export interface PruneOptions {
  readonly db: WriteDb;
  readonly now: UtcMs;
  /** Between two batches. */
  readonly breathe: () => Promise<void>;
}

export interface Pruned {
  readonly byHorizon: number;
  readonly forRoom: number;
}

const BATCH = 100;
/** Room made beyond what was too much, so that it is not short again with the next case. */
const DOWN_TO = 0.95;

const SQL = {
  // By the day it was received, which has an index; a case cannot have been closed before. The cursor passes over those kept.
  next: `SELECT c.case_key AS caseKey, c.case_id AS caseId, c.received_at AS receivedAt, c.closed_at AS closedAt FROM case_ c
    WHERE c.is_open = 0 AND c.received_at < :before AND (c.received_at, c.case_key) > (:receivedAt, :caseKey) AND c.closed_at < :before
      AND NOT EXISTS (SELECT 1 FROM shadow s WHERE s.case_id = c.case_id)
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.case_id AND (o.state IN ('queued', 'sent') OR ((o.state IN ('refused', 'deferred') OR o.code = 'renumbered') AND o.settled_at IS NULL)))
      AND NOT EXISTS (SELECT 1 FROM attention_copy a WHERE a.case_id = c.case_id)
      AND NOT EXISTS (SELECT 1 FROM kept_case k WHERE k.case_id = c.case_id)
    ORDER BY c.received_at, c.case_key LIMIT ${BATCH}`,
  leave: 'DELETE FROM case_bucket WHERE case_id = :caseId',
} as const;

interface ClosedCase {
  readonly caseKey: number;
  readonly caseId: CaseId;
  readonly receivedAt: number;
  readonly closedAt: number;
}

/** One pass. How many went, and why. */
export async function pruneClosed(options: PruneOptions): Promise<Pruned> {
  const { db, now } = options;
  forgetKept(db, now);
  const cut = cityCut(readHorizon(db).horizonDays, now);
  const byHorizon = cut === null ? 0 : await letGo(options, cut, () => true);
  const { boundBytes } = readHorizon(db);
  const isTooMuch = usedBytes(db) > boundBytes;
  const forRoom = isTooMuch ? await letGo(options, now, () => usedBytes(db) > boundBytes * DOWN_TO) : 0;
  updateHorizon(db, { prunedAt: now });
  return { byHorizon, forRoom };
}

/** Bytes of the records in use; what is free inside the file is used again before the file grows. */
export function usedBytes(db: ReadDb): number {
  const { bytes } = db.query<Record<string, never>, { bytes: number }>(USED).get({}) ?? { bytes: 0 };
  return bytes;
}

const USED = `SELECT (pages.page_count - free.freelist_count) * size.page_size AS bytes
  FROM pragma_page_count() AS pages, pragma_freelist_count() AS free, pragma_page_size() AS size`;

async function letGo({ db, now, breathe }: PruneOptions, before: UtcMs, isWanted: () => boolean): Promise<number> {
  let count = 0;
  let last = { receivedAt: Number.MIN_SAFE_INTEGER, caseKey: 0 };
  while (isWanted()) {
    const batch = db.query<Record<string, unknown>, ClosedCase>(SQL.next).all({ before, ...last });
    const end = batch.at(-1);
    if (!end) break;
    db.transaction(() => {
      noteGone(db, batch, before === now);
      for (const { caseId } of batch) {
        db.write(SQL.leave).run({ caseId });
        removeCase(db, caseId);
      }
    });
    count += batch.length;
    last = { receivedAt: end.receivedAt, caseKey: end.caseKey };
    await breathe();
  }
  if (before !== now) updateHorizon(db, { closedSince: utcMs(Math.max(before, readHorizon(db).closedSince ?? 0)) });
  return count;
}

/** What is said to be missing is said so with the first that goes. */
function noteGone(db: WriteDb, batch: readonly ClosedCase[], isForRoom: boolean): void {
  const { closedSince, shortSince } = readHorizon(db);
  const after = utcMs(Math.max(...batch.map((row) => row.closedAt)) + 1);
  updateHorizon(db, { closedSince: utcMs(Math.max(closedSince ?? 0, after)), ...(isForRoom ? { shortSince: utcMs(Math.max(shortSince ?? 0, after)) } : {}) });
}
