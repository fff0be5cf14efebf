/** Which files of the scan folder were taken, told apart by name, size and time of change: the same name scanned anew is another file. */
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface ScanIdentity {
  readonly name: string;
  readonly sizeBytes: number;
  /** In ms. */
  readonly changedAt: number;
}

/** `sha256` null: hidden. `attachedAt` null: kept for a draft, or hidden. */
export interface TakenScan extends ScanIdentity {
  readonly sha256: string | null;
  readonly takenAt: number;
  readonly attachedAt: number | null;
}

const COLUMNS = 'name, size_bytes AS sizeBytes, changed_at AS changedAt, sha256, taken_at AS takenAt, attached_at AS attachedAt';
const SQL = {
  all: `SELECT ${COLUMNS} FROM scan_taken`,
  take: `INSERT INTO scan_taken (name, size_bytes, changed_at, sha256, taken_at, attached_at) VALUES (:name, :sizeBytes, :changedAt, :sha256, :takenAt, NULL)
    ON CONFLICT (name, size_bytes, changed_at) DO UPDATE SET sha256 = excluded.sha256, taken_at = excluded.taken_at`,
  attached: 'UPDATE scan_taken SET attached_at = :now WHERE sha256 = :sha256 AND attached_at IS NULL',
  ofFile: `SELECT ${COLUMNS} FROM scan_taken WHERE sha256 = :sha256`,
  inDraft: `SELECT 1 AS one FROM draft WHERE instr(body, :sha256) > 0 LIMIT 1`,
} as const;

export function takenScans(db: ReadDb): readonly TakenScan[] {
  return db.query<object, TakenScan>(SQL.all).all({});
}

/** Taken for a draft or a case; with `sha256` null, put aside. */
export function noteTaken(db: WriteDb, scan: ScanIdentity, sha256: string | null, takenAt: number): void {
  db.write(SQL.take).run({ ...scan, sha256, takenAt });
}

/** A case has the file now. Returns the scans it came from. */
export function noteAttached(db: WriteDb, sha256: string, now: number): readonly TakenScan[] {
  db.write(SQL.attached).run({ sha256, now });
  return db.query<object, TakenScan>(SQL.ofFile).all({ sha256 });
}

/** Whether any draft on this disk holds the file. */
export function isInDraft(db: ReadDb, sha256: string): boolean {
  return db.query<object, { one: number }>(SQL.inDraft).get({ sha256 }) !== undefined;
}
