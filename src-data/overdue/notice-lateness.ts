import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact, FactOf } from '../../src-shared/domain/fact.ts';
import { latenessFacts } from '../../src-shared/domain/lateness.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { keepCityTime } from '../clock/city-clock.ts';
import type { WriteDb } from '../db/database.ts';
import { dropVoidMarks, keepMark } from './late-marks.ts';

const BATCH = 200;

const SQL = {
  missed: `SELECT DISTINCT c.case_id AS caseId FROM case_promise p JOIN case_ c USING (case_key)
    WHERE p.is_stated = 0 AND p.late_from IS NOT NULL AND p.late_from < :now
      AND NOT EXISTS (SELECT 1 FROM late_mark m WHERE m.case_id = c.case_id AND m.clock = p.clock AND m.task_id = p.task_id AND m.due = p.due)
    LIMIT ${BATCH}`,
} as const;

/** What one look found: cases whose history differs now, and whether there may be more. */
export interface Noticed {
  readonly caseIds: readonly CaseId[];
  readonly isAll: boolean;
}

/**
 * Notices promises that were missed by now and keeps each once as this workstation's own fact, in one transaction; drops those
 * that turned out otherwise. `deskNow`: this computer's clock. A look takes a batch: call again until it found all.
 */
export function noticeLateness(db: WriteDb, deskNow: number): Noticed {
  return db.transaction(() => {
    const now = keepCityTime(db, deskNow);
    const gone = dropVoidMarks(db, now);
    const missed = db.query<{ now: UtcMs }, { caseId: CaseId }>(SQL.missed).all({ now }).map(({ caseId }) => caseId);
    for (const caseId of missed) markCase(db, findCase(db, caseId)?.case ?? null, now);
    return { caseIds: [...new Set([...missed, ...gone])] as CaseId[], isAll: missed.length < BATCH }; // safe: ids of cases
  });
}

function markCase(db: WriteDb, current: Case | null, now: UtcMs): void {
  if (current === null) return;
  for (const fact of latenessFacts(current, now).filter(isMissed)) keepMark(db, current.id, fact, now);
}

function isMissed(fact: Fact): fact is FactOf<'wentOverdue'> {
  return fact.kind === 'wentOverdue';
}
