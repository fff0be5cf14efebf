import { kindOfFile } from '../../src-shared/attachments/file-kind.ts';
import { MAX_THUMBNAIL_BYTES } from '../../src-shared/protocol/blob.ts';
import type { Pool } from '../db/pool.ts';
import { malformedRequest } from '../http/problem.ts';

const SQL = {
  // The first one stays: nobody changes what others see of a file.
  keep: `INSERT INTO blob_thumbnail (sha256, bytes) SELECT sha256, $2 FROM blob WHERE sha256 = $1 AND state IN ('expected', 'stored')
         ON CONFLICT (sha256) DO NOTHING`,
  read: 'SELECT bytes FROM blob_thumbnail WHERE sha256 = $1',
};

const THUMBNAIL_KINDS = ['jpeg', 'png', 'webp'];

/** Keeps a small picture of a file, made by the workstation that attached it. Throws a 400 when it is not one. */
export async function keepThumbnail(pool: Pool, sha256: string, bytes: Buffer): Promise<void> {
  const found = kindOfFile(bytes);
  if (!found.ok || !THUMBNAIL_KINDS.includes(found.kind)) throw malformedRequest('body: a thumbnail is a JPEG, PNG or WebP');
  if (bytes.length > MAX_THUMBNAIL_BYTES) throw malformedRequest('body: a thumbnail has at most 64 KiB');
  await pool.query(SQL.keep, [sha256, bytes]);
}

/** Null when nobody has made one. */
export async function readThumbnail(pool: Pool, sha256: string): Promise<Buffer | null> {
  return (await pool.query<{ bytes: Buffer }>(SQL.read, [sha256])).rows[0]?.bytes ?? null;
}
