import type { Case } from '../../src-shared/domain/case-document.ts';
import { endedLateness, type ListedPromise, toldStaff } from '../../src-shared/overdue/promises.ts';
import type { CaseSyncState } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { WriteDb } from '../db/database.ts';
import { dropSettledMarks } from './late-marks.ts';

const SQL = {
  forgetPromises: 'DELETE FROM case_promise WHERE case_key = :caseKey',
  promise: `INSERT INTO case_promise (
      case_key, clock, task_id, due, late_from, soon_from, department_code, assignee_id, is_stated, is_first, is_first_there
    ) VALUES (:caseKey, :clock, :taskId, :due, :lateFrom, :soonFrom, :departmentCode, :assigneeId, :isStated, :isFirst, :isFirstThere)`,
  forgetWasLate: 'DELETE FROM case_was_late WHERE case_key = :caseKey',
  wasLate: `INSERT INTO case_was_late (case_key, department_code, ended_at, is_last) VALUES (:caseKey, :departmentCode, :endedAt, :isLast)
    ON CONFLICT DO NOTHING`,
  forgetTold: 'DELETE FROM case_told WHERE case_key = :caseKey',
  told: 'INSERT INTO case_told (staff_id, case_key) VALUES (:staffId, :caseKey)',
} as const;

/**
 * Writes what lists need of the promises of a case, beside its document; `writeCase` calls it with the same transaction. What
 * this workstation had noticed by itself goes when the server's version has its word on it.
 */
export function writePromises(db: WriteDb, caseKey: number, given: { readonly current: Case; readonly promises: readonly ListedPromise[]; readonly syncState: CaseSyncState }): void {
  const { current, promises, syncState } = given;
  db.write(SQL.forgetPromises).run({ caseKey });
  for (const { isStated, isFirst, isFirstThere, ...promise } of promises) {
    db.write(SQL.promise).run({ ...promise, caseKey, isStated: Number(isStated), isFirst: Number(isFirst), isFirstThere: Number(isFirstThere) });
  }
  db.write(SQL.forgetWasLate).run({ caseKey });
  // Last ended first: of several that one department missed the first one is kept.
  endedLateness(current).forEach(({ departmentCode, endedAt }, index) => db.write(SQL.wasLate).run({ caseKey, departmentCode, endedAt, isLast: Number(index === 0) }));
  db.write(SQL.forgetTold).run({ caseKey });
  for (const staffId of toldStaff(current)) db.write(SQL.told).run({ staffId, caseKey });
  if (syncState === 'confirmed') dropSettledMarks(db, current.id);
}
