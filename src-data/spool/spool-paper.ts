/** What the receipt printer prints: receipts, and numbered paper forms where a desk has no other printer. */
import { z } from 'zod';
import { FormSlip, formSlipDocument } from '../../src-shared/outage-forms/form-slip.ts';
import { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument, type ReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';

export const SpoolPaper = z.union([FormSlip, ReceiptData]);
export type SpoolPaper = z.infer<typeof SpoolPaper>;

/** A receipt without wording of its own has the standard one. */
export function documentOf(paper: SpoolPaper): ReceiptDocument {
  return 'paper' in paper ? formSlipDocument(paper) : makeReceiptDocument(paper);
}
