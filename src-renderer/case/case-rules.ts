/** Which actions a case offers to whom: the domain's own table and permissions, asked before the person tries. */
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import { recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Task } from '../../src-shared/domain/case-parts.ts';
import { mayGive, mayWorkOnTask } from '../../src-shared/domain/permission.ts';
import { TRANSITIONS } from '../../src-shared/domain/transitions.ts';

export type CaseActionName =
  | 'assign'
  | 'take'
  | 'transfer'
  | 'refer'
  | 'logContact'
  | 'addNote'
  | 'addProgressNote'
  | 'hold'
  | 'resume'
  | 'link'
  | 'close'
  | 'reopen'
  | 'review'
  | 'edit'
  | 'attach'
  | 'addTask'
  | 'finishTask'
  | 'merge'
  | 'unmerge'
  | 'unlink'
  | 'acknowledge'
  | 'tellSupervisor'
  | 'recordSurvey'
  | 'closeFollowUp'
  | 'seal'
  | 'write';

const COMMANDS: Record<CaseActionName, CommandType> = {
  assign: 'case.assign',
  take: 'case.take',
  transfer: 'case.transfer',
  refer: 'case.refer',
  logContact: 'case.logContact',
  addNote: 'case.addNote',
  addProgressNote: 'case.addProgressNote',
  hold: 'case.hold',
  resume: 'case.resume',
  link: 'case.link',
  close: 'case.close',
  reopen: 'case.reopen',
  review: 'case.review',
  edit: 'case.edit',
  attach: 'case.attachFile',
  addTask: 'case.addTask',
  finishTask: 'case.finishTask',
  merge: 'case.merge',
  unmerge: 'case.unmerge',
  unlink: 'case.unlink',
  acknowledge: 'case.acknowledge',
  tellSupervisor: 'case.tellSupervisor',
  recordSurvey: 'case.recordSurvey',
  closeFollowUp: 'case.closeFollowUp',
  seal: 'case.seal',
  write: 'case.correspond',
};

/** What an action needs besides a state that allows it and a person who may. */
const NEEDS: Partial<Record<CaseActionName, (current: Case, staff: Staff) => boolean>> = {
  take: (current, staff) => current.assigneeId !== staff.id,
  finishTask: (current, staff) => workableTasks(current, staff).length > 0,
  reopen: ({ mergedInto }) => mergedInto === null,
  review: ({ mergedInto, review, history }, staff) => mergedInto === null && review === null && history.findLast(({ kind }) => kind === 'closed')?.by !== staff.id,
  merge: ({ mergedInto, isSealed }) => mergedInto === null && !isSealed,
  unmerge: ({ mergedInto }) => mergedInto !== null,
  acknowledge: ({ acknowledgedAt, source }) => acknowledgedAt === null && !source,
  write: (current) => recipientsOf(current).length > 0,
  recordSurvey: ({ state, survey, mergedInto }) => (state === 'closed' && mergedInto === null) || (survey?.offeredAt ?? null) !== null,
  closeFollowUp: ({ followUp }) => followUp !== null && followUp.closedAt === null,
  tellSupervisor: ({ kind, mergedInto }) => kind === 'complaint' && mergedInto === null,
  seal: ({ seal }) => seal === null || seal.accusedStaffId === null,
};

/** Whether this person may do this to this case now. */
export function isOffered(name: CaseActionName, current: Case, staff: Staff): boolean {
  const type = COMMANDS[name];
  if (TRANSITIONS[type][current.state] !== 'allowed' || !mayGive(staff, type, current)) return false;
  return NEEDS[name]?.(current, staff) ?? true;
}

/** Tasks that are not finished and that this person may finish or pass on, their own first, then their department's. */
export function workableTasks(current: Case, staff: Staff): readonly Task[] {
  const nearness = ({ assigneeId, departmentCode }: Task): number => (assigneeId === staff.id ? 0 : staff.departmentCodes.includes(departmentCode) ? 1 : 2);
  return current.tasks
    .filter((task) => task.finishedAt === null && mayWorkOnTask(staff, current, task))
    .toSorted((one, other) => Number(one.state === 'waiting') - Number(other.state === 'waiting') || nearness(one) - nearness(other));
}

/** Whether this person may only add to the case, because it belongs to another department; then the screen says so. */
export function mayOnlyAdd(current: Case, staff: Staff): boolean {
  return mayGive(staff, 'case.addNote', current) && !mayGive(staff, 'case.edit', current);
}
