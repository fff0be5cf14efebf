import { z } from 'zod';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { Code, StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';
import { businessDaysAfter } from './task-dates.ts';

export const AddTaskArgs = z.object({
  taskId: z.uuid(),
  title: requiredText(300, () => t`Say what is to be done`),
  departmentCode: Code,
  assigneeId: StaffId.nullable(),
  /** The task that has to be finished first; null: this one can begin at once. */
  after: z.uuid().nullable(),
  /** Counted from when it can begin; null: no date of its own. */
  withinBusinessDays: z.int().min(1).max(250).nullable(),
});

/**
 * Gives a department something to do for the case (AS-5). The department sees the case from then on, with its whole history.
 *
 * Refuses: unknownDepartment, unknownStaff, unknownTask when the one before it is not there, nothingToChange for a repeated id.
 */
export const addTask = defineCommand({
  type: 'case.addTask',
  v: 1,
  args: AddTaskArgs,
  decide(current, { args, madeAt }, { catalogue }): Ruling {
    if (current.tasks.some(({ id }) => id === args.taskId)) return refuse('nothingToChange');
    if (!findDepartment(catalogue, args.departmentCode)?.isActive) return refuse('unknownDepartment', { departmentCode: args.departmentCode });
    if (args.assigneeId && !findStaff(catalogue, args.assigneeId)?.isActive) return refuse('unknownStaff', { staffId: args.assigneeId });
    const before = current.tasks.find(({ id }) => id === args.after);
    if (args.after !== null && before === undefined) return refuse('unknownTask', { taskId: args.after });
    const isWaiting = before !== undefined && before.finishedAt === null;
    const dueBy = isWaiting ? null : businessDaysAfter(catalogue, current, madeAt, args.withinBusinessDays);
    return accept({ kind: 'taskAdded', ...args, dueBy });
  },
});
