import type { Language } from '../../src-shared/domain/case.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { findCase, findCaseIdByNumber } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { nextCopyNumber, queueReceipt } from '../spool/job-store.ts';
import { receiptOfCase } from './receipt-of-case.ts';

interface Wanted {
  readonly trackingNumber: TrackingNumber;
  readonly language: Language | null;
}

/** The receipt of a number as it would be printed now; null when the number is not on this workstation. */
export function receiptFor(db: ReadDb, wanted: Wanted, printedAt: UtcMs): ReceiptData | null {
  const caseId = findCaseIdByNumber(db, wanted.trackingNumber);
  const stored = caseId === null ? null : findCase(db, caseId);
  const catalogue = currentCatalogue(db);
  if (!stored || !catalogue) return null;
  const copyNumber = nextCopyNumber(db, wanted.trackingNumber);
  return receiptOfCase(stored.case, catalogue, { ...wanted, printedAt, copyNumber });
}

export type PrintReply = { readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly sentence: string };

/** Puts one copy into the spool, durably. Printing itself is the spool's. */
export function printReceipt(db: WriteDb, wanted: Wanted & { readonly jobId: string; readonly now: UtcMs }): PrintReply {
  return db.transaction(() => {
    const receipt = receiptFor(db, wanted, wanted.now);
    if (!receipt) return { ok: false, sentence: 'There is no case with this number on this workstation. Check the number.' };
    queueReceipt(db, { jobId: wanted.jobId, receipt, now: wanted.now });
    return { ok: true, jobId: wanted.jobId };
  });
}
