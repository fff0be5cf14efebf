import { z } from 'zod';
import { StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** POST /sync/v1/hello: both sides say where they stand. */
export const HelloRequest = z.object({
  station: StationId,
  epoch: z.int(),
  /** Last command of this station's outbox, and its chain hash. */
  seq: z.int().min(0),
  hash: Hash,
  /** Revision this station shows, and the mark the server gave it (see PullHeader); 0 and null before the first pull. Since version 2. */
  rev: z.int().min(0).default(0),
  mark: z.string().max(64).nullable().default(null),
  protos: z.array(z.int()).min(1),
  app: z.string().max(50),
  sentAt: UtcMs,
});
export type HelloRequest = z.infer<typeof HelloRequest>;

export const HelloReply = z.object({
  proto: z.int(),
  epoch: z.int(),
  rev: z.int().min(0),
  minRev: z.int().min(0),
  /** Last command the server has of this station, and its chain hash. */
  seq: z.int().min(0),
  hash: Hash,
  buckets: z.array(z.string()),
  now: UtcMs,
  upgrade: z.enum(['none', 'soon', 'readonly']),
  lastBackupAt: UtcMs.nullable(),
  /** How many days back the server may be restored: a station keeps what it sent for longer than that. Since version 2. */
  keepDays: z.int().min(1).max(99_999).default(35),
  /** X25519 public key, base64url: texts sealed for it are read by this server, and by one restored from its backups. Since version 2. */
  textKey: z.string().length(43).nullable().default(null),
});
export type HelloReply = z.infer<typeof HelloReply>;
