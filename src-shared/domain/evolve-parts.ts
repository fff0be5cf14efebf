/** How the parts of a case change with a fact: tasks, merging, lateness, survey. Pure and total, like `evolve`. */
import type { FollowUp, Survey, Task } from './case-parts.ts';
import type { Case } from './case-document.ts';
import type { FactOf } from './fact.ts';
import { unreachable } from '../util/unreachable.ts';

export function changedTasks(tasks: readonly Task[], fact: FactOf<'taskAdded' | 'taskAssigned' | 'taskStarted' | 'taskFinished'>): Task[] {
  if (fact.kind === 'taskAdded') return [...tasks, addedTask(tasks, fact)];
  return tasks.map((task) => (task.id === fact.taskId ? { ...task, ...taskChange(task, fact) } : task));
}

function addedTask(tasks: readonly Task[], fact: FactOf<'taskAdded'>): Task {
  const { taskId, title, departmentCode, assigneeId, after, withinBusinessDays, dueBy, at } = fact;
  const isWaiting = tasks.some((task) => task.id === after && task.finishedAt === null);
  return {
    ...{ id: taskId, title, departmentCode, assigneeId, after, withinBusinessDays, dueBy, addedAt: at },
    ...{ state: isWaiting ? 'waiting' : 'open', startedAt: isWaiting ? null : at, finishedAt: null, finishedBy: null, finishedNote: '' },
  };
}

function taskChange(task: Task, fact: FactOf<'taskAssigned' | 'taskStarted' | 'taskFinished'>): Partial<Task> {
  switch (fact.kind) {
    case 'taskAssigned':
      return { departmentCode: fact.departmentCode, assigneeId: fact.assigneeId };
    case 'taskStarted':
      return task.finishedAt === null ? { state: 'open', startedAt: fact.at, dueBy: fact.dueBy } : {};
    case 'taskFinished':
      return { state: fact.outcome, finishedAt: fact.at, finishedBy: fact.by, finishedNote: fact.note };
    default:
      return unreachable(fact);
  }
}

/** A merged case is closed without an outcome of its own; undone, it stands where it stood. */
export function mergedChange(current: Case, fact: FactOf<'merged' | 'unmerged' | 'absorbed' | 'separated'>): Partial<Case> {
  switch (fact.kind) {
    case 'merged': {
      const { intoCaseId, intoTrackingNumber, at, by } = fact;
      const { state: stateBefore, closedAt: closedAtBefore } = current;
      return {
        mergedInto: { caseId: intoCaseId, trackingNumber: intoTrackingNumber, at, by, stateBefore, closedAtBefore, holdBefore: current.hold },
        ...{ state: 'closed', closedAt: current.closedAt ?? at, hold: null },
      };
    }
    case 'unmerged': {
      const before = current.mergedInto;
      if (before === null) return {};
      // Safe: set by the fact above from a case of this shape.
      const { stateBefore, closedAtBefore, holdBefore } = before as unknown as { stateBefore: Case['state']; closedAtBefore: Case['closedAt']; holdBefore: Case['hold'] };
      return { mergedInto: null, state: stateBefore, closedAt: closedAtBefore, hold: holdBefore };
    }
    case 'absorbed': {
      const { caseId, trackingNumber, at } = fact;
      return { absorbed: [...current.absorbed, { caseId, trackingNumber, at }] };
    }
    case 'separated':
      return { absorbed: current.absorbed.filter(({ caseId }) => caseId !== fact.caseId) };
    default:
      return unreachable(fact);
  }
}

export function latenessChange(current: Case, fact: FactOf<'wentOverdue' | 'overdueWithdrawn' | 'escalated'>): Partial<Case> {
  switch (fact.kind) {
    case 'wentOverdue': {
      const { clock, taskId, due, at, departmentCode, assigneeId } = fact;
      return { lateness: [...current.lateness, { clock, taskId, due, since: at, departmentCode, assigneeId, withdrawnAt: null }] };
    }
    case 'overdueWithdrawn': {
      const isMeant = (late: Case['lateness'][number]): boolean => late.clock === fact.clock && late.taskId === fact.taskId && late.due === fact.due;
      return { lateness: current.lateness.map((late) => (isMeant(late) ? { ...late, withdrawnAt: fact.at } : late)) };
    }
    case 'escalated': {
      const { ruleCode, clock, due, at, toStaffId } = fact;
      return { escalations: [...current.escalations, { ruleCode, clock, due, at, toStaffId }] };
    }
    default:
      return unreachable(fact);
  }
}

const NOT_OFFERED: Survey = { offeredAt: null, method: null, answers: [] };

export function surveyChange(current: Case, fact: FactOf<'surveyOffered' | 'surveyAnswered' | 'followUpOpened' | 'followUpClosed'>): Partial<Case> {
  const survey = current.survey ?? NOT_OFFERED;
  switch (fact.kind) {
    case 'surveyOffered':
      return { survey: { ...survey, offeredAt: fact.at, method: fact.method } };
    case 'surveyAnswered': {
      const { trackingNumber, rating, comment, method, at, by } = fact;
      return { survey: { ...survey, answers: [...survey.answers, { trackingNumber, rating, comment, method, at, by }] } };
    }
    case 'followUpOpened':
      return { followUp: openedFollowUp(fact) };
    case 'followUpClosed':
      return current.followUp === null ? {} : { followUp: { ...current.followUp, closedAt: fact.at, closedBy: fact.by, closingNote: fact.note } };
    default:
      return unreachable(fact);
  }
}

function openedFollowUp({ at, departmentCode, dueBy, rating }: FactOf<'followUpOpened'>): FollowUp {
  return { openedAt: at, departmentCode, dueBy, rating, closedAt: null, closedBy: null, closingNote: '' };
}
