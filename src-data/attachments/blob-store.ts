import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';

export interface StoredFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface BlobStore {
  /** Writes the bytes under their SHA-256, durably, once. The same bytes again cost nothing. */
  keep(bytes: Uint8Array, mediaType: string, now: UtcMs): StoredFile;
  /** Null when this workstation does not hold the file. */
  read(sha256: string): Uint8Array | null;
}

const SQL = {
  add: `INSERT INTO blob (sha256, media_type, size_bytes, state, added_at) VALUES (:sha256, :mediaType, :sizeBytes, 'here', :addedAt)
    ON CONFLICT (sha256) DO NOTHING`,
} as const;

/** Files beside the database, in `<dataDir>/files/ab/cdef…`, so that a large scan never grows the records. */
export function createBlobStore(db: WriteDb, directory: string): BlobStore {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256.slice(2));
  return {
    keep(bytes, mediaType, now) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (!existsSync(path)) writeDurably(path, bytes);
      db.write(SQL.add).run({ sha256, mediaType, sizeBytes: bytes.byteLength, addedAt: now });
      return { sha256, sizeBytes: bytes.byteLength };
    },
    read(sha256) {
      const path = pathOf(sha256);
      return existsSync(path) ? readFileSync(path) : null;
    },
  };
}

/** A file is whole or not there: written beside its place, synced, renamed, and the new names synced as well. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const firstNewFolder = mkdirSync(folder, { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = openSync(beside, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  const highest = firstNewFolder === undefined ? folder : dirname(firstNewFolder);
  for (let named = folder; ; named = dirname(named)) {
    syncFolder(named);
    if (named === highest) return;
  }
}

/** A new name survives a power cut only once its folder is on disk. Windows syncs no folders; NTFS keeps names in its journal. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
