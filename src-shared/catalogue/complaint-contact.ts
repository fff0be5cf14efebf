import { t } from '../language/language.ts';
import type { Catalogue, Staff } from './catalogue.ts';
import { findDepartment, findStaff } from './lookup.ts';

/** Whom a department has named for formal complaints (CO-4; S3, B.3). Null: nobody, or somebody who has left. */
export function complaintContactOf(catalogue: Catalogue, departmentCode: string): Staff | null {
  const id = findDepartment(catalogue, departmentCode)?.complaintContactStaffId;
  const member = id ? findStaff(catalogue, id) : undefined;
  return member?.isActive ? member : null;
}

/**
 * To whom a citizen turns with a complaint: `Theresa Walsh · Customer service officer · (561) 555-0110`. Where the department has
 * named nobody, the one point of contact in the City Manager's office (CO-5; S2, Purpose), saying so.
 */
export function complaintContactWords(catalogue: Catalogue, departmentCode: string): string {
  const department = findDepartment(catalogue, departmentCode);
  const contact = complaintContactOf(catalogue, departmentCode);
  if (contact !== null) return [contact.name, contact.title, department?.phone].filter(Boolean).join(' · ');
  const manager = catalogue.staff.find(({ isActive, isPerson, roles }) => isActive && isPerson && roles.includes('cityManager'));
  const phone = manager?.departmentCodes.map((code) => findDepartment(catalogue, code)?.phone).find(Boolean);
  const name = department?.name ?? t`The department`;
  if (manager === undefined) return t`${name} has named nobody for complaints.`;
  return t`${name} has named nobody for complaints: ${[manager.name, manager.title, phone].filter(Boolean).join(' · ')}`;
}
