/**
 * Files on their way, one small step at a time: one question or one chunk, then whoever runs the steps looks again whether cases
 * wait. All that matters is on disk after every step, so a kill between any two loses at most one chunk. docs/sync.md, "Attachments".
 */
import { BLOB_CHUNK_BYTES, type BlobStatus } from '../../src-shared/protocol/blob.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { readSyncState } from '../sync/sync-state.ts';
import type { BlobClient } from './blob-client.ts';
import { BlobTrouble } from './blob-client.ts';
import type { BlobFiles } from './blob-files.ts';
import * as rows from './blob-rows.ts';
import { findPrefetchable, isOfOwnOpenCase, SMALL_FILE_BYTES } from './prefetch.ts';
import { bytesPrefetched, keepWithin, removeStrays } from './store-bound.ts';

export interface TransferStepsOptions {
  readonly db: WriteDb;
  readonly files: BlobFiles;
  readonly client: BlobClient;
  readonly now: () => number;
  /** 0 to 1; spreads retries. */
  readonly random: () => number;
  /** Departments of who is signed in; none: nothing is fetched unasked. */
  readonly departments: () => readonly string[];
  readonly onFilesChanged: (sha256s: readonly string[]) => void;
  readonly limits: StoreLimits;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface StoreLimits {
  /** Bytes of files on this disk, not counting those the server has not got. */
  readonly storeBytes: number;
  /** Of them, bytes nobody has asked for. */
  readonly prefetchBytes: number;
}

const RETRY_BASE_MS = 2 * SECOND_MS;
const RETRY_MAX_MS = 600 * SECOND_MS;
const CHECK_AGAIN_MS = 10 * SECOND_MS;
const CHECKS_AT_ONCE = 100;

export interface TransferSteps {
  /** Does one thing; false when there was nothing to do. Rejects when the server or the network as a whole is in trouble. */
  step(): Promise<boolean>;
}

export function createTransferSteps(options: TransferStepsOptions): TransferSteps {
  const { db, files, client, now } = options;
  /** Files of which the server was asked since this process began: only then is its offset known. */
  const asked = new Set<string>();

  async function step(): Promise<boolean> {
    noteLifeOfServer();
    const stray = removeStrays(db, files, now());
    if (stray.length > 0) options.onFilesChanged(stray);
    return (
      (await fetchNext('asked')) || (await sendNext()) || (await checkSome()) || (await sendThumbnail()) || (await fetchThumbnail()) ||
      (await fetchNext('prefetched')) || findPrefetchable(db, options.departments(), now()) || evict()
    );
  }

  /** What another life of the server said does not count: it may have lost files. Every one that is here is offered again. */
  function noteLifeOfServer(): void {
    const { station, epoch } = readSyncState(db);
    const life = `${station ?? ''} ${epoch}`;
    if (readSetting(db, 'filesCheckedAgainst') === life) return;
    db.transaction(() => {
      rows.forgetServerStates(db);
      saveSetting(db, 'filesCheckedAgainst', life);
    });
    asked.clear();
  }

  async function sendNext(): Promise<boolean> {
    const row = rows.nextToSend(db, now());
    if (!row) return false;
    await ofOneFile(row, async () => {
      if (!asked.has(row.sha256)) {
        await check([row]);
        return;
      }
      const bytes = files.readPiece(row.sha256, row.sentBytes, BLOB_CHUNK_BYTES);
      if (!bytes) {
        rows.noteGone(db, row.sha256);
        options.log('a file has gone from this disk', { sha256: row.sha256 });
        return;
      }
      const status = await client.sendChunk({ sha256: row.sha256, offset: row.sentBytes, sizeBytes: row.sizeBytes, bytes });
      const isStuck = status.state === 'expected' && status.received <= row.sentBytes;
      takeStatus(status);
      if (isStuck) later(row);
      else rows.noteSent(db, row.sha256, status.received);
    });
    return true;
  }

  async function fetchNext(origin: 'asked' | 'prefetched'): Promise<boolean> {
    const row = rows.nextToFetch(db, origin, now());
    if (!row) return false;
    await ofOneFile(row, async () => {
      if (row.serverState !== 'stored' || !asked.has(row.sha256)) {
        await check([row]);
        if (rows.findBlob(db, row.sha256)?.serverState !== 'stored') later(row);
        return;
      }
      await fetchPiece(row);
    });
    return true;
  }

  async function fetchPiece(row: rows.BlobRow): Promise<void> {
    const known = files.partSize(row.sha256);
    const offset = known > row.sizeBytes ? 0 : known;
    if (offset < row.sizeBytes) {
      const bytes = await client.fetchPiece(row.sha256, offset, Math.min(BLOB_CHUNK_BYTES, row.sizeBytes - offset));
      if (bytes.length === 0) throw new Error('The server sent nothing of a file it has');
      files.addToPart(row.sha256, offset, bytes);
    }
    if (files.partSize(row.sha256) < row.sizeBytes) {
      options.onFilesChanged([row.sha256]);
      return;
    }
    if (files.finishPart(row.sha256)) {
      rows.noteHere(db, row.sha256, now());
    } else {
      options.log('a fetched file was not what it should be; it is fetched again', { sha256: row.sha256 });
      later(row);
    }
    options.onFilesChanged([row.sha256]);
  }

  async function checkSome(): Promise<boolean> {
    const due = rows.blobsToCheck(db, now(), CHECKS_AT_ONCE);
    if (due.length === 0) return false;
    await check(due);
    return true;
  }

  async function check(due: readonly rows.BlobRow[]): Promise<void> {
    const { station } = readSyncState(db);
    if (station === null) throw new Error('This workstation is nobody to the server yet');
    const statuses = await client.status(station, due.map((row) => row.sha256));
    for (const row of due) asked.add(row.sha256);
    for (const status of statuses) takeStatus(status);
    for (const row of due) if (row.isHere === 1 && rows.findBlob(db, row.sha256)?.serverState === 'notExpected') later(row);
  }

  function takeStatus(status: BlobStatus): void {
    const before = rows.findBlob(db, status.sha256);
    if (!before) return;
    rows.noteStatus(db, status, now(), status.state === 'checking' ? now() + CHECK_AGAIN_MS : null);
    if (status.state === 'notAllowed' || status.state === 'infected') rows.unwantBlob(db, status.sha256);
    if (status.state === 'notExpected' && before.isHere === 0) rows.unwantBlob(db, status.sha256);
    if (isWorthPrefetching(before, status)) rows.wantBlob(db, status.sha256, 'prefetched');
    options.onFilesChanged([status.sha256]);
  }

  function isWorthPrefetching(row: rows.BlobRow, status: BlobStatus): boolean {
    if (status.state !== 'stored' || row.isHere === 1 || row.isWanted === 1 || row.sizeBytes > SMALL_FILE_BYTES) return false;
    if (bytesPrefetched(db) + row.sizeBytes > options.limits.prefetchBytes) return false;
    return isOfOwnOpenCase(db, row.sha256, options.departments());
  }

  async function sendThumbnail(): Promise<boolean> {
    const next = rows.nextThumbnailToSend(db, now());
    if (!next) return false;
    try {
      await client.sendThumbnail(next.sha256, next.bytes);
    } catch (error) {
      if (!(error instanceof BlobTrouble) || error.allWaitMs !== null) throw error;
      options.log('a thumbnail was not taken', { sha256: next.sha256, code: error.code });
    }
    rows.noteThumbnailSent(db, next.sha256);
    return true;
  }

  async function fetchThumbnail(): Promise<boolean> {
    const row = rows.nextThumbnailToFetch(db, now());
    if (!row) return false;
    try {
      rows.addThumbnail(db, row.sha256, await client.fetchThumbnail(row.sha256), true);
    } catch (error) {
      if (!(error instanceof BlobTrouble) || error.allWaitMs !== null) throw error;
      rows.noteNoThumbnailThere(db, row.sha256);
    }
    options.onFilesChanged([row.sha256]);
    return true;
  }

  function evict(): boolean {
    const gone = keepWithin(db, files, options.limits.storeBytes, now());
    if (gone.length > 0) options.onFilesChanged(gone);
    return gone.length > 0;
  }

  /** Trouble of this file alone makes it wait, longer and longer, and lets the others go on. */
  async function ofOneFile(row: rows.BlobRow, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      asked.delete(row.sha256); // where the server stands is not known any more
      if (!(error instanceof BlobTrouble) || error.allWaitMs !== null) throw error;
      options.log('a file waits', { sha256: row.sha256, code: error.code });
      later(row);
    }
  }

  function later(row: rows.BlobRow): void {
    const waitMs = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(row.failures, 12)) * (0.5 + options.random() / 2);
    rows.retryLater(db, row.sha256, Math.round(now() + waitMs));
    options.onFilesChanged([row.sha256]);
  }

  return { step };
}
