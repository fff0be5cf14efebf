/**
 * Who may give which command. The server enforces it; a workstation asks the same question to explain it at once.
 *
 * Cases of one's own department are open to all its staff; on other departments' cases they may add, not change. A sealed case is
 * open to the few who may see it, and to nobody else.
 */
import type { Role, Staff } from '../catalogue/catalogue.ts';
import type { CommandType } from '../commands/index.ts';
import type { Case } from './case-document.ts';
import type { Task } from './case-parts.ts';
import { maySee } from './visibility.ts';

/** Commands that only add: open to all staff on every case they may see, and never in conflict with anything. */
export const APPENDS: ReadonlySet<CommandType> = new Set<CommandType>([
  'case.open',
  'case.logContact',
  'case.addNote',
  'case.addCoReporter',
  'case.attachFile',
  'case.link',
  'case.acknowledge',
  'case.absorb',
  'case.separate',
  'case.correspond',
  'case.recordSurvey',
  'case.seal',
  'case.logOpening',
  'case.tellSupervisor',
]);

/** Given by the staff of the department a task is for, besides those of the case's own. */
const OF_TASKS: ReadonlySet<CommandType> = new Set<CommandType>(['case.assignTask', 'case.finishTask']);

type Reach = 'everything' | 'ownDepartment' | 'appendsOnly' | 'nothing';

const REACH: Record<Role, Reach> = {
  agent: 'everything',
  departmentStaff: 'ownDepartment',
  departmentHead: 'ownDepartment',
  cityManager: 'everything',
  commission: 'nothing',
  hr: 'appendsOnly',
  administrator: 'everything',
};

/** Who answers for what a department told its citizens (RC-8; AS-2). */
const REVIEWERS: ReadonlySet<Role> = new Set<Role>(['departmentHead', 'cityManager']);

/** `current` is null when the command opens a case. */
export function mayGive(actor: Staff, type: CommandType, current: Case | null): boolean {
  if (!actor.isActive) return false;
  if (type === 'case.review' && !actor.roles.some((role) => REVIEWERS.has(role))) return false;
  if (current?.isSealed) return maySee(actor, current); // those who may see it deal with it, whatever their role
  return actor.roles.some((role) => reaches(REACH[role], actor, type, current));
}

function reaches(reach: Reach, actor: Staff, type: CommandType, current: Case | null): boolean {
  switch (reach) {
    case 'everything':
      return true;
    case 'ownDepartment':
      return APPENDS.has(type) || (current !== null && isOfDepartment(actor, type, current));
    case 'appendsOnly':
      return APPENDS.has(type);
    case 'nothing':
      return false;
  }
}

function isOfDepartment(actor: Staff, type: CommandType, current: Case): boolean {
  if (actor.departmentCodes.includes(current.departmentCode)) return true;
  return OF_TASKS.has(type) && current.tasks.some((task) => isTaskOf(actor, task));
}

function isTaskOf({ id, departmentCodes }: Staff, { departmentCode, assigneeId }: Task): boolean {
  return assigneeId === id || departmentCodes.includes(departmentCode);
}

/**
 * Whether somebody may finish one task or pass it on: those who may change the case, all tasks of it; everybody else those of
 * their own department and those given to them.
 */
export function mayWorkOnTask(actor: Staff, current: Case, task: Task): boolean {
  return mayGive(actor, 'case.addTask', current) || (mayGive(actor, 'case.finishTask', current) && isTaskOf(actor, task));
}
