import type { NewDepartment, NewService } from '../import-protocol.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { deriveCode } from './derive-code.ts';
import { applyRules, choose, lineFrom, type RowReader } from './row-text.ts';

const MAX_NAME_LENGTH = 200;
const NO_SERVICE = 'No service named';
/** What is left of “General Request - …” where the second half is empty. */
const DANGLING_DASHES = /^[\s–-]+|[\s–-]+$/gu;

/** A department or service by code, and what has to be added to the catalogue for it; null when the city has it itself. */
export interface Named<New> {
  readonly code: string;
  readonly isNew: New | null;
}

/** The department a row names; null when it names none and none has to be made: then it is that of the service. */
export function departmentOf(read: RowReader, { department }: Mapping): Named<NewDepartment> | null {
  if (!department) return null;
  const known = choose(read, department);
  if (known !== null) return { code: known, isNew: null };
  if (!department.create) return null;
  const text = lineFrom(read, department);
  const name = (applyRules(text, department.names) ?? (text || department.create.nameWithoutText)).slice(0, MAX_NAME_LENGTH);
  const code = deriveCode(department.create.codePrefix, name);
  return { code, isNew: { code, name } };
}

/** The service a row names. */
export function serviceOf(
  read: RowReader,
  { service }: Mapping,
  department: Named<unknown> | null,
): ({ readonly ok: true } & Named<NewService>) | { readonly ok: false; readonly reason: string } {
  const known = choose(read, service);
  if (known !== null) return { ok: true, code: known, isNew: null };
  const text = lineFrom(read, service).replace(DANGLING_DASHES, '');
  if (!service.create || !department) {
    return { ok: false, reason: `The service “${text.slice(0, 100)}” is not in the mapping. Add it under service.values, or give service.create and department.create.` };
  }
  const { codePrefix, serviceGroup, policyCode, kind, nature, isActive } = service.create;
  const name = (text || NO_SERVICE).slice(0, MAX_NAME_LENGTH);
  const group = (serviceGroup ? lineFrom(read, serviceGroup) : '').slice(0, MAX_NAME_LENGTH) || name;
  const code = deriveCode(codePrefix, name);
  return { ok: true, code, isNew: { code, name, serviceGroup: group, departmentCode: department.code, policyCode, kind, nature, isActive } };
}
