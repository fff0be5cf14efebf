import { selfIssuedNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { findForm } from '../../src-shared/outage-forms/form-batch.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { shownOffice } from '../office/office-store.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';

/** What a workstation keeps in stock: about four weeks of its own work; refilled with any pull below half of it. */
export const NUMBERS_KEPT = 300;
export const REFILL_BELOW = 150;

const SQL = {
  next: 'SELECT number FROM number_pool WHERE used_at IS NULL ORDER BY position LIMIT 1',
  use: 'UPDATE number_pool SET used_at = :usedAt, case_id = :caseId WHERE number = :number AND used_at IS NULL',
  left: 'SELECT count(*) AS count FROM number_pool WHERE used_at IS NULL',
  add: `INSERT INTO number_pool (number, position)
    VALUES (:number, (SELECT ifnull(max(position), 0) + 1 FROM number_pool)) ON CONFLICT (number) DO NOTHING`,
  voidFree: 'DELETE FROM number_pool WHERE used_at IS NULL',
} as const;

/**
 * Takes a number for a case, for ever. Must run in the transaction that writes the case: both are on disk, or neither.
 *
 * Falls back to the workstation's own range (9…) when no leased number is left. Null when that has run out too.
 */
export function takeNumber(db: WriteDb, caseId: CaseId, usedAt: UtcMs): TrackingNumber | null {
  const leased = nextLeased(db, usedAt);
  if (leased) {
    db.write(SQL.use).run({ number: leased, caseId, usedAt });
    return leased;
  }
  const { enrolment, selfIssued } = readSyncState(db);
  if (enrolment === null) return null;
  const number = selfIssuedNumber(enrolment, selfIssued);
  if (number) updateSyncState(db, { selfIssued: selfIssued + 1 });
  return number;
}

/** Takes a leased number for a paper form, for ever: no case gets it but the one that is keyed in from that sheet. Null when none is left. */
export function takeNumberForPaper(db: WriteDb, usedAt: UtcMs): TrackingNumber | null {
  const number = nextLeased(db, usedAt);
  if (number !== null) db.write(SQL.use).run({ number, caseId: null, usedAt });
  return number;
}

/** A number that came from elsewhere is given out here no more, should it be in stock. */
export function useUpNumber(db: WriteDb, number: TrackingNumber, { caseId, usedAt }: { readonly caseId: CaseId | null; readonly usedAt: UtcMs }): void {
  db.write(SQL.use).run({ number, caseId, usedAt });
}

/**
 * The next number in stock that is on no paper form. A disk that was put back to a day before its forms were printed has their
 * numbers in stock again; the office's records, which come from the server, say so.
 */
function nextLeased(db: WriteDb, usedAt: UtcMs): TrackingNumber | null {
  for (;;) {
    const number = db.query<Record<string, never>, { number: TrackingNumber }>(SQL.next).get({})?.number ?? null;
    if (number === null || findForm(shownOffice(db).formBatches, number) === null) return number;
    useUpNumber(db, number, { caseId: null, usedAt });
  }
}

export function countNumbersLeft(db: ReadDb): number {
  return db.query<Record<string, never>, { count: number }>(SQL.left).get({})?.count ?? 0;
}

/** Stores leased numbers; one that is here already, used or not, is left as it is. */
export function addNumbers(db: WriteDb, numbers: readonly TrackingNumber[]): void {
  for (const number of numbers) db.write(SQL.add).run({ number });
}

/** Throws away what is in stock: after a fork another copy of this disk may give out the same numbers. */
export function voidFreeNumbers(db: WriteDb): void {
  db.write(SQL.voidFree).run({});
}
