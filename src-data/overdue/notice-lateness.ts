import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact, FactOf } from '../../src-shared/domain/fact.ts';
import { latenessFacts } from '../../src-shared/domain/lateness.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { cityNow, keepCityTime } from '../clock/city-clock.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { dropVoidMarks, keepMark } from './late-marks.ts';

/** A step of a look takes a few milliseconds, for whoever waits for a number meanwhile: so many rows are compared, so many cases read. */
const ROWS_AT_ONCE = 250;
const CASES_AT_ONCE = 12;

const SQL = {
  next: `SELECT p.late_from AS lateFrom, p.case_key AS caseKey, p.clock, p.task_id AS taskId, c.case_id AS caseId,
      EXISTS (SELECT 1 FROM late_mark m WHERE m.case_id = c.case_id AND m.clock = p.clock AND m.task_id = p.task_id AND m.due = p.due) AS isMarked
    FROM case_promise p JOIN case_ c USING (case_key)
    WHERE p.is_stated = 0 AND p.late_from IS NOT NULL AND p.late_from < :now
      AND (p.late_from, p.case_key, p.clock, p.task_id) > (:lateFrom, :caseKey, :clock, :taskId)
    ORDER BY p.late_from, p.case_key, p.clock, p.task_id LIMIT ${ROWS_AT_ONCE}`,
} as const;

/** The last missed promise that was looked at, in the order of their index. */
interface PromisePlace {
  readonly lateFrom: number;
  readonly caseKey: number;
  readonly clock: string;
  readonly taskId: string;
}

/** How far a look has come: through the marks, by their rows, then through the promises that were missed. */
export type LookPlace = { readonly marksTo: number } | PromisePlace;

/** What a step found: cases whose history differs now, and where the look goes on; null: that was all. */
export interface Noticed {
  readonly caseIds: readonly CaseId[];
  readonly next: LookPlace | null;
}

const BEGINNING: LookPlace = { marksTo: 0 };
const BEFORE_ALL: PromisePlace = { lateFrom: 0, caseKey: 0, clock: '', taskId: '' };

/**
 * A step of a look, in one transaction: notices promises that were missed by now and keeps each once as this workstation's own fact;
 * drops those that turned out otherwise. `deskNow`: this computer's clock. Call again with `next` until it is null. What changes
 * behind the place a look has come to is found by the next look.
 */
export function noticeLateness(db: WriteDb, deskNow: number, from: LookPlace = BEGINNING): Noticed {
  return db.transaction(() => {
    const now = from === BEGINNING ? keepCityTime(db, deskNow) : cityNow(db, deskNow);
    if (!('marksTo' in from)) return noticeMissed(db, now, from);
    const { caseIds: gone, last } = dropVoidMarks(db, now, { after: from.marksTo, most: ROWS_AT_ONCE });
    if (last !== null) return { caseIds: idsOf(gone), next: { marksTo: last } };
    const { caseIds: missed, next } = noticeMissed(db, now, BEFORE_ALL);
    return { caseIds: idsOf([...gone, ...missed]), next };
  });
}

function noticeMissed(db: WriteDb, now: UtcMs, from: PromisePlace): Noticed {
  const candidates = nextMissed(db, now, from);
  const caseIds = new Set<string>();
  let place = from;
  for (const { caseId, isMarked, ...at } of candidates) {
    if (isMarked === 0 && !caseIds.has(caseId)) {
      if (caseIds.size === CASES_AT_ONCE) return { caseIds: idsOf(caseIds), next: place };
      markCase(db, findCase(db, caseId)?.case ?? null, now);
      caseIds.add(caseId);
    }
    place = at;
  }
  return { caseIds: idsOf(caseIds), next: candidates.length === ROWS_AT_ONCE ? place : null };
}

type Candidate = PromisePlace & { readonly caseId: string; readonly isMarked: number };

const nextMissed = (db: ReadDb, now: UtcMs, from: PromisePlace): readonly Candidate[] => db.query<PromisePlace & { now: UtcMs }, Candidate>(SQL.next).all({ ...from, now });

const idsOf = (caseIds: Iterable<string>): readonly CaseId[] => [...new Set(caseIds)] as CaseId[]; // safe: ids of cases

function markCase(db: WriteDb, current: Case | null, now: UtcMs): void {
  if (current === null) return;
  for (const fact of latenessFacts(current, now).filter(isMissed)) keepMark(db, current.id, fact, now);
}

function isMissed(fact: Fact): fact is FactOf<'wentOverdue'> {
  return fact.kind === 'wentOverdue';
}
