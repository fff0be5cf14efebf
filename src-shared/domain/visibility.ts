/** Who may see which case. The server asks it before it hands anything out, a workstation before it shows one. */
import type { Role, Staff } from '../catalogue/catalogue.ts';
import type { Case } from './case-document.ts';
import type { Seal } from './case-parts.ts';

/** Roles that may see a sealed case, besides the heads of the department it is kept with and whoever was told. */
export const SEES_SEALED: ReadonlySet<Role> = new Set<Role>(['hr', 'cityManager']);

/** What decides who may see a case. */
export type Visible = Pick<Case, 'isSealed' | 'departmentCode'> & { readonly seal?: Pick<Seal, 'accusedStaffId' | 'supervisorStaffId' | 'keptBy'> | null | undefined };

/**
 * Sealed cases are hidden from all who are not named above, and always from everyone else's workstation. The person a
 * complaint is about never sees it, whatever their role; the supervisor who was told always does.
 */
export function maySee(actor: Staff, current: Visible): boolean {
  if (!current.isSealed) return true;
  if (current.seal?.accusedStaffId === actor.id) return false;
  if (current.seal?.supervisorStaffId === actor.id) return true;
  if (actor.roles.some((role) => SEES_SEALED.has(role))) return true;
  return actor.roles.includes('departmentHead') && actor.departmentCodes.includes(sealedWith(current));
}

/** Whether somebody may see sealed cases by what they are, whether or not this workstation holds any. */
export function seesSealedCases({ roles }: Staff): boolean {
  return roles.includes('departmentHead') || roles.some((role) => SEES_SEALED.has(role));
}

/** The department among whose sealed cases a sealed case is kept. */
export function sealedWith(current: Visible): string {
  return current.seal?.keptBy ?? current.departmentCode;
}
