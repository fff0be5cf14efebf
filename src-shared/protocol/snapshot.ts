/**
 * GET /sync/v1/snapshot?schema=…: a ready-made records file for a workstation that holds nothing yet.
 *
 * 200 with an offer or with `none`, 202 while it is being built. GET /sync/v1/snapshot/ID serves the file, by ranges; its ETag
 * is the SHA-256. The file holds cases and their indexes alone; everything of the workstation's own stays on the workstation.
 */
import { z } from 'zod';
import { UtcMs } from '../util/time.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Below this many cases a pull is as quick and needs no file. */
export const SNAPSHOT_FROM_CASES = 2_000;

/** First number of a SQLite file that says whose it is (`PRAGMA application_id`): “PRTR”. */
export const SNAPSHOT_APPLICATION_ID = 0x50_52_54_52;

export const SnapshotQuery = z.object({
  /** Level of the workstation's schema and a hash of its text; a file of another one would not fit. */
  schema: z.string().regex(/^\d+-[0-9a-f]{16}$/),
});

export const SnapshotOffer = z.object({
  kind: z.literal('offer'),
  id: z.string().regex(/^[0-9a-f]{24}$/),
  /** The file is the city's record at this revision of this epoch, as `mark` proves. */
  epoch: z.int(),
  rev: z.int().min(0),
  mark: z.string().nullable(),
  /** Last command of the asking station whose effect is in the file, and its chain hash. */
  seq: z.int().min(0),
  hash: Hash,
  /** The scope: exactly the buckets the station may hold. */
  buckets: z.array(z.string()),
  /** Cases closed before this moment were left out; null: none were. */
  closedSince: UtcMs.nullable(),
  schema: z.string(),
  /** Of the compressed file. */
  bytes: z.int().positive(),
  sha256: Hash,
  caseCount: z.int().min(0),
});
export type SnapshotOffer = z.infer<typeof SnapshotOffer>;

export const SnapshotAnswer = z.discriminatedUnion('kind', [
  SnapshotOffer,
  /** Come again in so many seconds. `done` of about `total` cases are in the file; both 0 while it waits for its turn. */
  z.object({ kind: z.literal('building'), comeBackInS: z.int().min(1), done: z.int().min(0), total: z.int().min(0) }),
  /** No file: pull instead. */
  z.object({ kind: z.literal('none'), why: z.enum(['tooSmall', 'otherSchema', 'cannotBuild']) }),
]);
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;
