import { type DueDates, explainDue } from '../../src-shared/clock/explain-due.ts';
import { dueQuestionAt, ruleVersionAt } from '../../src-shared/clock/due-question.ts';
import type { AbsorbedCase } from '../../src-shared/domain/case-parts.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { CasePart, CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';
import { marksOf, withMarks } from '../overdue/late-marks.ts';
import { findShadow } from '../outbox/shadow.ts';
import { readStationNames } from '../settings/station-names.ts';
import { maySeeHere } from '../sight/not-hidden.ts';
import { findCase, findCaseIdsByNumber, type StoredCase } from './case-queries.ts';
import { ruleBookFor } from './rule-books.ts';

/** Null when the case is not on this workstation, or not for whoever is signed in. */
export function viewOfCase(db: ReadDb, caseId: string, now: UtcMs): CaseView | null {
  const stored = findCase(db, caseId);
  return stored && maySeeHere(db, stored.case) ? toView(db, stored, now) : null;
}

export function viewOfNumber(db: ReadDb, trackingNumber: string, now: UtcMs): CaseView | null {
  for (const caseId of findCaseIdsByNumber(db, trackingNumber)) {
    const view = viewOfCase(db, caseId, now);
    if (view) return view;
  }
  return null;
}

/** The dates of a case as they stood at `asOf`, with the facts known then; null when it is not on this workstation. */
export function explainDueAt(db: ReadDb, caseId: string, asOf: UtcMs): DueDates | null {
  const current = findCase(db, caseId)?.case;
  return current && maySeeHere(db, current) ? datesOf(db, current, asOf) : null;
}

/** Under the version whose rules counted for the case at that moment: the one it was received with, unless it was put right. */
function datesOf(db: ReadDb, current: Case, asOf: UtcMs): DueDates {
  return explainDue(dueQuestionAt(current, asOf), ruleBookFor(db, ruleVersionAt(current, asOf)), asOf);
}

function toView(db: ReadDb, stored: StoredCase, now: UtcMs): CaseView {
  const current = stored.case;
  const marks = marksOf(db, current);
  return {
    case: withMarks(current, marks),
    syncState: stored.syncState,
    parts: current.absorbed.map((part) => partOf(db, part, current.id)),
    pendingFactIds: [...pendingFactIds(db, stored), ...marks.map(({ id }) => id)],
    due: datesOf(db, current, now),
    stationNames: namesOf(db, current),
  };
}

function namesOf(db: ReadDb, { history }: Case): Readonly<Record<string, string>> {
  const names = readStationNames(db);
  return Object.fromEntries([...new Set(history.map(({ station }) => station))].flatMap((station) => (names[station] === undefined ? [] : [[station, names[station]]])));
}

function partOf(db: ReadDb, { caseId, trackingNumber }: AbsorbedCase, wholeId: string): CasePart {
  const stored = findCase(db, caseId)?.case;
  const part = stored && maySeeHere(db, stored) ? stored : undefined;
  return { caseId, trackingNumber, citizen: part ? (part.requester?.name ?? '') : null, isStillPart: part === undefined || part.mergedInto?.caseId === wholeId };
}

/** Facts shown but not in the server's version. */
function pendingFactIds(db: ReadDb, stored: StoredCase): readonly string[] {
  const shadow = findShadow(db, stored.case.id);
  if (!shadow.isKept) return [];
  const confirmed = new Set(shadow.base?.history.map((fact) => fact.id) ?? []);
  return stored.case.history.map((fact) => fact.id).filter((id) => !confirmed.has(id));
}
