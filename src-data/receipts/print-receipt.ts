import { t } from '../../src-shared/language/language.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Language } from '../../src-shared/domain/case.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { findCase, findCaseIdByNumber } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { nextCopyNumber, queueReceipt } from '../spool/job-store.ts';
import { currentSession } from '../session/session.ts';
import { maySeeHere } from '../sight/not-hidden.ts';
import { caseJustIssued } from './just-issued.ts';
import { receiptOfCase } from './receipt-of-case.ts';

interface Wanted {
  readonly trackingNumber: TrackingNumber;
  readonly language: Language | null;
}

/** The receipt of a number as it would be printed now; null when the number is not on this workstation, or not for this person. */
export function receiptFor(db: ReadDb, wanted: Wanted, printedAt: UtcMs): ReceiptData | null {
  const current = caseOfNumber(db, wanted.trackingNumber, printedAt);
  const catalogue = currentCatalogue(db);
  if (!current || !catalogue) return null;
  const copyNumber = nextCopyNumber(db, wanted.trackingNumber);
  return receiptOfCase(current, catalogue, { ...wanted, printedAt, copyNumber });
}

/** One that whoever is signed in may see, or has just taken. */
function caseOfNumber(db: ReadDb, number: TrackingNumber, now: UtcMs): Case | null {
  const caseId = findCaseIdByNumber(db, number);
  const stored = caseId === null ? null : findCase(db, caseId);
  if (stored && maySeeHere(db, stored.case)) return stored.case;
  return caseJustIssued(db, number, { staffId: currentSession(db).staff?.id ?? null, now });
}

export type PrintReply = { readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly sentence: string };

/** Puts one copy into the spool, durably. Printing itself is the spool's. */
export function printReceipt(db: WriteDb, wanted: Wanted & { readonly jobId: string; readonly now: UtcMs }): PrintReply {
  return db.transaction(() => {
    const receipt = receiptFor(db, wanted, wanted.now);
    if (!receipt) return { ok: false, sentence: t`There is no case with this number on this workstation. Check the number.` };
    queueReceipt(db, { jobId: wanted.jobId, receipt, now: wanted.now });
    return { ok: true, jobId: wanted.jobId };
  });
}
