/**
 * After the server went back in time: cases, or parts of their history, that this workstation has seen at the server and the
 * server has no more. Their author's disk may be gone too; then this copy is the last one. Since version 2.
 */
import { z } from 'zod';
import { CaseId, CommandId, StationId } from '../util/ids.ts';

export const MAX_RECOVER_ASKED = 1_000;
export const MAX_RECOVER_CASES = 100;

/** POST /sync/v1/recover/ask: which of these are wanted? `commands`: those whose facts the server's answer lacked. */
export const RecoverAsk = z.object({
  station: StationId,
  epoch: z.int(),
  lost: z.array(z.object({ caseId: CaseId, commands: z.array(CommandId).min(1).max(2_000) })).max(MAX_RECOVER_ASKED),
});
export type RecoverAsk = z.infer<typeof RecoverAsk>;
export const RecoverWanted = z.object({ wanted: z.array(CaseId) });
export type RecoverWanted = z.infer<typeof RecoverWanted>;

/** POST /sync/v1/recover: the whole cases as last seen at the server. */
export const RecoverRequest = z.object({
  station: StationId,
  epoch: z.int(),
  cases: z.array(z.looseObject({ id: CaseId })).min(1).max(MAX_RECOVER_CASES),
});
export type RecoverRequest = z.infer<typeof RecoverRequest>;

/**
 * What became of each, in order. `recovered`: its lost commands are part of the case again; `known`: nothing was lost after
 * all; `unusable`: its history does not make it what it is, or this station may not hold it.
 */
export const RecoverReply = z.object({
  outcomes: z.array(z.object({ caseId: CaseId, outcome: z.enum(['recovered', 'known', 'unusable']) })),
});
export type RecoverReply = z.infer<typeof RecoverReply>;
