import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import type { ComboBoxItem } from '../../ui/combo-box.tsx';

const MOST_SHOWN = 30;

/** Active staff by the beginnings of their names, ID or title; those of the case's department first. */
export function findStaffItems(catalogue: Catalogue, text: string, departmentCode: string): readonly ComboBoxItem[] {
  return catalogue.staff
    .filter((member) => member.isActive && fits(text, [member.name, member.id, member.title]))
    .sort((a, b) => Number(isOf(b, departmentCode)) - Number(isOf(a, departmentCode)) || a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map((member) => ({ id: member.id, label: member.name, detail: detailOf(member, catalogue) }));
}

/** Departments by the beginnings of their words. */
export function findDepartmentItems(catalogue: Catalogue, text: string): readonly ComboBoxItem[] {
  return catalogue.departments
    .filter(({ name, code }) => fits(text, [name, code]))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ code, name, phone }) => ({ id: code, label: name, detail: phone }));
}

/** Agencies outside the city by name or by what they handle. */
export function findAgencyItems(catalogue: Catalogue, text: string): readonly ComboBoxItem[] {
  return catalogue.agencies
    .filter(({ name, handles }) => fits(text, [name, handles]))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map(({ code, name, handles }) => ({ id: code, label: name, detail: handles }));
}

/** Every typed word begins a word of one of the sources. */
function fits(text: string, sources: readonly string[]): boolean {
  const words = sources.flatMap((source) => foldText(source).split(' '));
  return foldText(text)
    .split(' ')
    .every((typed) => typed === '' || words.some((word) => word.startsWith(typed)));
}

function isOf(member: Staff, departmentCode: string): boolean {
  return member.departmentCodes.includes(departmentCode);
}

function detailOf(member: Staff, catalogue: Catalogue): string {
  const departments = member.departmentCodes.map((code) => departmentName(catalogue, code)).join(', ');
  return [member.title, departments].filter(Boolean).join(' · ');
}
