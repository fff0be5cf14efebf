/** What a draft says of a complaint: about what it is, about whom, and what sealing it will mean. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import type { Seal } from '../../../src-shared/domain/case-parts.ts';
import { complaintAboutOf, sealing } from '../../../src-shared/domain/sealing.ts';
import { maySee } from '../../../src-shared/domain/visibility.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import type { IntakeDraft } from './draft.ts';
import { serviceOf, settledBy } from './service-of-draft.ts';

/** About a service or somebody's conduct: as staff said, else as the service says; null while this is no complaint. */
export function complaintOf(draft: IntakeDraft, catalogue: Catalogue): 'service' | 'conduct' | null {
  const { kind } = settledBy(draft, serviceOf(draft, catalogue));
  return complaintAboutOf({ kind, complaintAbout: draft.complaintAbout, serviceCode: draft.serviceCode ?? '' }, catalogue);
}

/** What the case is sealed for; null when it is not about conduct. */
export function misconductOf(draft: IntakeDraft, catalogue: Catalogue): { readonly accusedStaffId: StaffId | null; readonly reason: string } | null {
  if (complaintOf(draft, catalogue) !== 'conduct') return null;
  const accused = draft.accusedText.trim() === '' ? null : draft.accusedId;
  return { accusedStaffId: accused === null ? null : StaffId.parse(accused), reason: draft.alleged.trim() || t`Complaint about conduct` };
}

/** The seal the case will have, as the domain makes it; null: it is not sealed. */
export function sealOfDraft(draft: IntakeDraft, catalogue: Catalogue): Pick<Seal, 'accusedStaffId' | 'supervisorStaffId' | 'keptBy'> | null {
  const misconduct = misconductOf(draft, catalogue);
  const { departmentCode } = settledBy(draft, serviceOf(draft, catalogue));
  return misconduct === null || departmentCode === null ? null : sealing(catalogue, departmentCode, misconduct);
}

/**
 * The department whose head is the superior of the person it is about, where the case is with another one; null: it is with theirs,
 * with Human Resources, or nobody is named.
 */
export function departmentOfAccused(draft: IntakeDraft, catalogue: Catalogue): string | null {
  const seal = sealOfDraft(draft, catalogue);
  const accused = seal?.accusedStaffId ? findStaff(catalogue, seal.accusedStaffId) : undefined;
  const told = seal?.supervisorStaffId ? findStaff(catalogue, seal.supervisorStaffId) : undefined;
  const { departmentCode } = settledBy(draft, serviceOf(draft, catalogue));
  if (!accused || departmentCode === null || told?.roles.includes('hr') === true || accused.departmentCodes.includes(departmentCode)) return null;
  return accused.departmentCodes[0] ?? null;
}

/** Whether this draft may be shown to another person at this workstation: what is said of somebody's conduct is its taker's alone. */
export function mayShowDraft(draft: IntakeDraft, staffId: string, catalogue: Catalogue): boolean {
  return draft.typedBy === staffId || complaintOf(draft, catalogue) !== 'conduct';
}

/** Whether whoever types may open the case once its number is given out. */
export function maySeeAfterwards(draft: IntakeDraft, catalogue: Catalogue): boolean {
  const seal = sealOfDraft(draft, catalogue);
  const actor = findStaff(catalogue, draft.typedBy);
  return seal === null || (actor !== undefined && maySee(actor, { isSealed: true, departmentCode: seal.keptBy, seal }));
}
