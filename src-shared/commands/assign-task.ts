import { z } from 'zod';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { Code, StaffId } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const AssignTaskArgs = z.object({
  taskId: z.uuid(),
  departmentCode: Code,
  assigneeId: StaffId.nullable(),
  /** Whose it was on the author's screen. */
  seenAssigneeId: StaffId.nullable(),
  note: freeText(2_000),
});

/**
 * Gives a task to somebody, or to another department.
 *
 * Refuses: unknownTask, taskFinished, unknownDepartment, unknownStaff, takenBySomeoneElse, nothingToChange.
 */
export const assignTask = defineCommand({
  type: 'case.assignTask',
  v: 1,
  args: AssignTaskArgs,
  decide(current, { args }, { catalogue }): Ruling {
    const { taskId, departmentCode, assigneeId, seenAssigneeId, note } = args;
    const task = current.tasks.find(({ id }) => id === taskId);
    if (!task) return refuse('unknownTask', { taskId });
    if (task.finishedAt !== null) return refuse('taskFinished');
    if (!findDepartment(catalogue, departmentCode)?.isActive) return refuse('unknownDepartment', { departmentCode });
    if (assigneeId && !findStaff(catalogue, assigneeId)?.isActive) return refuse('unknownStaff', { staffId: assigneeId });
    if (task.assigneeId === assigneeId && task.departmentCode === departmentCode) return refuse('nothingToChange');
    if (task.assigneeId !== seenAssigneeId) return refuse('takenBySomeoneElse', { assigneeId: task.assigneeId });
    return accept({ kind: 'taskAssigned', taskId, departmentCode, assigneeId, note });
  },
});
