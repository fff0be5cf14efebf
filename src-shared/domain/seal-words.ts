/** What sealing a case means, in words: for whoever is about to do it, and for those who may see it afterwards. */
import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { staffName } from '../catalogue/lookup.ts';
import { listWords } from '../util/list-words.ts';
import type { Seal } from './case-parts.ts';

type Parties = Pick<Seal, 'accusedStaffId' | 'supervisorStaffId' | 'keptBy'>;

/** `Only Linh Tran, Human Resources and the City Manager’s office will see this case.`, as `maySee` decides. */
export function whoSeesWords(seal: Parties, catalogue: Catalogue): string {
  const { accusedStaffId, supervisorStaffId, keptBy } = seal;
  const heads = catalogue.staff.filter(({ isActive, roles, departmentCodes }) => isActive && roles.includes('departmentHead') && departmentCodes.includes(keptBy));
  const byName = [...(supervisorStaffId === null ? [] : [supervisorStaffId]), ...heads.map(({ id }) => id)];
  const named = [...new Set(byName)].filter((id) => id !== accusedStaffId && !isOfOffices(catalogue, id));
  const offices = [t`Human Resources`, t`the City Manager’s office`];
  return t`Only ${listWords([...named.map((id) => staffName(catalogue, id)), ...offices])} will see this case.`;
}

/** `Linh Tran is told and takes it over.`; says what to do where there is nobody to tell. */
export function whoIsToldWords({ supervisorStaffId }: Parties, catalogue: Catalogue): string {
  return supervisorStaffId === null ? t`No supervisor can be told by itself: call Human Resources.` : t`${staffName(catalogue, supervisorStaffId)} is told and takes it over.`;
}

/** `Rubén Delgado will not see it, nor be told.`; null while nobody is named. */
export function accusedWords({ accusedStaffId }: Parties, catalogue: Catalogue): string | null {
  return accusedStaffId === null ? null : t`${staffName(catalogue, accusedStaffId)} will neither see it nor be told.`;
}

/** Named as an office already. */
function isOfOffices(catalogue: Catalogue, id: string): boolean {
  return catalogue.staff.some((member) => member.id === id && member.roles.some((role) => role === 'hr' || role === 'cityManager'));
}
