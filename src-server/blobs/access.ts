/**
 * Who may ask for which file. A station may read a file when a case that holds it is in its buckets (a sealed case's file goes where
 * the case goes, and nowhere else). It may send one when it may read it, or when an entry of its own names it: an accepted one whose
 * case has left its buckets since, or a deferred one that waits for somebody's decision. A file of the city (its list of addresses, named by
 * the catalogue) is everybody's: whoever has it may send it, and every station may read it.
 */
import type { BlobState, BlobStatus } from '../../src-shared/protocol/blob.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** A file as the server knows it, and what the station may do with it. */
export interface KnownBlob {
  readonly sha256: string;
  readonly maySee: boolean;
  readonly isOwn: boolean;
  /** Null: no accepted entry names it yet. */
  readonly state: 'expected' | 'stored' | 'refused' | 'infected' | null;
  readonly isClean: boolean;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly why: string | null;
  readonly hasThumbnail: boolean;
}

const SQL = `
  SELECT w.sha256, f.state, coalesce(f.is_clean, false) AS "isClean", coalesce(f.size_bytes, 0) AS "sizeBytes",
         coalesce(f.received_bytes, 0) AS "receivedBytes", f.why,
         EXISTS (SELECT 1 FROM blob_thumbnail t WHERE t.sha256 = w.sha256) AS "hasThumbnail",
         EXISTS (
           SELECT 1 FROM city_file y WHERE y.sha256 = w.sha256)
         OR EXISTS (
           SELECT 1 FROM case_blob c
             JOIN case_bucket b ON b.case_id = c.case_id AND b.present
             JOIN station_bucket s ON s.bucket = b.bucket AND s.revoked_rev IS NULL
            WHERE c.sha256 = w.sha256 AND s.station = $1) AS "maySee",
         EXISTS (SELECT 1 FROM case_blob c WHERE c.sha256 = w.sha256 AND c.station = $1)
         OR EXISTS (
           SELECT 1 FROM command_result r
            WHERE r.station = $1 AND r.status = 'deferred' AND r.settled_at IS NULL
              AND strpos(r.command, w.sha256) > 0) AS "isOwn"
    FROM unnest($2::text[]) WITH ORDINALITY AS w(sha256, n)
    LEFT JOIN blob f ON f.sha256 = w.sha256
   ORDER BY w.n`;

/** One line for each of `sha256s`, in their order. */
export async function knownBlobs(connection: Connection | Pool, station: string, sha256s: readonly string[]): Promise<readonly KnownBlob[]> {
  return (await connection.query<KnownBlob>(SQL, [station, sha256s])).rows;
}

/** What the station is told of a file. `hasScanner`: nothing is handed out before it was found clean. */
export function statusOf(blob: KnownBlob, hasScanner: boolean): BlobStatus {
  const state = stateOf(blob, hasScanner);
  if (state === 'notExpected') return { sha256: blob.sha256, state, received: 0, why: null, hasThumbnail: false };
  return { sha256: blob.sha256, state, received: blob.receivedBytes, why: blob.why, hasThumbnail: blob.hasThumbnail && blob.maySee };
}

function stateOf({ maySee, isOwn, state, isClean }: KnownBlob, hasScanner: boolean): BlobState {
  if (!maySee && !isOwn) return 'notExpected';
  switch (state) {
    case null:
    case 'expected':
      return 'expected';
    case 'refused':
      return 'notAllowed';
    case 'infected':
      return 'infected';
    case 'stored':
      return hasScanner && !isClean ? 'checking' : 'stored';
  }
}
