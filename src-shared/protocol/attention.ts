/**
 * POST /sync/v1/attention: what people decided about entries that had no effect, and what is still open for whoever is
 * signed in. Sent after a round's pushes and its pull; nothing waits for it (docs/decisions/0012-attention-known-to-the-server.md).
 */
import { z } from 'zod';
import { StaffId, StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import { ResultStatus } from './push.ts';

export const MAX_SETTLEMENTS = 100;
export const MAX_ATTENTION_ITEMS = 500;

export const SETTLEMENT_ACTIONS = ['doItAnyway', 'keptAsNote', 'handedOver', 'dropped', 'calledBack'] as const;
export const SettlementAction = z.enum(SETTLEMENT_ACTIONS);
export type SettlementAction = z.infer<typeof SettlementAction>;

/** One decision. `uid`, `ofStation` and `seq` name the command it is about, `id` the decision itself: sent twice, it counts once. */
export const Settlement = z.object({
  id: z.uuid(),
  uid: z.uuid(),
  ofStation: StationId,
  seq: z.int().positive(),
  action: SettlementAction,
  /** Whom it was handed to; null for every other action. */
  to: StaffId.nullable(),
  by: StaffId,
  madeAt: UtcMs,
}).refine(({ action, to }) => (action === 'handedOver') === (to !== null), 'Exactly what is handed over names a receiver');
export type Settlement = z.infer<typeof Settlement>;

export const AttentionRequest = z.object({
  station: StationId,
  /** Who is signed in; null: nobody, then no list is wanted. */
  staffId: StaffId.nullable(),
  settlements: z.array(Settlement).max(MAX_SETTLEMENTS),
  /** Open entries this workstation knows: what has become of each? */
  asks: z.array(z.uuid()).max(MAX_ATTENTION_ITEMS),
  /** `tag` of the list it holds for this person; null: none. */
  tag: z.string().max(64).nullable(),
});
export type AttentionRequest = z.infer<typeof AttentionRequest>;

/**
 * `settled`: it counts. `late`: somebody had settled the entry before; kept in the record. `refused`: this person may not, or
 * the one it was handed to may not see the case; the entry stays open. `unknown`: the server has no such entry yet; send again.
 */
export const SettlementOutcome = z.enum(['settled', 'late', 'refused', 'unknown']);
export type SettlementOutcome = z.infer<typeof SettlementOutcome>;

/** What has become of an entry a workstation asked about. */
export const AskedEntry = z.object({
  uid: z.uuid(),
  isOpen: z.boolean(),
  /** Who has it to decide now; null when that is its author. */
  holder: StaffId.nullable(),
  handedBy: StaffId.nullable(),
});
export type AskedEntry = z.infer<typeof AskedEntry>;

/** An open entry as the server keeps it, with the text, for somebody who may see it. */
export const AttentionCopy = z.object({
  uid: z.uuid(),
  ofStation: StationId,
  /** What people call the workstation it was entered at. */
  stationName: z.string(),
  seq: z.int().positive(),
  status: ResultStatus,
  code: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  /** As it was entered; parsed by whoever shows it, because it may be of another version. */
  command: z.unknown(),
  receivedAt: UtcMs,
  holder: StaffId.nullable(),
  handedBy: StaffId.nullable(),
});
export type AttentionCopy = z.infer<typeof AttentionCopy>;

export const AttentionReply = z.object({
  epoch: z.int(),
  outcomes: z.array(z.object({ id: z.uuid(), outcome: SettlementOutcome })),
  asked: z.array(AskedEntry),
  /** Everything open for the person named; null: as under the tag that was sent, or nobody to show it to. */
  list: z.object({ tag: z.string(), items: z.array(AttentionCopy) }).nullable(),
  /** From this age on an entry is its supervisors' too. */
  supervisorAfterMs: z.int().positive(),
  /** The server's own version, for people. */
  serverVersion: z.string(),
});
export type AttentionReply = z.infer<typeof AttentionReply>;
