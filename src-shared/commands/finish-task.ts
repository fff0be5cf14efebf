import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { freeText } from '../util/text.ts';
import type { UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';
import { businessDaysAfter } from './task-dates.ts';

export const FinishTaskArgs = z.object({ taskId: z.uuid(), outcome: z.enum(['done', 'notNeeded']), note: freeText(10_000) });

/**
 * Says that a task is done, or not needed any more; those that waited for it begin, and their clocks with them.
 *
 * Refuses: unknownTask, taskFinished, taskWaits when one before it has to be finished first.
 */
export const finishTask = defineCommand({
  type: 'case.finishTask',
  v: 1,
  args: FinishTaskArgs,
  decide(current, { args, madeAt }, { catalogue }): Ruling {
    const task = current.tasks.find(({ id }) => id === args.taskId);
    if (!task) return refuse('unknownTask', { taskId: args.taskId });
    if (task.finishedAt !== null) return refuse('taskFinished');
    const before = current.tasks.find(({ id }) => id === task.after);
    if (task.state === 'waiting' && args.outcome === 'done') return refuse('taskWaits', { title: before?.title ?? '' });
    return accept({ kind: 'taskFinished', ...args }, ...startedBy(current, [task.id], madeAt, catalogue));
  },
});

/** The tasks that can begin once those named are finished. */
export function startedBy(current: Case, finished: readonly string[], at: UtcMs, catalogue: Catalogue): readonly NewFact[] {
  return current.tasks
    .filter(({ id, state, after }) => state === 'waiting' && after !== null && finished.includes(after) && !finished.includes(id))
    .map(({ id, withinBusinessDays }) => ({
      kind: 'taskStarted',
      taskId: id,
      dueBy: businessDaysAfter(catalogue, current, at, withinBusinessDays),
    }));
}
