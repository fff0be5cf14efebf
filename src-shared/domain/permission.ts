/**
 * Who may give which command. The server enforces it; a workstation asks the same question to explain it at once.
 *
 * Cases of one's own department are open to all its staff; on other departments' cases they may add, not change.
 */
import type { Role, Staff } from '../catalogue/catalogue.ts';
import type { CommandType } from '../commands/index.ts';
import type { Case } from './case-document.ts';

/** Commands that only add: open to all staff on every case they may see, and never in conflict with anything. */
export const APPENDS: ReadonlySet<CommandType> = new Set<CommandType>([
  'case.open',
  'case.logContact',
  'case.addNote',
  'case.addCoReporter',
  'case.attachFile',
  'case.link',
]);

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

/** Roles that may see a sealed case, besides the head and complaint contact of its department. */
const SEES_SEALED: ReadonlySet<Role> = new Set<Role>(['hr', 'cityManager']);

/** `current` is null when the command opens a case. */
export function mayGive(actor: Staff, type: CommandType, current: Case | null): boolean {
  if (!actor.isActive) return false;
  if (current && !maySee(actor, current)) return false;
  return actor.roles.some((role) => reaches(REACH[role], actor, type, current));
}

/** Sealed cases are hidden from all who are not named above, and always from everyone else's workstation. */
export function maySee(actor: Staff, current: Pick<Case, 'isSealed' | 'departmentCode'>): boolean {
  if (!current.isSealed) return true;
  if (actor.roles.some((role) => SEES_SEALED.has(role))) return true;
  return actor.roles.includes('departmentHead') && actor.departmentCodes.includes(current.departmentCode);
}

function reaches(reach: Reach, actor: Staff, type: CommandType, current: Case | null): boolean {
  switch (reach) {
    case 'everything':
      return true;
    case 'ownDepartment':
      return APPENDS.has(type) || (current !== null && actor.departmentCodes.includes(current.departmentCode));
    case 'appendsOnly':
      return APPENDS.has(type);
    case 'nothing':
      return false;
  }
}
