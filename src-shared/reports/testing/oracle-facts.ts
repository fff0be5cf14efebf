/** What was known of a case at some moment, read off its facts with plain loops; the oracle's own idea of which promises were late then. */
import type { Case } from '../../domain/case-document.ts';

export interface Known {
  open: boolean;
  merged: boolean;
  wasOpen: boolean;
  department: string;
  acknowledgeBy: number | null;
  respondBy: number | null;
  resolveBy: number | null;
  acknowledgedAt: number | null;
  respondedAt: number | null;
  openSince: number;
  paused: readonly string[];
  pausedSince: number;
  kept: readonly string[];
  tasks: Map<string, { department: string; due: number | null; waiting: boolean; finished: boolean }>;
  followUp: { due: number; department: string; closed: boolean } | null;
}

/** Facts that move a case; told of late, they count from the one before on. */
export const LINE = ['transferred', 'closed', 'reopened', 'merged', 'unmerged'];

/** What was known of a case when only the facts counted for which `isIn` says so. */
export function stateOf(current: Case, isIn: (moment: number) => boolean): Known {
  const [opening] = current.history;
  if (opening?.kind !== 'caseOpened') throw new Error('a case begins with its opening');
  const { opened } = opening;
  const onTheSpot = ['phone', 'counter', 'web', 'mobile'].includes(opened.channel);
  const known: Known = {
    ...{ open: true, merged: false, wasOpen: false, department: opened.departmentCode },
    ...{ acknowledgeBy: opened.acknowledgeBy, respondBy: opened.respondBy, resolveBy: opened.resolveBy },
    ...{ acknowledgedAt: onTheSpot ? opening.at : null, respondedAt: null, openSince: Math.max(current.receivedAt, importedOf(current) ?? 0) },
    ...{ paused: [], pausedSince: 0, kept: [], tasks: new Map(), followUp: null },
  };
  let line: number = current.receivedAt;
  for (const fact of current.history) {
    if (LINE.includes(fact.kind)) line = Math.max(line, fact.at);
    if (isIn(LINE.includes(fact.kind) ? line : fact.at)) learn(known, fact);
  }
  return known;
}

function learn(known: Known, fact: Case['history'][number]): void {
  const earliest = (moment: number | null): number => Math.min(moment ?? Infinity, fact.at);
  if (fact.kind === 'dueDatesSet') Object.assign(known, { acknowledgeBy: fact.acknowledgeBy, respondBy: fact.respondBy, resolveBy: fact.resolveBy });
  if (fact.kind === 'acknowledged' || fact.kind === 'responded') known.acknowledgedAt = earliest(known.acknowledgedAt);
  if (fact.kind === 'responded') known.respondedAt = earliest(known.respondedAt);
  if (fact.kind === 'putOnHold') Object.assign(known, { paused: fact.pauses, pausedSince: fact.at });
  if (fact.kind === 'resumed' || fact.kind === 'closed' || fact.kind === 'transferred') known.paused = [];
  if (fact.kind === 'closed') known.open = false;
  if (fact.kind === 'transferred') {
    known.department = fact.toDepartmentCode;
    if (known.followUp !== null && !known.followUp.closed) known.followUp.department = fact.toDepartmentCode;
  }
  if (fact.kind === 'merged') Object.assign(known, { wasOpen: known.open, open: false, merged: known.open, kept: known.paused, paused: [] });
  if (fact.kind === 'unmerged') Object.assign(known, { open: known.wasOpen, merged: false, paused: known.kept });
  if (fact.kind === 'reopened') known.open = true;
  if (fact.kind === 'reopened' || fact.kind === 'unmerged') known.openSince = fact.at;
  if (fact.kind === 'taskAdded') {
    const before = fact.after === null ? undefined : known.tasks.get(fact.after);
    known.tasks.set(fact.taskId, { department: fact.departmentCode, due: fact.dueBy, waiting: before !== undefined && !before.finished, finished: false });
  }
  if (fact.kind === 'taskAssigned' || fact.kind === 'taskStarted' || fact.kind === 'taskFinished') {
    const task = known.tasks.get(fact.taskId);
    if (task && fact.kind === 'taskAssigned') task.department = fact.departmentCode;
    if (task && fact.kind === 'taskFinished') task.finished = true;
    if (task && fact.kind === 'taskStarted' && !task.finished) Object.assign(task, { waiting: false, due: fact.dueBy });
  }
  if (fact.kind === 'followUpOpened') known.followUp = { due: fact.dueBy, department: fact.departmentCode, closed: false };
  if (fact.kind === 'followUpClosed' && known.followUp) known.followUp.closed = true;
}

/** When a case came from an earlier system. */
export function importedOf({ source, enteredAt }: Case): number | null {
  return source === null ? null : Number(source['importedAt'] ?? enteredAt);
}

export interface Promised {
  clock: string;
  taskId: string | null;
  due: number;
  from: number;
  department: string;
}

/** Promises that are running in what is known. */
export function running(known: Known): readonly Promised[] {
  const list: Promised[] = [];
  const { open, department, openSince, paused } = known;
  const add = (clock: string, due: number | null, isKept: boolean): void => {
    if (open && due !== null && !isKept && !paused.includes(clock)) list.push({ clock, taskId: null, due, from: Math.max(due, openSince), department });
  };
  add('acknowledge', known.acknowledgeBy, known.acknowledgedAt !== null);
  add('respond', known.respondBy, known.respondedAt !== null);
  add('resolve', known.resolveBy, false);
  for (const [taskId, task] of known.tasks) {
    if (open && !task.waiting && !task.finished && task.due !== null) list.push({ clock: 'task', taskId, due: task.due, from: Math.max(task.due, openSince), department: task.department });
  }
  if (known.followUp && !known.followUp.closed) list.push({ clock: 'followUp', taskId: null, due: known.followUp.due, from: known.followUp.due, department: known.followUp.department });
  return list;
}
