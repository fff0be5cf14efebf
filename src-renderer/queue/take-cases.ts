import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { newCommandId } from '../data/new-id.ts';
import { commands } from '../data/run-command.ts';

export interface TakeResult {
  readonly taken: number;
  /** Why the others were not, each sentence once. */
  readonly refusals: readonly string[];
}

/** Makes cases the signed-in person's own, one command each: what is refused for one says nothing about the others. */
export async function takeCases(rows: readonly CaseRow[]): Promise<TakeResult> {
  const replies = await Promise.all(
    rows.map(({ caseId, assigneeId }) => commands.run({ commandId: newCommandId(), caseId, type: 'case.take', args: { seenAssigneeId: assigneeId } })),
  );
  const refusals = replies.flatMap((reply) => (reply.ok ? [] : [reply.sentence]));
  return { taken: replies.length - refusals.length, refusals: [...new Set(refusals)] };
}
