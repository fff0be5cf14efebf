import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { maySee } from '../domain/visibility.ts';
import { StaffId } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const AssignCaseArgs = z.object({
  /** Null: nobody’s again, as before somebody was chosen by mistake. */
  assigneeId: StaffId.nullable(),
  /** Whose it was on the author's screen; null when it was nobody's. */
  seenAssigneeId: StaffId.nullable(),
  note: freeText(2_000),
});

/**
 * Gives a case to a member of staff, or back to nobody.
 *
 * Refuses: unknownStaff; sealedFromThem for somebody who may not see a sealed case; takenBySomeoneElse when it has gone to somebody the author did not see; nothingToChange.
 */
export const assignCase = defineCommand({
  type: 'case.assign',
  v: 1,
  args: AssignCaseArgs,
  decide(current, { args }, { catalogue }): Ruling {
    const problem = args.assigneeId === null ? null : problemOfAssignee(args.assigneeId, current, catalogue);
    if (problem) return problem;
    if (current.assigneeId === args.assigneeId) return refuse('nothingToChange');
    if (current.assigneeId !== args.seenAssigneeId) {
      return refuse('takenBySomeoneElse', { assigneeId: current.assigneeId });
    }
    return accept({ kind: 'assigned', assigneeId: args.assigneeId, note: args.note });
  },
});

function problemOfAssignee(staffId: StaffId, current: Case, catalogue: Catalogue): Ruling | null {
  const assignee = findStaff(catalogue, staffId);
  if (!assignee?.isActive) return refuse('unknownStaff', { staffId });
  return maySee(assignee, current) ? null : refuse('sealedFromThem', { staffId });
}
