/** Merging and undoing it: two cases, two commands, one transaction. docs/decisions/0019-merges-in-two-halves.md */
import { randomUUID } from 'node:crypto';
import type { MergeCasesInput, RefusedReply, RunReply, UnmergeCasesInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { type CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { findCase } from '../cases/case-queries.ts';
import type { CommandRequest } from '../outbox/run-command.ts';
import { type GivingDesk, giveTogether } from './commands.ts';

/** `case.merge` on this case and `case.absorb` on the one that goes on: both or neither. */
export function mergeCases(workstation: GivingDesk, { commandId, otherCommandId, caseId, args }: MergeCasesInput): RunReply {
  const own = { commandId, caseId, type: 'case.merge' as const, args, takesNumber: false };
  return both(workstation, own, otherHalf(workstation, own, otherCommandId));
}

/** `case.unmerge` and `case.separate`. Where the other case is not on this workstation, its half is left out. */
export function unmergeCases(workstation: GivingDesk, { commandId, otherCommandId, caseId, args }: UnmergeCasesInput): RunReply {
  const own = { commandId, caseId, type: 'case.unmerge' as const, args, takesNumber: false };
  return both(workstation, own, otherHalf(workstation, own, otherCommandId));
}

/**
 * What has to be given together with a command, on the other case; null: nothing. Merges are the only commands that have another
 * half; its id is new unless `commandId` is given.
 */
export function otherHalf({ db }: Pick<GivingDesk, 'db'>, own: CommandRequest, commandId: CommandId = CommandId.parse(randomUUID())): CommandRequest | null {
  const current = findCase(db, own.caseId)?.case;
  if (own.type === 'case.merge' && current) {
    const args = { caseId: own.caseId, trackingNumber: current.trackingNumber, mergeUid: own.commandId };
    return { commandId, caseId: own.args['intoCaseId'] as CaseId, type: 'case.absorb', args, takesNumber: false }; // safe: parsed as MergeCaseArgs
  }
  const whole = own.type === 'case.unmerge' && current?.mergedInto ? findCase(db, current.mergedInto.caseId)?.case : undefined;
  if (!whole?.absorbed.some((part) => part.caseId === own.caseId)) return null;
  return { commandId, caseId: whole.id, type: 'case.separate', args: { caseId: own.caseId, unmergeUid: own.commandId }, takesNumber: false };
}

function both(workstation: GivingDesk, own: CommandRequest, other: CommandRequest | null): { readonly ok: true; readonly caseId: CaseId } | RefusedReply {
  const outcome = giveTogether(workstation, other === null ? [own] : [own, other]);
  return outcome.ok ? { ok: true, caseId: own.caseId } : outcome;
}
