import type { Catalogue, Role, Staff } from '../catalogue/catalogue.ts';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import type { StaffId } from '../util/ids.ts';
import type { NewFact } from './fact.ts';

/**
 * The fact that seals a complaint about a person's conduct (CO-3, CO-6; S3, B.2).
 *
 * Told is the head of the department; when the complaint is about that person, Human Resources, then the City Manager's office.
 * It is kept among the sealed cases of the department of whoever was told, so that no accused person's own workstation has it.
 */
export function sealing(
  catalogue: Catalogue,
  departmentCode: string,
  { accusedStaffId, reason }: { readonly accusedStaffId: StaffId | null; readonly reason: string },
): Extract<NewFact, { kind: 'sealed' }> {
  const head = headOf(catalogue, departmentCode);
  const leads = accusedStaffId !== null && findStaff(catalogue, accusedStaffId)?.roles.includes('departmentHead') === true;
  const told = [leads ? null : head, ...withRole(catalogue, 'hr'), ...withRole(catalogue, 'cityManager')].find(
    (member) => member != null && member.id !== accusedStaffId,
  );
  const isOfDepartment = told === undefined || told === null || told.departmentCodes.includes(departmentCode);
  const keptBy = isOfDepartment ? departmentCode : (told.departmentCodes[0] ?? departmentCode);
  return { kind: 'sealed', reason, accusedStaffId, supervisorStaffId: told?.id ?? null, keptBy };
}

function headOf(catalogue: Catalogue, departmentCode: string): Staff | null {
  const id = findDepartment(catalogue, departmentCode)?.headStaffId;
  const head = id ? findStaff(catalogue, id) : undefined;
  return head?.isActive ? head : null;
}

function withRole(catalogue: Catalogue, role: Role): readonly Staff[] {
  return catalogue.staff.filter((member) => member.isActive && member.isPerson && member.roles.includes(role));
}
