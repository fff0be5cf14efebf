import type { Staff } from '../catalogue/catalogue.ts';
import type { SharedView } from './shared-view.ts';

/** Heads share with their departments; administrators and the City Manager’s office with any, and with everybody (`null`). */
export function mayShareView({ roles, departmentCodes }: Staff, departmentCode: string | null): boolean {
  if (roles.includes('administrator') || roles.includes('cityManager')) return true;
  return departmentCode !== null && roles.includes('departmentHead') && departmentCodes.includes(departmentCode);
}

/** Those somebody has in their list, in the order they were made. */
export function viewsFor(views: readonly SharedView[], { departmentCodes }: Pick<Staff, 'departmentCodes'>): readonly SharedView[] {
  return views.filter(({ departmentCode, endedAt }) => endedAt === null && (departmentCode === null || departmentCodes.includes(departmentCode)));
}
