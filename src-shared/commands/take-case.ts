import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { StaffId } from '../util/ids.ts';
import { defineCommand } from './command.ts';

export const TakeCaseArgs = z.object({ seenAssigneeId: StaffId.nullable() });

/** Makes a case the author's own. The first to reach the server has it; a second taker is refused with the name. */
export const takeCase = defineCommand({
  type: 'case.take',
  v: 1,
  args: TakeCaseArgs,
  decide(current, { args, userId }): Ruling {
    if (current.assigneeId === userId) return refuse('nothingToChange');
    if (current.assigneeId !== args.seenAssigneeId) {
      return refuse('takenBySomeoneElse', { assigneeId: current.assigneeId });
    }
    return accept({ kind: 'assigned', assigneeId: userId, note: '' });
  },
});
