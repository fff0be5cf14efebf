/** What this workstation knows of files: one row each, and their thumbnails. Times in ms; booleans are SQLite's 0 and 1. */
import type { BlobState, BlobStatus } from '../../src-shared/protocol/blob.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** `attached` here; `asked` for by somebody here; `prefetched`; `known`: nobody wanted its bytes yet. */
export type BlobOrigin = 'attached' | 'asked' | 'prefetched' | 'known';

export interface BlobRow {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly isHere: 0 | 1;
  readonly origin: BlobOrigin;
  /** As the server last said; `unknown` when it was never asked in this life of its database. */
  readonly serverState: BlobState | 'unknown';
  readonly why: string | null;
  readonly sentBytes: number;
  readonly isWanted: 0 | 1;
  readonly hasThumbnailThere: 0 | 1;
  readonly failures: number;
  readonly checkedAt: number;
}

const COLUMNS = `b.sha256 AS sha256, b.media_type AS mediaType, b.size_bytes AS sizeBytes, b.is_here AS isHere, b.origin AS origin,
  b.server_state AS serverState, b.why AS why, b.sent_bytes AS sentBytes, b.is_wanted AS isWanted,
  b.has_thumbnail_there AS hasThumbnailThere, b.failures AS failures, b.checked_at AS checkedAt`;

const TO_SEND = `b.is_here = 1 AND b.server_state IN ('unknown', 'notExpected', 'expected')`;

const SQL = {
  one: `SELECT ${COLUMNS} FROM blob b WHERE b.sha256 = :sha256`,
  keep: `INSERT INTO blob (sha256, media_type, size_bytes, is_here, origin, server_state, added_at, last_used_at)
    VALUES (:sha256, :mediaType, :sizeBytes, 1, 'attached', 'unknown', :now, :now)
    ON CONFLICT (sha256) DO UPDATE SET is_here = 1, is_wanted = 0, media_type = excluded.media_type, last_used_at = :now,
      origin = 'attached', retry_at = 0, failures = 0`,
  know: `INSERT INTO blob (sha256, media_type, size_bytes, is_here, origin, server_state, check_at, added_at, last_used_at)
    VALUES (:sha256, :mediaType, :sizeBytes, 0, 'known', 'unknown', :now, :now, :now)
    ON CONFLICT (sha256) DO UPDATE SET check_at = :now WHERE checked_at < :now - :freshMs AND check_at IS NULL`,
  want: `UPDATE blob SET is_wanted = 1, origin = :origin, retry_at = 0, failures = 0 WHERE sha256 = :sha256 AND is_here = 0`,
  unwant: 'UPDATE blob SET is_wanted = 0 WHERE sha256 = :sha256',
  nextToFetch: `SELECT ${COLUMNS} FROM blob b WHERE b.is_wanted = 1 AND b.origin = :origin AND b.is_here = 0 AND b.retry_at <= :now ORDER BY b.added_at LIMIT 1`,
  nextToSend: `SELECT ${COLUMNS} FROM blob b WHERE ${TO_SEND} AND b.retry_at <= :now ORDER BY b.sent_bytes = 0, b.added_at LIMIT 1`,
  toCheck: `SELECT ${COLUMNS} FROM blob b WHERE b.check_at <= :now ORDER BY b.check_at LIMIT :limit`,
  nextThumbnailToSend: `SELECT t.sha256 AS sha256, t.bytes AS bytes FROM blob_thumbnail t JOIN blob b USING (sha256)
    WHERE t.is_sent = 0 AND b.server_state IN ('stored', 'checking') AND b.retry_at <= :now LIMIT 1`,
  nextThumbnailToFetch: `SELECT ${COLUMNS} FROM blob b WHERE b.has_thumbnail_there = 1 AND b.server_state = 'stored' AND b.retry_at <= :now
    AND NOT EXISTS (SELECT 1 FROM blob_thumbnail t WHERE t.sha256 = b.sha256) LIMIT 1`,
  status: `UPDATE blob SET server_state = :state, why = :why, has_thumbnail_there = :hasThumbnail, checked_at = :now, check_at = :checkAt,
    sent_bytes = :received WHERE sha256 = :sha256`,
  sent: 'UPDATE blob SET sent_bytes = :sentBytes, failures = 0 WHERE sha256 = :sha256',
  here: `UPDATE blob SET is_here = 1, is_wanted = 0, last_used_at = :now, failures = 0 WHERE sha256 = :sha256`,
  gone: `UPDATE blob SET is_here = 0 WHERE sha256 = :sha256`,
  used: 'UPDATE blob SET last_used_at = :now WHERE sha256 = :sha256',
  later: 'UPDATE blob SET failures = failures + 1, retry_at = :retryAt WHERE sha256 = :sha256',
  soon: 'UPDATE blob SET retry_at = 0 WHERE retry_at > 0',
  forget: 'DELETE FROM blob WHERE sha256 = :sha256',
  forgetThumbnail: 'DELETE FROM blob_thumbnail WHERE sha256 = :sha256',
  recheck: `UPDATE blob SET server_state = 'unknown', sent_bytes = 0, has_thumbnail_there = 0, checked_at = 0, retry_at = 0, failures = 0`,
  resendThumbnails: 'UPDATE blob_thumbnail SET is_sent = 0 WHERE sha256 IN (SELECT sha256 FROM blob WHERE is_here = 1)',
  addThumbnail: `INSERT INTO blob_thumbnail (sha256, bytes, is_sent) VALUES (:sha256, :bytes, :isSent) ON CONFLICT (sha256) DO NOTHING`,
  thumbnailSent: 'UPDATE blob_thumbnail SET is_sent = 1 WHERE sha256 = :sha256',
  noThumbnailThere: 'UPDATE blob SET has_thumbnail_there = 0 WHERE sha256 = :sha256',
  thumbnail: 'SELECT bytes FROM blob_thumbnail WHERE sha256 = :sha256',
  waiting: `SELECT count(*) AS count FROM blob b WHERE ${TO_SEND} AND EXISTS (SELECT 1 FROM case_file f WHERE f.sha256 = b.sha256)`,
} as const;

