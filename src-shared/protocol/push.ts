import { z } from 'zod';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { StationId } from '../util/ids.ts';

export const MAX_PUSH_COMMANDS = 200;
export const MAX_PUSH_BYTES = 512 * 1024;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One outbox row on the wire. `command` is parsed one by one at the server, so that a single one it cannot read becomes a
 * refused result and never blocks the others.
 */
export const PushedCommand = z.object({
  seq: z.int().positive(),
  hash: Hash,
  command: z.unknown(),
  /** It was refused in a life of the server that is gone, and settled since: it keeps its place and takes no effect. Since version 2. */
  isWithdrawn: z.boolean().optional(),
  /** The number put in the place of the command's own in a life of the server that is gone: the citizen may have been told. Since version 2. */
  renumberedTo: TrackingNumber.nullish(),
});

/** POST /sync/v1/push: the next commands of one station, in seq order without gaps. */
export const PushRequest = z.object({
  station: StationId,
  epoch: z.int(),
  /** Chain hash of the command before the first one here. */
  prevHash: Hash,
  commands: z.array(PushedCommand).max(MAX_PUSH_COMMANDS),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** Code of an accepted command whose tracking number was on another slip already; `detail` is `{ from, to }`. Since version 2. */
export const RENUMBERED = 'renumbered';

/** `accepted`: facts were made. `refused`: `code` is a RefusalReason. `deferred`: set aside for people, `code` names the incident. */
export const ResultStatus = z.enum(['accepted', 'refused', 'deferred']);
export type ResultStatus = z.infer<typeof ResultStatus>;

export const CommandResult = z.object({
  seq: z.int().positive(),
  status: ResultStatus,
  code: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type CommandResult = z.infer<typeof CommandResult>;

export const PushReply = z.object({ seq: z.int().min(0), rev: z.int().min(0), results: z.array(CommandResult) });
export type PushReply = z.infer<typeof PushReply>;

/**
 * HTTP 409: the two histories do not fit. `gap`: send again from `seq + 1`. `fork`: another copy of this disk has sent
 * other commands under the same numbers. `epoch`: the server was restored; send again from `seq + 1` under the new epoch.
 */
export const PushConflict = z.object({
  why: z.enum(['gap', 'fork', 'epoch']),
  epoch: z.int(),
  seq: z.int().min(0),
  hash: Hash,
});
export type PushConflict = z.infer<typeof PushConflict>;

/** GET /sync/v1/history?from=SEQ: what the server holds of this station and what became of it, oldest first, at most 1,000 rows. */
export const HistoryReply = z.object({
  rows: z.array(CommandResult.extend({ uid: z.string(), hash: Hash })),
});
export type HistoryReply = z.infer<typeof HistoryReply>;
