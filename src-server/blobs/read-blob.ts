import type { Pool } from '../db/pool.ts';
import type { ByteRange } from '../updates/byte-ranges.ts';

/** The chunk that holds a byte: the last one that begins at or before it. */
const CHUNK_AT = `SELECT offset_bytes AS "offset", bytes FROM blob_chunk
  WHERE sha256 = $1 AND offset_bytes <= $2 ORDER BY offset_bytes DESC LIMIT 1`;

/** Small enough that a slow reader is seen to move (`http/admission.ts`): what a socket was given counts as taken only as a whole. */
const WRITTEN_AT_ONCE = 16 * 1024;

/** The bytes of a range, a chunk in memory at a time. Throws when the file goes away meanwhile; the answer is then cut short. */
export async function* readBlob(pool: Pool, sha256: string, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = start; at <= end; ) {
    const { rows } = await pool.query<{ offset: number; bytes: Buffer }>(CHUNK_AT, [sha256, at]);
    const [chunk] = rows;
    const part = chunk?.bytes.subarray(at - chunk.offset, end + 1 - chunk.offset);
    if (part === undefined || part.length === 0) throw new Error('a stored file has a gap');
    for (let from = 0; from < part.length; from += WRITTEN_AT_ONCE) yield part.subarray(from, from + WRITTEN_AT_ONCE);
    at += part.length;
  }
}
