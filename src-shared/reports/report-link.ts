import type { ReportMonth } from './report-month.ts';

/** What a mail links to: `portreeve://report/2026-10`, or `portreeve://report/2026-10/WATER`. Null: the whole of what its reader may read. */
export function reportLink(month: ReportMonth, departmentCode: string | null): string {
  return `portreeve://report/${month}${departmentCode === null ? '' : `/${encodeURIComponent(departmentCode)}`}`;
}
