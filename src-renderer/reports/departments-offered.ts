import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { isInScope, reportScopeOf } from '../../src-shared/reports/report-scope.ts';

/** The departments whose own report the person may ask for, in the order of the catalogue; none when there is nothing to choose. */
export function departmentsOffered(staff: Staff, { departments }: Pick<Catalogue, 'departments'>): readonly string[] {
  const scope = reportScopeOf(staff);
  const codes = scope === null ? [] : departments.map(({ code }) => code).filter((code) => isInScope(scope, code));
  return scope?.kind === 'departments' && codes.length < 2 ? [] : codes;
}
