/** Who gets the report of a finished month by mail (RP-1; S2, Step 3.5): pure. */
import type { Catalogue, Role, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { addressRecipient, staffRecipient } from '../mail/recipient-key.ts';

export interface MailReader {
  /** Null: the whole city's report. */
  readonly departmentCode: string | null;
  readonly address: string;
  readonly recipientKey: string;
}

const OF_THE_WHOLE: ReadonlySet<Role> = new Set<Role>(['cityManager', 'commission']);

/**
 * The whole for the City Manager's office, the Commission and the addresses named beside the daily list; each department for its head, who
 * has one mail for every department they head, and none when they have the whole.
 */
export function reportReaders(catalogue: Catalogue): readonly MailReader[] {
  const { departments, staff, dailyList } = catalogue;
  const ofWhole = staff.filter((one) => one.isActive && one.roles.some((role) => OF_THE_WHOLE.has(role)));
  const heads = departments.flatMap(({ code, headStaffId }) => {
    const head = headStaffId === null ? null : findStaff(catalogue, headStaffId);
    return head?.isActive && !ofWhole.includes(head) ? [personal(head, code)] : [];
  });
  const named = (dailyList?.alsoTo ?? []).map((address): MailReader => ({ departmentCode: null, address, recipientKey: addressRecipient('email', address) }));
  return [...heads, ...ofWhole.map((one) => personal(one, null)), ...named];
}

function personal({ id, email }: Staff, departmentCode: string | null): MailReader {
  return { departmentCode, address: email, recipientKey: staffRecipient(id) };
}