type Params = Record<string, unknown>;

export function findBlob(db: ReadDb, sha256: string): BlobRow | null {
  return db.query<Params, BlobRow>(SQL.one).get({ sha256 }) ?? null;
}

/** The bytes are on this disk, attached here. */
export function noteKept(db: WriteDb, file: { readonly sha256: string; readonly mediaType: string; readonly sizeBytes: number }, now: number): void {
  db.write(SQL.keep).run({ ...file, now });
}

/** Somebody looks at a case with this file, or may soon: the server is asked about it, unless it was within `freshMs`. */
export function noteKnown(db: WriteDb, file: { readonly sha256: string; readonly mediaType: string; readonly sizeBytes: number }, now: number, freshMs: number): void {
  db.write(SQL.know).run({ ...file, now, freshMs });
}

export function wantBlob(db: WriteDb, sha256: string, origin: 'asked' | 'prefetched'): void {
  db.write(SQL.want).run({ sha256, origin });
}

export function unwantBlob(db: WriteDb, sha256: string): void {
  db.write(SQL.unwant).run({ sha256 });
}

export function nextToFetch(db: ReadDb, origin: 'asked' | 'prefetched', now: number): BlobRow | null {
  return db.query<Params, BlobRow>(SQL.nextToFetch).get({ origin, now }) ?? null;
}

/** One that is under way first, then the oldest. */
export function nextToSend(db: ReadDb, now: number): BlobRow | null {
  return db.query<Params, BlobRow>(SQL.nextToSend).get({ now }) ?? null;
}

export function blobsToCheck(db: ReadDb, now: number, limit: number): readonly BlobRow[] {
  return db.query<Params, BlobRow>(SQL.toCheck).all({ now, limit });
}

/** Takes over what the server said. `checkAt`: when to ask again; null: when somebody looks. */
export function noteStatus(db: WriteDb, status: BlobStatus, now: number, checkAt: number | null): void {
  const { sha256, state, received, why } = status;
  db.write(SQL.status).run({ sha256, state, received, why, hasThumbnail: Number(status.hasThumbnail), now, checkAt });
}

export function noteSent(db: WriteDb, sha256: string, sentBytes: number): void {
  db.write(SQL.sent).run({ sha256, sentBytes });
}

export function noteHere(db: WriteDb, sha256: string, now: number): void {
  db.write(SQL.here).run({ sha256, now });
}

export function noteGone(db: WriteDb, sha256: string): void {
  db.write(SQL.gone).run({ sha256 });
}

export function noteUsed(db: WriteDb, sha256: string, now: number): void {
  db.write(SQL.used).run({ sha256, now });
}

/** Not before `retryAt`, and one more failure. */
export function retryLater(db: WriteDb, sha256: string, retryAt: number): void {
  db.write(SQL.later).run({ sha256, retryAt });
}

/** The network is back: nothing waits any longer. */
export function retrySoon(db: WriteDb): void {
  db.write(SQL.soon).run({});
}

export function forgetBlob(db: WriteDb, sha256: string): void {
  db.write(SQL.forgetThumbnail).run({ sha256 });
  db.write(SQL.forget).run({ sha256 });
}

/** Another life of the server, or another server: nothing it said before counts, and what is here is offered again. */
export function forgetServerStates(db: WriteDb): void {
  db.write(SQL.recheck).run({});
  db.write(SQL.resendThumbnails).run({});
}

/** The first thumbnail of a file stays. */
export function addThumbnail(db: WriteDb, sha256: string, bytes: Uint8Array, isSent: boolean): void {
  db.write(SQL.addThumbnail).run({ sha256, bytes, isSent: Number(isSent) });
}

export function readThumbnail(db: ReadDb, sha256: string): Uint8Array | null {
  return db.query<Params, { bytes: Uint8Array }>(SQL.thumbnail).get({ sha256 })?.bytes ?? null;
}

export function nextThumbnailToSend(db: ReadDb, now: number): { readonly sha256: string; readonly bytes: Uint8Array } | null {
  return db.query<Params, { sha256: string; bytes: Uint8Array }>(SQL.nextThumbnailToSend).get({ now }) ?? null;
}

export function nextThumbnailToFetch(db: ReadDb, now: number): BlobRow | null {
  return db.query<Params, BlobRow>(SQL.nextThumbnailToFetch).get({ now }) ?? null;
}

export function noteThumbnailSent(db: WriteDb, sha256: string): void {
  db.write(SQL.thumbnailSent).run({ sha256 });
}

export function noteNoThumbnailThere(db: WriteDb, sha256: string): void {
  db.write(SQL.noThumbnailThere).run({ sha256 });
}

/** Files of cases that are on this workstation alone. */
export function countFilesWaiting(db: ReadDb): number {
  return db.query<Params, { count: number }>(SQL.waiting).get({})?.count ?? 0;
}
