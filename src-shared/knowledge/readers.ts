/** Who has read which version of a guide (KN-2): for heads and administrators, and for the record of an orientation (S3, C.1). */
import { t } from '../language/language.ts';
import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import { departmentName } from '../catalogue/lookup.ts';
import type { Guide } from '../catalogue/guide.ts';
import type { Office } from '../office/office.ts';
import { BYTE_ORDER_MARK, csvLine } from '../util/csv.ts';
import type { UtcMs } from '../util/time.ts';

export interface Reader {
  readonly staff: Staff;
  /** The newest version they said to have read; null: none. */
  readonly version: number | null;
  readonly at: UtcMs | null;
  /** They have read the guide as it is now. */
  readonly isUpToDate: boolean;
}

/** Heads see their own people, administrators, Human Resources and the City Manager's office everybody; others nobody. */
export function maySeeReaders(actor: Staff): boolean {
  return seesAll(actor) || actor.roles.includes('departmentHead');
}

/** Whose reading somebody may look at: people who are on the staff now, by name. */
export function readersSeenBy(actor: Staff, { staff }: Pick<Catalogue, 'staff'>): readonly Staff[] {
  if (!maySeeReaders(actor)) return [];
  const isTheirs = (member: Staff): boolean => seesAll(actor) || member.departmentCodes.some((code) => actor.departmentCodes.includes(code));
  return staff.filter((member) => member.isActive && member.isPerson && isTheirs(member)).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function seesAll({ roles }: Staff): boolean {
  return roles.some((role) => role === 'administrator' || role === 'hr' || role === 'cityManager');
}

/** What each of these people has read of a guide, in their order. */
export function readersOf({ reads }: Pick<Office, 'reads'>, guide: Pick<Guide, 'code' | 'version'>, people: readonly Staff[]): readonly Reader[] {
  return people.map((staff) => {
    const own = Object.hasOwn(reads, staff.id) ? (reads[staff.id] ?? {}) : {};
    const read = Object.hasOwn(own, guide.code) ? (own[guide.code] ?? null) : null;
    return { staff, version: read?.version ?? null, at: read?.at ?? null, isUpToDate: read !== null && read.version >= guide.version };
  });
}

/** One line for each guide and person, for a spreadsheet. Moments as `YYYY-MM-DD HH:MM` in UTC come from `writeMoment`. */
export function readersCsv(
  lines: readonly { readonly guide: Guide; readonly readers: readonly Reader[] }[],
  catalogue: Catalogue,
  writeMoment: (at: UtcMs) => string,
): string {
  const head = csvLine([t`Guide`, t`Title`, t`Newest version`, t`Required`, t`Staff ID`, t`Name`, t`Departments`, t`Version read`, t`Read on`, t`Up to date`]);
  const rows = lines.flatMap(({ guide, readers }) =>
    readers.map(({ staff, version, at, isUpToDate }) => {
      const departments = staff.departmentCodes.map((code) => departmentName(catalogue, code)).join('; ');
      const when = at === null ? null : writeMoment(at);
      return csvLine([guide.code, guide.title, guide.version, guide.isRequiredReading ? 'yes' : 'no', staff.id, staff.name, departments, version, when, isUpToDate ? 'yes' : t`not yet`]);
    }),
  );
  return BYTE_ORDER_MARK + head + rows.join('');
}
