/** A task of a case in words: what became of it, and when it is due. */
import { t, tFor } from '../../../src-shared/language/language.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { Task } from '../../../src-shared/domain/case-parts.ts';
import { durationWords, exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { Tone } from '../../ui/status-pill.tsx';

export interface TaskState {
  readonly label: string;
  readonly tone: Tone;
}

/** `Open`, `Late`, `Waits`, `Done`, `Not needed`: late only while it can still be finished. */
export function taskState({ state, dueBy }: Task, isCaseClosed: boolean, now: UtcMs): TaskState {
  switch (state) {
    case 'waiting':
      return { label: t`Waits`, tone: 'neutral' };
    case 'open':
      return !isCaseClosed && dueBy !== null && dueBy < now ? { label: tFor('task')`Late`, tone: 'danger' } : { label: tFor('task')`Open`, tone: 'info' };
    case 'done':
      return { label: tFor('task')`Done`, tone: 'success' };
    case 'notNeeded':
      return { label: t`Not needed`, tone: 'neutral' };
  }
}

/** When it is to be done, or was: `Due Fri 27 Nov 17:00 (in 4 days)`. Null when there is nothing to say. */
export function taskDueWords(task: Task, before: Task | undefined, now: UtcMs, timeZone: string): string | null {
  const { state, dueBy, finishedAt, withinBusinessDays } = task;
  const exact = (at: UtcMs): string => exactMoment(at, now, timeZone);
  if (finishedAt !== null) return dueBy !== null && finishedAt > dueBy ? t`${exact(finishedAt)}, ${durationWords(finishedAt - dueBy)} late` : exact(finishedAt);
  if (state === 'waiting') {
    const first = before?.title ?? t`another task`;
    return withinBusinessDays === null ? t`After “${first}”` : t`After “${first}”, then ${dayCount(withinBusinessDays)} to do it`;
  }
  if (dueBy === null) return null;
  return dueBy < now ? t`Was due ${exact(dueBy)}, ${durationWords(now - dueBy)} ago` : t`Due ${exact(dueBy)} (${relativeMoment(dueBy, now, timeZone)})`;
}

/** `1 business day`, `3 business days`. */
export function dayCount(days: number): string {
  return days === 1 ? t`1 business day` : t`${days} business days`;
}

/** In the order in which they are to be done: each after the one it waits for, else as they were added. */
export function inOrder(tasks: Case['tasks']): readonly Task[] {
  const followersOf = (id: string | null): readonly Task[] => tasks.filter(({ after }) => after === id);
  const withFollowers = (task: Task): readonly Task[] => [task, ...followersOf(task.id).flatMap(withFollowers)];
  return followersOf(null).flatMap(withFollowers);
}
