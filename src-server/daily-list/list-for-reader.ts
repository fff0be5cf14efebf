/** Who reads the daily list, and what stands in it for them: pure. */
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { lateNow } from '../../src-shared/domain/lateness.ts';
import { maySee } from '../../src-shared/domain/visibility.ts';
import { type BoardSurroundings, runningEntry } from '../../src-shared/overdue/board-entry.ts';
import { type OverdueList, type OverdueListCase, overdueList } from '../../src-shared/overdue/overdue-list.ts';
import { addressRecipient, staffRecipient } from '../mail/recipient-key.ts';

/** Somebody the list is for: a member of staff, or an address with the rights of nobody in particular. */
export interface ListReader {
  /** Null: nobody who signs in; no sealed case is in their list. */
  readonly staff: Staff | null;
  /** Whose promises; null: all departments'. */
  readonly departmentCodes: readonly string[] | null;
  readonly address: string;
  readonly recipientKey: string;
}

/** Directors for the departments they head, then the City Manager's office and whoever else is named, for all. One list to a person. */
export function readersOf(catalogue: Catalogue): readonly ListReader[] {
  const managers = catalogue.staff.filter((member) => member.isActive && member.roles.includes('cityManager'));
  const heads = new Map<string, string[]>();
  for (const { code, headStaffId } of catalogue.departments) if (headStaffId) heads.set(headStaffId, [...(heads.get(headStaffId) ?? []), code]);
  const directors = [...heads].flatMap(([id, departmentCodes]) => {
    const member = findStaff(catalogue, id);
    return member?.isActive && !managers.includes(member) ? [personal(member, departmentCodes)] : [];
  });
  const named = (catalogue.dailyList?.alsoTo ?? []).map((address): ListReader => ({ staff: null, departmentCodes: null, address, recipientKey: addressRecipient('email', address) }));
  return [...directors, ...managers.map((member) => personal(member, null)), ...named];
}

function personal(staff: Staff, departmentCodes: readonly string[] | null): ListReader {
  return { staff, departmentCodes, address: staff.email, recipientKey: staffRecipient(staff.id) };
}

/** A reader's list: whole for a file, and cut to so many of the oldest for a mail. */
export function listFor(reader: ListReader, cases: readonly Case[], around: BoardSurroundings & { readonly catalogue: Catalogue }, most = Number.POSITIVE_INFINITY): OverdueList {
  const late = cases.flatMap((current) => lateFor(reader, current, around)).sort((a, b) => a.entry.lateFrom - b.entry.lateFrom);
  const { catalogue, now } = around;
  const { departmentCodes } = reader;
  const list = overdueList(late.slice(0, most), { catalogue, asOf: now, departmentCode: departmentCodes?.[0] ?? null, total: late.length });
  const names = (departmentCodes ?? []).map((code) => departmentName(catalogue, code)).join(', ');
  return names === '' ? list : { ...list, title: `Overdue cases: ${names}` };
}

/** The promise of the reader's departments that has been late longest. */
function lateFor({ staff, departmentCodes }: ListReader, current: Case, around: BoardSurroundings): readonly OverdueListCase[] {
  if (current.isSealed && (staff === null || !maySee(staff, current))) return [];
  const missed = lateNow(current, around.now).find(({ departmentCode }) => departmentCodes === null || departmentCodes.includes(departmentCode));
  if (!missed) return [];
  const { trackingNumber, serviceCode, location, receivedAt, isSealed } = current;
  const locationText = [location?.text, location?.unit].filter(Boolean).join(', ');
  return [{ trackingNumber, serviceCode, locationText, receivedAt, isSealed, entry: runningEntry(current, missed, around) }];
}
