import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { EscalationRule } from '../../../src-shared/catalogue/escalation.ts';
import { limitWords } from '../../../src-shared/clock/ledger-sentences.ts';
import type { Entry } from '../../../src-shared/catalogue/sections.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import { targetWords } from '../describe/target.ts';

/**
 * Who would be told by a rule, in sentences: by name where the place in the office is filled, and who is told instead where it is
 * not. Empty while the rule is not whole.
 */
export function whoIsTold(entry: Entry, catalogue: Catalogue): readonly string[] {
  const parsed = EscalationRule.safeParse({ ...entry, code: 'X', name: 'X' });
  if (!parsed.success) return [];
  const { target, departmentCode, afterAmount, afterUnit, isActive } = parsed.data;
  const when = afterAmount === 0 ? t`at once` : t`${limitWords({ unit: afterUnit, amount: afterAmount })} after the promise was missed`;
  const who = targetWords(target, (staffId) => nameOf(staffId, catalogue));
  const first = isActive ? t`Told ${when}: ${who}.` : t`Would be told ${when}: ${who}.`;
  const departments = catalogue.departments.filter(({ code }) => departmentCode === null || code === departmentCode);
  if (target.to === 'supervisor') return [first, ...places(departments, ({ headStaffId }) => headStaffId, { what: t`head`, catalogue })];
  if (target.to === 'complaintContact') return [first, ...places(departments, ({ complaintContactStaffId }) => complaintContactStaffId, { what: t`contact for complaints`, catalogue })];
  if (target.to === 'assignee') return [first, t`Of a case that nobody has, the head of the department is told.`];
  if (target.to === 'cityManager') return [first, managersLine(catalogue)];
  return [first];
}

type Department = Catalogue['departments'][number];

/** Few departments are named one by one; of many only those whose place is empty. */
const FEW = 4;

function places(departments: readonly Department[], personOf: (department: Department) => string | null, { what, catalogue }: { readonly what: string; readonly catalogue: Catalogue }): readonly string[] {
  const filled = departments.filter((department) => activePerson(personOf(department), catalogue) !== null);
  const empty = departments.filter((department) => !filled.includes(department));
  const named = filled.slice(0, FEW).map((department) => `${department.name}: ${activePerson(personOf(department), catalogue)?.name ?? ''}`);
  const more = filled.length > FEW ? [t`${filled.length - FEW} more departments`] : [];
  return [
    ...(named.length === 0 ? [] : [`${[...named, ...more].join('; ')}.`]),
    ...(empty.length === 0 ? [] : [empty.length === 1 ? t`${empty[0]?.name ?? ''} has no ${what}: there the City Manager’s office is told.` : t`${listWords(empty.map(({ name }) => name))} have no ${what}: there the City Manager’s office is told.`]),
  ];
}

function managersLine(catalogue: Catalogue): string {
  const [manager] = catalogue.staff.filter(({ roles, isActive }) => isActive && roles.includes('cityManager'));
  return manager ? t`That is ${manager.name}.` : t`Nobody is of the City Manager’s office, so nobody is told. Give somebody that role under Staff.`;
}

function activePerson(staffId: string | null, catalogue: Catalogue): Staff | null {
  return catalogue.staff.find(({ id, isActive }) => id === staffId && isActive) ?? null;
}

function nameOf(staffId: string, catalogue: Catalogue): string {
  return catalogue.staff.find(({ id }) => id === staffId)?.name ?? staffId;
}
