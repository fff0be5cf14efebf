/**
 * Missed promises that this workstation noticed by itself: its own facts, kept until the server's version of the case says the
 * same under the same id, or shows that the promise was kept. Never sent (docs/sync.md).
 */
import { evolve } from '../../src-shared/domain/evolve.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact, FactOf } from '../../src-shared/domain/fact.ts';
import { unstatedClocks } from '../../src-shared/domain/lateness.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A mark is settled when no running promise of its case waits for its fact: it was stated, or kept. */
const IS_SETTLED = `NOT EXISTS (
  SELECT 1 FROM case_ c JOIN case_promise p USING (case_key)
  WHERE c.case_id = late_mark.case_id AND p.clock = late_mark.clock AND p.task_id = late_mark.task_id AND p.due = late_mark.due AND p.is_stated = 0)`;

const SQL = {
  ofCase: 'SELECT fact FROM late_mark WHERE case_id = :caseId ORDER BY late_from, fact_id',
  keep: `INSERT INTO late_mark (fact_id, case_id, clock, task_id, due, late_from, noticed_at, fact)
    VALUES (:factId, :caseId, :clock, :taskId, :due, :lateFrom, :noticedAt, :fact) ON CONFLICT (fact_id) DO NOTHING`,
  dropSettled: `DELETE FROM late_mark WHERE case_id = :caseId AND ${IS_SETTLED}`,
  lastOfNext: 'SELECT max(rowid) AS last, count(*) AS rows FROM (SELECT rowid FROM late_mark WHERE rowid > :after ORDER BY rowid LIMIT :most)',
  dropVoid: `DELETE FROM late_mark WHERE rowid > :after AND rowid <= :last AND (late_from >= :now OR (${IS_SETTLED}
    AND NOT EXISTS (SELECT 1 FROM case_ c WHERE c.case_id = late_mark.case_id AND c.sync_state <> 'confirmed'))) RETURNING case_id AS caseId`,
  dropOfCase: 'DELETE FROM late_mark WHERE case_id = :caseId',
} as const;

/** Keeps a missed promise as this workstation's own fact; one that is kept already stays as it was noticed first. */
export function keepMark(db: WriteDb, caseId: string, fact: FactOf<'wentOverdue'>, noticedAt: UtcMs): void {
  const { id: factId, clock, taskId, due, at: lateFrom } = fact;
  db.write(SQL.keep).run({ factId, caseId, clock, taskId: taskId ?? '', due, lateFrom, noticedAt, fact: JSON.stringify(fact) });
}

/** The marks of a case whose promises its document has not stated, oldest first. */
export function marksOf(db: ReadDb, current: Case): readonly FactOf<'wentOverdue'>[] {
  const rows = db.query<{ caseId: string }, { fact: string }>(SQL.ofCase).all({ caseId: current.id });
  if (rows.length === 0) return [];
  const unstated = unstatedClocks(current);
  return rows
    .map(({ fact }) => JSON.parse(fact) as FactOf<'wentOverdue'>) // safe: written by keepMark only
    .filter((fact) => unstated.some(({ clock, taskId, due }) => clock === fact.clock && taskId === fact.taskId && due === fact.due));
}

/** The case with the marks in its history, each at its place in time, and in what it has missed. */
export function withMarks(current: Case, marks: readonly FactOf<'wentOverdue'>[]): Case {
  return marks.reduce((before, mark) => ({ ...evolve(before.id, before, mark), history: inTime(before.history, mark) }), current);
}

function inTime(history: readonly Fact[], mark: Fact): Fact[] {
  const place = history.findIndex(({ at }) => at > mark.at);
  return place === -1 ? [...history, mark] : history.toSpliced(place, 0, mark);
}

/** Called with every version of a case that came from the server and has nothing pending on top. */
export function dropSettledMarks(db: WriteDb, caseId: string): void {
  db.write(SQL.dropSettled).run({ caseId });
}

/**
 * Of the next `most` marks behind the row `after`, drops those that are settled, or that turn out to be of a moment still to come: this
 * computer's clock was ahead. Returns the cases concerned, and the last row looked at, null when there are no more. For records that
 * came as a whole, and for a clock that was put right.
 */
export function dropVoidMarks(db: WriteDb, now: UtcMs, { after, most }: { readonly after: number; readonly most: number }): { readonly caseIds: readonly string[]; readonly last: number | null } {
  const { last, rows } = db.query<{ after: number; most: number }, { last: number | null; rows: number }>(SQL.lastOfNext).get({ after, most }) ?? { last: null, rows: 0 };
  if (last === null) return { caseIds: [], last };
  const dropped = db.query<{ after: number; last: number; now: UtcMs }, { caseId: string }>(SQL.dropVoid).all({ after, last, now });
  return { caseIds: dropped.map(({ caseId }) => caseId), last: rows === most ? last : null };
}

/** With the case itself: its marks leave this disk too. */
export function dropMarksOfCase(db: WriteDb, caseId: string): void {
  db.write(SQL.dropOfCase).run({ caseId });
}
