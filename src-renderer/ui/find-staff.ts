import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../src-shared/catalogue/lookup.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import type { ComboBoxItem } from './combo-box.tsx';

const MOST_SHOWN = 30;

/** Active staff by the beginnings of their names, ID or title; those of the department first. `isMeant`: who comes into question at all. */
export function findStaffItems(catalogue: Catalogue, text: string, departmentCode: string | null, isMeant: (member: Staff) => boolean = () => true): readonly ComboBoxItem[] {
  return catalogue.staff
    .filter((member) => member.isActive && member.isPerson && isMeant(member) && fitsText(text, [member.name, member.id, member.title]))
    .sort((a, b) => Number(isOf(b, departmentCode)) - Number(isOf(a, departmentCode)) || a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map((member) => ({ id: member.id, label: member.name, detail: detailOf(member, catalogue) }));
}

/** Every typed word begins a word of one of the sources. */
export function fitsText(text: string, sources: readonly string[]): boolean {
  const words = sources.flatMap((source) => foldText(source).split(' '));
  return foldText(text)
    .split(' ')
    .every((typed) => typed === '' || words.some((word) => word.startsWith(typed)));
}

function isOf(member: Staff, departmentCode: string | null): boolean {
  return departmentCode !== null && member.departmentCodes.includes(departmentCode);
}

function detailOf(member: Staff, catalogue: Catalogue): string {
  const departments = member.departmentCodes.map((code) => departmentName(catalogue, code)).join(', ');
  return [member.title, departments].filter(Boolean).join(' · ');
}
