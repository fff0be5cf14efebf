import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import type { StaffId } from '../util/ids.ts';
import { maySee, type Visible } from './visibility.ts';

/** Stands where a rule's code stands when somebody was told by a colleague, not by a rule of the city. */
export const TOLD_BY_HAND = 'TOLD-BY-HAND';

/**
 * Who is told of a case that its author cannot settle (CO-3; S3, B.2): the head of its department, else the City Manager's office
 * (CO-5). Never the author, nobody who may not see the case. Null: there is nobody.
 */
export function supervisorFor(current: Visible, authorId: StaffId, catalogue: Catalogue): Staff | null {
  const headId = findDepartment(catalogue, current.departmentCode)?.headStaffId;
  const head = headId ? findStaff(catalogue, headId) : undefined;
  const managers = catalogue.staff.filter(({ roles }) => roles.includes('cityManager'));
  return [...(head ? [head] : []), ...managers].find((member) => member.isActive && member.isPerson && member.id !== authorId && maySee(member, current)) ?? null;
}
