/**
 * The bytes of files, beside the database in `<dataDir>/files/ab/cdef…`, so that a large scan never grows the records. A file is
 * whole or not there; what is being fetched grows under `.part` and survives a kill.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface BlobFiles {
  /** Writes the bytes under their hash, durably, once. */
  write(sha256: string, bytes: Uint8Array): void;
  isHere(sha256: string): boolean;
  /** Null when the file is not here. */
  read(sha256: string): Uint8Array | null;
  /** Up to `length` bytes from `offset`; null when the file is not here. */
  readPiece(sha256: string, offset: number, length: number): Uint8Array | null;
  /** Overwrites and removes the file and what there is of it. Not here: nothing happens. */
  remove(sha256: string): void;
  /** Bytes fetched so far. */
  partSize(sha256: string): number;
  /** Adds to what was fetched; `offset` is where these bytes belong, what was beyond goes. */
  addToPart(sha256: string, offset: number, bytes: Uint8Array): void;
  /** Makes the fetched bytes the file when their hash is right; else throws them away and answers false. */
  finishPart(sha256: string): boolean;
}

export function createBlobFiles(directory: string): BlobFiles {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256.slice(2));
  const partOf = (sha256: string): string => `${pathOf(sha256)}.part`;
  return {
    write(sha256, bytes) {
      const path = pathOf(sha256);
      if (!existsSync(path)) writeDurably(path, bytes);
    },
    isHere: (sha256) => existsSync(pathOf(sha256)),
    read: (sha256) => (existsSync(pathOf(sha256)) ? readFileSync(pathOf(sha256)) : null),
    readPiece(sha256, offset, length) {
      if (!existsSync(pathOf(sha256))) return null;
      return withFile(pathOf(sha256), 'r', (file) => {
        const piece = new Uint8Array(Math.max(0, Math.min(length, fstatSync(file).size - offset)));
        for (let read = 0; read < piece.length; ) {
          const count = readSync(file, piece, read, piece.length - read, offset + read);
          if (count === 0) return piece.subarray(0, read);
          read += count;
        }
        return piece;
      });
    },
    remove(sha256) {
      for (const path of [pathOf(sha256), partOf(sha256)]) if (existsSync(path)) overwriteAndRemove(path);
    },
    partSize: (sha256) => (existsSync(partOf(sha256)) ? statSync(partOf(sha256)).size : 0),
    addToPart(sha256, offset, bytes) {
      const path = partOf(sha256);
      mkdirSync(dirname(path), { recursive: true });
      withFile(path, existsSync(path) ? 'r+' : 'w+', (file) => {
        ftruncateSync(file, offset);
        writeAll(file, bytes, offset);
      });
    },
    finishPart(sha256) {
      const path = partOf(sha256);
      if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) {
        rmSync(path, { force: true });
        return false;
      }
      withFile(path, 'r+', fsyncSync);
      renameSync(path, pathOf(sha256));
      syncFolder(dirname(path));
      return true;
    },
  };
}

function withFile<T>(path: string, flags: string, work: (file: number) => T): T {
  const file = openSync(path, flags, 0o600);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array, at = 0): void {
  for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written, bytes.byteLength - written, at + written);
}

/** Written beside its place, synced, renamed, and the new names synced as well. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const firstNewFolder = mkdirSync(folder, { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  withFile(beside, 'wx', (file) => {
    writeAll(file, bytes);
    fsyncSync(file);
  });
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
  withFile(folder, 'r', fsyncSync);
}

const ZEROS = new Uint8Array(1024 * 1024);

/** A sealed case's scan that leaves this workstation does not stay in a corner of its disk. */
function overwriteAndRemove(path: string): void {
  withFile(path, 'r+', (file) => {
    const { size } = fstatSync(file);
    for (let at = 0; at < size; at += ZEROS.length) writeAll(file, ZEROS.subarray(0, Math.min(ZEROS.length, size - at)), at);
    fsyncSync(file);
  });
  rmSync(path, { force: true });
}
