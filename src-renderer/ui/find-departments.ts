import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ComboBoxItem } from './combo-box.tsx';
import { fitsText } from './find-staff.ts';

/** Departments that take cases, by the beginnings of their words. */
export function findDepartmentItems(catalogue: Catalogue, text: string): readonly ComboBoxItem[] {
  return catalogue.departments
    .filter(({ name, code, isActive }) => isActive && fitsText(text, [name, code]))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ code, name, phone }) => ({ id: code, label: name, detail: phone }));
}
