import type { Catalogue, Role, Staff } from '../catalogue/catalogue.ts';
import { findDepartment, findService, findStaff } from '../catalogue/lookup.ts';
import type { StaffId } from '../util/ids.ts';
import type { NewFact } from './fact.ts';
import type { Visible } from './visibility.ts';

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

/** What decides whether a case is sealed from the start. */
export interface Opening {
  readonly kind: string;
  readonly serviceCode: string;
  readonly complaintAbout?: 'service' | 'conduct' | null | undefined;
  readonly misconduct?: { readonly accusedStaffId: StaffId | null; readonly reason: string } | null | undefined;
  readonly source?: unknown;
}

/** What a complaint is about: as its author said, else as its service says; null for what is no complaint. */
export function complaintAboutOf({ kind, complaintAbout, serviceCode }: Opening, catalogue: Catalogue): 'service' | 'conduct' | null {
  return kind === 'complaint' ? (complaintAbout ?? findService(catalogue, serviceCode)?.complaintAbout ?? 'service') : null;
}

/** The fact that seals a case as it is opened; null: nobody's conduct is in question, or an earlier system has dealt with it. */
export function sealOnOpening(opening: Opening, departmentCode: string, catalogue: Catalogue): Extract<NewFact, { kind: 'sealed' }> | null {
  const isConduct = complaintAboutOf(opening, catalogue) === 'conduct' && !opening.source;
  if (!isConduct && !opening.misconduct) return null;
  return sealing(catalogue, departmentCode, opening.misconduct ?? { accusedStaffId: null, reason: 'Complaint about conduct' });
}

/** Who may see what an opening says while there is no case: as of the case it was to be. */
export function visibleOfOpening(opening: Opening & { readonly departmentCode?: string | null | undefined; readonly isSealed: boolean }, catalogue: Catalogue): Visible {
  const departmentCode = opening.departmentCode ?? findService(catalogue, opening.serviceCode)?.departmentCode ?? '';
  const seal = sealOnOpening(opening, departmentCode, catalogue);
  return { departmentCode, isSealed: opening.isSealed || seal !== null, seal };
}

function headOf(catalogue: Catalogue, departmentCode: string): Staff | null {
  const id = findDepartment(catalogue, departmentCode)?.headStaffId;
  const head = id ? findStaff(catalogue, id) : undefined;
  return head?.isActive ? head : null;
}

function withRole(catalogue: Catalogue, role: Role): readonly Staff[] {
  return catalogue.staff.filter((member) => member.isActive && member.isPerson && member.roles.includes(role));
}
