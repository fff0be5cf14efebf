/** What is given to close a case: the commands that have to come first, then the closing itself. Pure. */
import { t } from '../../../src-shared/language/language.ts';
import { unfinishedTasks } from '../../../src-shared/commands/close-case.ts';
import type { Channel } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { ClosingNeeds } from '../../../src-shared/domain/closing-needs.ts';
import type { Task } from '../../../src-shared/domain/case-parts.ts';
import type { ContactMethod } from '../../../src-shared/domain/fact.ts';
import type { CaseCommandInput } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import type { CommandId } from '../../../src-shared/util/ids.ts';
import { inOrder } from '../tasks/task-words.ts';

/** What becomes of a task, with the id of the command that says so: a second try is the same command. */
export interface TaskEnd {
  readonly outcome: 'done' | 'notNeeded';
  readonly commandId: CommandId;
}

export interface ClosingValues {
  readonly disposition: string;
  readonly closingNote: string;
  readonly completionDate: string;
  /** Of a construction or major repair: how the work went, where nobody has said it yet. */
  readonly progress: string;
  readonly progressId: CommandId;
  /** Of a complaint: how its citizen was told that we have it; empty: not said yet. */
  readonly toldBy: ContactMethod | '';
  readonly toldId: CommandId;
  /** By the task's id; those that are not here stay open. */
  readonly taskEnds: Readonly<Record<string, TaskEnd>>;
  /** Whether it counts as finished at first contact, where the rule proposes so. */
  readonly isFirstContact: boolean;
}

/** Only somebody on the phone or at the counter is still there when it is finished: of all others it is not proposed. */
const STILL_THERE: ReadonlySet<Channel> = new Set<Channel>(['phone', 'counter']);

export function emptyClosing(newCommandId: () => CommandId, channel: Channel): ClosingValues {
  const isFirstContact = STILL_THERE.has(channel);
  return { disposition: '', closingNote: '', completionDate: '', progress: '', progressId: newCommandId(), toldBy: '', toldId: newCommandId(), taskEnds: {}, isFirstContact };
}

export interface ClosingCheck {
  readonly current: Case;
  readonly needs: ClosingNeeds;
  /** In the city, as a day field holds it. */
  readonly today: string;
}

/** What is still missing, by field, in the order of the screen. */
export function missingInClosing(values: ClosingValues, { current, needs, today }: ClosingCheck): Readonly<Record<string, string | undefined>> {
  const { disposition, closingNote, completionDate, progress, toldBy } = values;
  return {
    progress: needs.progressNote && progress.trim() === '' ? t`Write what has been done: nobody has reported on this work since it was opened.` : undefined,
    completionDate: completionProblem(needs.completionDate, completionDate, today),
    toldBy: needs.acknowledgement && toldBy === '' ? t`Say how the citizen was told that we have the complaint. If they were not, tell them first.` : undefined,
    ...Object.fromEntries(openTasks(current).map((task) => [taskField(task), taskProblem(task, current, values)])),
    disposition: disposition === '' ? t`Choose how it ended.` : undefined,
    closingNote: closingNote.trim() === '' ? t`Write what was done, in words the citizen understands.` : undefined,
  };
}

function completionProblem(isRequired: boolean, date: string, today: string): string | undefined {
  if (date > today) return t`This day is still to come. Give the day the work was complete.`;
  return isRequired && date === '' ? t`Give the day the work was complete.` : undefined;
}

export const taskField = ({ id }: Task): string => `task ${id}`;

/** Those nobody has finished, each after the one it waits for. */
export function openTasks(current: Case): readonly Task[] {
  const open = new Set(unfinishedTasks(current).map(({ id }) => id));
  return inOrder(current.tasks).filter(({ id }) => open.has(id));
}

/** No case is closed over somebody's task in silence (AS-5). */
function taskProblem(task: Task, current: Case, { taskEnds }: ClosingValues): string | undefined {
  const end = taskEnds[task.id];
  if (end === undefined) return t`Say what becomes of this task: the case cannot be closed while it is open.`;
  const before = task.state === 'waiting' ? current.tasks.find(({ id }) => id === task.after) : undefined;
  return before && end.outcome === 'done' && taskEnds[before.id] === undefined ? t`This task waits for “${before.title}”. Say what becomes of that one first.` : undefined;
}

/**
 * The commands in their order, the closing last, under `commandId`. What the case has got meanwhile is not given again: `needs` and
 * the tasks are those of the case as it is now.
 */
export function closingSteps(values: ClosingValues, { current, needs, commandId }: Pick<ClosingCheck, 'current' | 'needs'> & { readonly commandId: CommandId }): readonly [CaseCommandInput, ...CaseCommandInput[]] {
  const { toldBy, toldId, progress, progressId } = values;
  const caseId = current.id;
  const before: readonly CaseCommandInput[] = [
    ...(needs.acknowledgement && toldBy !== '' ? [{ commandId: toldId, caseId, type: 'case.acknowledge', args: { method: toldBy, text: '' } } as const] : []),
    ...(needs.progressNote ? [{ commandId: progressId, caseId, type: 'case.addProgressNote', args: { text: progress } } as const] : []),
    ...openTasks(current).flatMap(({ id }) => endOf(id, current, values)),
  ];
  const last = closing(values, { commandId, caseId });
  const [first, ...rest] = before;
  return first === undefined ? [last] : [first, ...rest, last];
}

function endOf(taskId: string, { id: caseId }: Case, { taskEnds }: ClosingValues): readonly CaseCommandInput[] {
  const end = taskEnds[taskId];
  return end === undefined ? [] : [{ commandId: end.commandId, caseId, type: 'case.finishTask', args: { taskId, outcome: end.outcome, note: '' } }];
}

/** A task that was added meanwhile has been seen by nobody here: then the closing is refused. */
function closing({ disposition, closingNote, completionDate, isFirstContact }: ClosingValues, ids: Pick<CaseCommandInput, 'commandId' | 'caseId'>): CaseCommandInput {
  const given = { disposition, closingNote, completionDate: completionDate === '' ? null : completionDate };
  return { ...ids, type: 'case.close', args: { ...given, openTasks: 'refuse', ...(isFirstContact ? {} : { isFirstContact }) } };
}
