/**
 * A sealed case leaves the desk that took it as soon as the server has it, often before its receipt is looked at. Until then, and for as
 * long as a citizen stands there, it is kept in memory for its receipt alone, for the person who took it. Never on disk.
 */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';

const KEPT_MS = 30 * MINUTE_MS;

interface Kept {
  readonly case: Case;
  readonly until: number;
}

const justIssued = new WeakMap<ReadDb, Kept>();

export function keepForReceipt(db: ReadDb, current: Case, now: number): void {
  justIssued.set(db, { case: current, until: now + KEPT_MS });
}

/** The sealed case that was taken here last, by this person and not long ago, if the number is its own. */
export function caseJustIssued(db: ReadDb, number: string, { staffId, now }: { readonly staffId: string | null; readonly now: number }): Case | null {
  const kept = justIssued.get(db);
  if (kept === undefined) return null;
  if (kept.until < now) justIssued.delete(db);
  const isTheirs = kept.until >= now && kept.case.enteredBy === staffId && kept.case.trackingNumber === number;
  return isTheirs ? kept.case : null;
}
