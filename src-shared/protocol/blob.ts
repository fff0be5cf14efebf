/**
 * Files of cases between workstation and server (docs/sync.md, "Attachments"). A file is named by its SHA-256 and goes in chunks:
 *
 * - `POST /sync/v1/blobs/status` `BlobStatusRequest` → `BlobStatusReply`: how much of each the server has, and what it thinks of it.
 * - `PUT /sync/v1/blob/SHA256?offset=N&size=TOTAL`, application/octet-stream → 200 `BlobStatus`; 409 `BlobStatus` when the server
 *   is somewhere else: go on at `received`. Offset and size stand in the address because that is signed and headers are not.
 * - `GET /sync/v1/blob/SHA256` with `Range: bytes=N-M` → 200 or 206.
 * - `PUT`/`GET /sync/v1/blob/SHA256/thumbnail`: a small picture of it, in one piece.
 */
import { z } from 'zod';
import { Sha256 } from '../domain/case.ts';
import { StationId } from '../util/ids.ts';

/** What a workstation sends and asks for at once. */
export const BLOB_CHUNK_BYTES = 256 * 1024;
/** What the server takes at once. */
export const MAX_BLOB_CHUNK_BYTES = 512 * 1024;
/** Only the last chunk of a file may be smaller, so that no file becomes millions of rows. */
export const MIN_BLOB_CHUNK_BYTES = 16 * 1024;
export const MAX_THUMBNAIL_BYTES = 64 * 1024;

/**
 * `notExpected`: no case this workstation may see, and no entry of its own, names the file (the server says no more of it).
 * `expected`: named by a case, not here whole. `checking`: whole, a virus scanner has not had its say. `stored`: whole and handed
 * out. `notAllowed`, `infected`: whole once, never handed out; `why` says it to staff.
 */
export const BlobState = z.enum(['notExpected', 'expected', 'checking', 'stored', 'notAllowed', 'infected']);
export type BlobState = z.infer<typeof BlobState>;

export const BlobStatus = z.object({
  sha256: Sha256,
  state: BlobState,
  /** Bytes the server has, from the beginning without a gap. */
  received: z.int().min(0),
  why: z.string().nullable(),
  hasThumbnail: z.boolean(),
});
export type BlobStatus = z.infer<typeof BlobStatus>;

export const BlobStatusRequest = z.object({ station: StationId, sha256s: z.array(Sha256).min(1).max(100) });
export type BlobStatusRequest = z.infer<typeof BlobStatusRequest>;

/** One line for each file asked for, in the same order. */
export const BlobStatusReply = z.object({ blobs: z.array(BlobStatus) });
export type BlobStatusReply = z.infer<typeof BlobStatusReply>;

export const BlobChunkQuery = z.object({ offset: z.coerce.number().int().min(0), size: z.coerce.number().int().min(1) });
