/**
 * The backup file: one zstd stream of text that can be read without this program (`zstd -dc FILE | less`).
 *
 *     {"portreeveBackup":1,"takenAt":…,"schema":"0001-…",…}      the header: what a reader must know before anything else
 *     {"table":"audit","columns":["rev",…]}                      one section per table, a table before those that refer to it,
 *     7<TAB>0<TAB>…                                              its rows as PostgreSQL's COPY writes them,
 *     \.                                                         and COPY's own end mark
 *     {"manifest":{…}}                                           what must have been read: rows, bytes, SHA-256 of each table
 *
 * The manifest comes last because it is known last; a file without one was cut off. See `docs/decisions/0009-logical-backups.md`.
 */
import { z } from 'zod';
import { UtcMs } from '../../src-shared/util/time.ts';

export const BACKUP_FORMAT = 1;

export const BackupHeader = z.object({
  portreeveBackup: z.int().min(1),
  takenAt: UtcMs,
  appVersion: z.string(),
  /** Name of the last migration the database had. */
  schema: z.string(),
  epoch: z.int().min(1),
  rev: z.int().min(0),
  /** `server_version` of the PostgreSQL it came from. */
  database: z.string(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const TableSection = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableSection = z.infer<typeof TableSection>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const TableDigest = z.object({
  rows: z.int().min(0),
  bytes: z.int().min(0),
  /** Over the section's bytes, in the file's order. */
  sha256: Sha256,
  /** Over the rows in any order: PostgreSQL gives them back in another one. See `row-digest.ts`. */
  anyOrder: Sha256,
});
export type TableDigest = z.infer<typeof TableDigest>;

export const BackupManifest = BackupHeader.extend({
  tables: z.record(z.string(), TableDigest),
  /** Last value of each sequence; null when it was never asked. */
  sequences: z.record(z.string(), z.int().nullable()),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** The last line of a file. */
export const ManifestLine = z.object({ manifest: BackupManifest });

/** Ends a table's section; no row of COPY's can look like it, because a backslash in a value is doubled. */
export const END_OF_TABLE = '\\.\n';

const FILE_NAME = /^portreeve-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** `portreeve-20261122-020000Z.backup`: names in order are backups in order. */
export function backupFileName(takenAt: UtcMs): string {
  return `portreeve-${stamp(takenAt)}.backup`;
}

/** `20261122-020000Z`. */
export function stamp(at: UtcMs): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}Z`;
}

/** When the backup of that name was taken; null for a name that is not a backup's. */
export function takenAtOfName(name: string): number | null {
  const match = FILE_NAME.exec(name);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
