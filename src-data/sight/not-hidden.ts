import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { maySee, SEES_SEALED } from '../../src-shared/domain/visibility.ts';
import type { ReadDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';

/** Parameters of every statement that `notHidden` stands in. */
export interface Sight extends Readonly<Record<string, unknown>> {
  /** Empty: nobody is signed in, and no sealed case is seen. */
  readonly sightId: string;
  /** 1: by their role they see all but those about themselves. */
  readonly sightAll: number;
  /** Departments whose sealed cases they see, as JSON. */
  readonly sightOf: string;
}

/**
 * SQL that leaves out the sealed cases that may not be seen; `caseKey` names the column, such as `c.case_key`. Sealed cases are few:
 * they are found by an index of their own, once a statement.
 */
export function notHidden(caseKey: string): string {
  return `${caseKey} NOT IN (SELECT hidden.case_key FROM case_ hidden WHERE hidden.is_sealed = 1 AND NOT (
    :sightId <> '' AND hidden.accused_id IS NOT :sightId
    AND (hidden.told_id IS :sightId OR :sightAll = 1 OR hidden.sealed_with IN (SELECT value FROM json_each(:sightOf)))))`;
}

/**
 * The same of the row of `case_ c` itself, for walks of an index that knows which cases are sealed: only for those the others are asked for.
 */
export const NOT_HIDDEN_ROW = `(c.is_sealed = 0 OR c.case_key IN (SELECT shown.case_key FROM case_ shown WHERE shown.is_sealed = 1
    AND :sightId <> '' AND shown.accused_id IS NOT :sightId
    AND (shown.told_id IS :sightId OR :sightAll = 1 OR shown.sealed_with IN (SELECT value FROM json_each(:sightOf)))))`;

/** SQL that leaves out every sealed case, whoever asks: for what would show who has said something in confidence. */
export function notSealed(caseKey: string): string {
  return `${caseKey} NOT IN (SELECT sealed.case_key FROM case_ sealed WHERE sealed.is_sealed = 1)`;
}

/** Of whoever is signed in now. */
export function sightNow(db: ReadDb): Sight {
  return sightOf(currentSession(db).staff);
}

export function sightOf(staff: Staff | null): Sight {
  if (!staff) return { sightId: '', sightAll: 0, sightOf: '[]' };
  const { id, roles, departmentCodes } = staff;
  const isHead = roles.includes('departmentHead');
  return { sightId: id, sightAll: Number(roles.some((role) => SEES_SEALED.has(role))), sightOf: JSON.stringify(isHead ? departmentCodes : []) };
}

/** Whether whoever is signed in may see this case. */
export function maySeeHere(db: ReadDb, current: Pick<Case, 'isSealed' | 'departmentCode' | 'seal'>): boolean {
  if (!current.isSealed) return true;
  const { staff } = currentSession(db);
  return staff !== null && maySee(staff, current);
}
