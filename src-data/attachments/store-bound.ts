/** What may stay on this disk: files of cases that are here, up to a bound. A file that is not at the server is never removed. */
import type { WriteDb } from '../db/database.ts';
import type { BlobFiles } from './blob-files.ts';
import { forgetBlob, noteGone, unwantBlob } from './blob-rows.ts';

const DAY_MS = 86_400_000;
/** So long a file that was attached here goes last: were the server restored from a backup, this would be its only copy. */
const OWN_KEPT_MS = 35 * DAY_MS;

const SAFE_AT_SERVER = `server_state IN ('stored', 'notAllowed', 'infected')`;
const SQL = {
  strays: `SELECT sha256, is_here AS isHere FROM blob b
    WHERE (is_here = 0 OR ${SAFE_AT_SERVER} OR server_state = 'checking')
      AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.sha256 = b.sha256) AND NOT EXISTS (SELECT 1 FROM city_file c WHERE c.sha256 = b.sha256) LIMIT 200`,
  // Kept for a draft that is gone: nothing here names it, and the server, asked since, expects it neither.
  ofNobody: `SELECT sha256 FROM blob b
    WHERE is_here = 1 AND origin = 'attached' AND server_state = 'notExpected' AND last_used_at < :before
      AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.sha256 = b.sha256) AND NOT EXISTS (SELECT 1 FROM city_file c WHERE c.sha256 = b.sha256)
      AND NOT EXISTS (SELECT 1 FROM draft d WHERE instr(d.body, b.sha256) > 0)
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.type = 'case.attachFile' AND instr(o.command, b.sha256) > 0)
      AND NOT EXISTS (SELECT 1 FROM lost_case l WHERE instr(l.commands, b.sha256) > 0) LIMIT 200`,
  bytesThatMayGo: `SELECT ifnull(sum(size_bytes), 0) AS bytes FROM blob WHERE is_here = 1 AND ${SAFE_AT_SERVER}`,
  bytesPrefetched: `SELECT ifnull(sum(size_bytes), 0) AS bytes FROM blob WHERE origin = 'prefetched' AND (is_here = 1 OR is_wanted = 1)`,
  nextToGo: `SELECT sha256, size_bytes AS sizeBytes FROM blob WHERE is_here = 1 AND ${SAFE_AT_SERVER}
    ORDER BY origin = 'attached' AND added_at > :ownSince, last_used_at LIMIT 1`,
} as const;

type Params = Record<string, unknown>;

/**
 * Removes what belongs to no case here any more: the case left this workstation's buckets, and its files go with it. With it goes what
 * was kept for a draft that was thrown away, a day after it came.
 */
export function removeStrays(db: WriteDb, files: BlobFiles, now: number): readonly string[] {
  const ofNobody = db.query<Params, { sha256: string }>(SQL.ofNobody).all({ before: now - DAY_MS });
  const strays = [...db.query<Params, { sha256: string }>(SQL.strays).all({}), ...ofNobody];
  for (const { sha256 } of strays) {
    files.remove(sha256);
    forgetBlob(db, sha256);
  }
  return strays.map(({ sha256 }) => sha256);
}

/** Removes the least recently used files that the server has, until at most `limitBytes` are left. Returns what went. */
export function keepWithin(db: WriteDb, files: BlobFiles, limitBytes: number, now: number): readonly string[] {
  const gone: string[] = [];
  for (let bytes = bytesThatMayGo(db); bytes > limitBytes; ) {
    const next = db.query<Params, { sha256: string; sizeBytes: number }>(SQL.nextToGo).get({ ownSince: now - OWN_KEPT_MS });
    if (!next) break;
    files.remove(next.sha256);
    noteGone(db, next.sha256);
    unwantBlob(db, next.sha256);
    bytes -= next.sizeBytes;
    gone.push(next.sha256);
  }
  return gone;
}

function bytesThatMayGo(db: WriteDb): number {
  return db.query<Params, { bytes: number }>(SQL.bytesThatMayGo).get({})?.bytes ?? 0;
}

/** Bytes fetched, or about to be, without anybody having asked. */
export function bytesPrefetched(db: WriteDb): number {
  return db.query<Params, { bytes: number }>(SQL.bytesPrefetched).get({})?.bytes ?? 0;
}
