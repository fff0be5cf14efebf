/** What is fetched before anybody asks: thumbnails and small files of open cases of one's own department. */
import type { ReadDb, WriteDb } from '../db/database.ts';
import { noteKnown } from './blob-rows.ts';

/** Larger ones come when somebody opens them. */
export const SMALL_FILE_BYTES = 1_000_000;
const PER_LOOK = 50;
/** What the server said of a file stands this long, unless somebody looks at its case. */
const FRESH_MS = 600_000;

const SQL = {
  // From the files of cases, which are few, to their cases, which may be a million.
  candidates: `SELECT f.sha256 AS sha256, f.media_type AS mediaType, f.size_bytes AS sizeBytes
    FROM case_file f CROSS JOIN case_ c USING (case_key)
    LEFT JOIN blob b ON b.sha256 = f.sha256
    WHERE c.is_open = 1 AND c.department_code IN (SELECT value FROM json_each(:departments))
      AND (b.sha256 IS NULL OR (b.is_here = 0 AND b.is_wanted = 0 AND b.check_at IS NULL AND b.checked_at < :staleBefore
        AND b.server_state IN ('unknown', 'notExpected', 'expected', 'checking')))
    GROUP BY f.sha256 LIMIT :limit`,
  isCandidate: `SELECT 1 AS one FROM case_file f JOIN case_ c USING (case_key)
    WHERE f.sha256 = :sha256 AND c.is_open = 1 AND c.department_code IN (SELECT value FROM json_each(:departments)) LIMIT 1`,
} as const;

type Params = Record<string, unknown>;

/** Makes the files of such cases known, so that the server is asked about them. True when there were any. */
export function findPrefetchable(db: WriteDb, departments: readonly string[], now: number): boolean {
  if (departments.length === 0) return false;
  const params = { departments: JSON.stringify(departments), staleBefore: now - FRESH_MS, limit: PER_LOOK };
  const found = db.query<Params, { sha256: string; mediaType: string; sizeBytes: number }>(SQL.candidates).all(params);
  db.transaction(() => {
    for (const file of found) noteKnown(db, file, now, 0);
  });
  return found.length > 0;
}

export function isOfOwnOpenCase(db: ReadDb, sha256: string, departments: readonly string[]): boolean {
  return db.query<Params, { one: number }>(SQL.isCandidate).get({ sha256, departments: JSON.stringify(departments) }) !== undefined;
}
