/** Who may read the monthly report, and what of it (RP-1; docs/decisions/0017-report-figures.md). */
import { z } from 'zod';
import type { Role, Staff } from '../catalogue/catalogue.ts';
import { type Visible, maySee } from '../domain/visibility.ts';
import { Code } from '../util/ids.ts';

export const ReportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('city') }),
  /** What these departments did and had; at least one. */
  z.object({ kind: z.literal('departments'), codes: z.array(Code).min(1) }),
]);
export type ReportScope = z.infer<typeof ReportScope>;

const WHOLE_CITY: ReadonlySet<Role> = new Set<Role>(['cityManager', 'commission', 'administrator']);

/** Null: the report is not for this person. */
export function reportScopeOf(staff: Staff): ReportScope | null {
  if (!staff.isActive) return null;
  if (staff.roles.some((role) => WHOLE_CITY.has(role))) return { kind: 'city' };
  const isHead = staff.roles.includes('departmentHead') && staff.departmentCodes.length > 0;
  return isHead ? { kind: 'departments', codes: staff.departmentCodes } : null;
}

/** For whom a report is counted. */
export interface ReportReader {
  readonly scope: ReportScope;
  /** `counted`: those the reader may see. `leftOut`: none is in any figure. */
  readonly sealed: 'counted' | 'leftOut';
  /** Sealed cases are counted for those who may see them, and for nobody else: not even their number is told. */
  readonly mayCount: (current: Visible) => boolean;
}

/** Others never see a sealed case as part of their office, and the report is of an office. */
const MAY_COUNT_SEALED: ReadonlySet<Role> = new Set<Role>(['cityManager', 'hr', 'departmentHead']);

/** The report that is kept and mailed: of the whole city, without any sealed case, for it may be passed on. */
export const EVERYBODYS_REPORT: ReportReader = { scope: { kind: 'city' }, sealed: 'leftOut', mayCount: ({ isSealed }) => !isSealed };

/**
 * `withoutSealed`: as in the report that is mailed. `departmentCode`: of this department only, one of the person's scope. Null: the report
 * is not for this person.
 */
export function reportReaderOf(staff: Staff, withoutSealed: boolean, departmentCode?: string): ReportReader | null {
  const whole = reportScopeOf(staff);
  if (whole === null || (departmentCode !== undefined && !isInScope(whole, departmentCode))) return null;
  const scope: ReportScope = departmentCode === undefined ? whole : { kind: 'departments', codes: [departmentCode] };
  if (withoutSealed || !mayCountSealed(staff)) return { ...EVERYBODYS_REPORT, scope };
  return { scope, sealed: 'counted', mayCount: (current) => maySee(staff, current) };
}

/** Whether the reader may choose between a report with and one without sealed cases. */
export function mayCountSealed(staff: Staff): boolean {
  return staff.roles.some((role) => MAY_COUNT_SEALED.has(role));
}

/** Whether a department's figures belong to the reader's report. */
export function isInScope(scope: ReportScope, departmentCode: string): boolean {
  return scope.kind === 'city' || scope.codes.includes(departmentCode);
}
