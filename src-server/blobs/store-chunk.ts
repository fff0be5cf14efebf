/**
 * Takes a file in, chunk by chunk. The blob's row is the queue: chunks of one file are taken one after the other, whoever sends
 * them, so two stations with the same scan finish it together. With the last chunk, in the same transaction, the hash is checked
 * and the kind is told by the bytes; a wrong one leaves nothing behind.
 */
import { createHash } from 'node:crypto';
import { kindOfFile } from '../../src-shared/attachments/file-kind.ts';
import { MAX_ATTACHMENT_BYTES, notAllowedSentence } from '../../src-shared/attachments/judge-file.ts';
import { BLOB_CHUNK_BYTES, MAX_BLOB_CHUNK_BYTES, MIN_BLOB_CHUNK_BYTES } from '../../src-shared/protocol/blob.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { malformedRequest } from '../http/problem.ts';

export interface Chunk {
  readonly sha256: string;
  readonly offset: number;
  /** Bytes of the whole file. */
  readonly sizeBytes: number;
  readonly bytes: Buffer;
  readonly at: UtcMs;
}

export type ChunkOutcome =
  /** Taken, or had already. */
  | 'taken'
  /** The server is at another offset. */
  | 'elsewhere'
  /** Complete and kept, or complete and not allowed; the blob's row says which. */
  | 'complete'
  /** Complete, but not the file of this hash: everything was thrown away. */
  | 'wrongHash';

const SQL = {
  expect: `INSERT INTO blob (sha256, size_bytes, state) VALUES ($1, $2, 'expected') ON CONFLICT (sha256) DO NOTHING`,
  lock: `SELECT state, size_bytes AS "sizeBytes", received_bytes AS "receivedBytes" FROM blob WHERE sha256 = $1 FOR UPDATE`,
  beginAnew: 'UPDATE blob SET size_bytes = $2, received_bytes = 0 WHERE sha256 = $1',
  dropChunks: 'DELETE FROM blob_chunk WHERE sha256 = $1',
  add: 'INSERT INTO blob_chunk (sha256, offset_bytes, bytes) VALUES ($1, $2, $3)',
  received: 'UPDATE blob SET received_bytes = $2 WHERE sha256 = $1',
  chunks: 'SELECT bytes FROM blob_chunk WHERE sha256 = $1 ORDER BY offset_bytes',
  keep: `UPDATE blob SET state = 'stored', is_clean = false, scan_after = 0, why = NULL, stored_at = $2 WHERE sha256 = $1`,
  refuse: `UPDATE blob SET state = 'refused', received_bytes = 0, why = $2 WHERE sha256 = $1`,
};

/** Throws a 400 for a chunk that no workstation sends: too large, too small, past the end. Whether it may be sent was asked before. */
export async function storeChunk(pool: Pool, chunk: Chunk): Promise<ChunkOutcome> {
  checkShape(chunk);
  return inTransaction(pool, {}, async (tx) => {
    await tx.query(SQL.expect, [chunk.sha256, chunk.sizeBytes]);
    const row = await lockBlob(tx, chunk);
    if (row.state !== 'expected') return 'complete';
    const end = chunk.offset + chunk.bytes.length;
    if (end <= row.receivedBytes) return 'taken';
    if (chunk.offset !== row.receivedBytes) return 'elsewhere';
    await tx.query(SQL.add, [chunk.sha256, chunk.offset, chunk.bytes]);
    await tx.query(SQL.received, [chunk.sha256, end]);
    return end < chunk.sizeBytes ? 'taken' : finish(tx, chunk);
  });
}

/** Takes in a file that is here whole, as its chunks would have come. */
export async function storeWholeFile(pool: Pool, bytes: Buffer, at: UtcMs): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for (let offset = 0; offset < bytes.length; offset += BLOB_CHUNK_BYTES) {
    await storeChunk(pool, { sha256, offset, sizeBytes: bytes.length, bytes: bytes.subarray(offset, offset + BLOB_CHUNK_BYTES), at });
  }
}

function checkShape({ offset, sizeBytes, bytes }: Chunk): void {
  const end = offset + bytes.length;
  if (sizeBytes > MAX_ATTACHMENT_BYTES) throw malformedRequest('size: larger than any file may be');
  if (bytes.length === 0 || bytes.length > MAX_BLOB_CHUNK_BYTES) throw malformedRequest('body: a chunk has 1 byte to 512 KiB');
  if (end > sizeBytes) throw malformedRequest('offset: the chunk goes past the end of the file');
  if (end < sizeBytes && bytes.length < MIN_BLOB_CHUNK_BYTES) throw malformedRequest('body: only the last chunk may be smaller than 16 KiB');
}

/** The locked row. Another size for the same hash means that one of the two is wrong: who begins at 0 begins anew. */
async function lockBlob(tx: Connection, { sha256, offset, sizeBytes }: Chunk) {
  const { rows } = await tx.query<{ state: string; sizeBytes: number; receivedBytes: number }>(SQL.lock, [sha256]);
  const [row] = rows;
  if (row === undefined) throw new Error('a blob row was deleted under its upload');
  if (row.state !== 'expected' || row.sizeBytes === sizeBytes || offset !== 0) return row.sizeBytes === sizeBytes || row.state !== 'expected' ? row : { ...row, receivedBytes: 0 };
  await tx.query(SQL.dropChunks, [sha256]);
  await tx.query(SQL.beginAnew, [sha256, sizeBytes]);
  return { ...row, sizeBytes, receivedBytes: 0 };
}

async function finish(tx: Connection, { sha256, sizeBytes, at }: Chunk): Promise<ChunkOutcome> {
  const { rows } = await tx.query<{ bytes: Buffer }>(SQL.chunks, [sha256]);
  const whole = Buffer.concat(rows.map((row) => row.bytes));
  if (createHash('sha256').update(whole).digest('hex') !== sha256) {
    await tx.query(SQL.dropChunks, [sha256]);
    await tx.query(SQL.beginAnew, [sha256, sizeBytes]);
    return 'wrongHash';
  }
  const found = kindOfFile(whole);
  if (found.ok) {
    await tx.query(SQL.keep, [sha256, at]);
  } else {
    await tx.query(SQL.dropChunks, [sha256]);
    await tx.query(SQL.refuse, [sha256, notAllowedSentence(found.why)]);
  }
  return 'complete';
}
