/** Ways of a receipt to paper. Each answers with a sentence for the person who waits for it. */
import { t } from '../../src-shared/language/language.ts';
import type { Language } from '../../src-shared/domain/case.ts';
import type { ReceiptPaper } from '../../src-shared/protocol/desktop-api.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { receiptHtml } from '../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { desktop } from '../data/desktop.ts';

export type OutputResult =
  /** `sentence` is null where the spool says by itself how it goes. */
  | { readonly outcome: 'done'; readonly sentence: string | null }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly sentence: string };

/** Puts one copy into the spool: it prints now, or as soon as the printer can. */
export async function queueForPrinter(trackingNumber: TrackingNumber, language: Language | null): Promise<OutputResult> {
  try {
    const reply = await data.receipts.print({ trackingNumber, language });
    return reply.ok ? { outcome: 'done', sentence: null } : { outcome: 'failed', sentence: reply.sentence };
  } catch (error) {
    return { outcome: 'failed', sentence: dataErrorSentence(error) };
  }
}

export async function savePdf(receipt: ReceiptData, paper: ReceiptPaper): Promise<OutputResult> {
  const html = receiptHtml(makeReceiptDocument(receipt), paper);
  const suggestedName = t`Receipt ${formatTrackingNumber(receipt.trackingNumber)}`;
  const result = await desktop().print.receiptToPdf({ html, paper, suggestedName });
  switch (result.outcome) {
    case 'saved':
      return { outcome: 'done', sentence: t`Saved as ${result.path}` };
    case 'failed':
      return { outcome: 'failed', sentence: result.message };
    case 'cancelled':
      return result;
  }
}

/** `deviceName` as the system names the printer; never a raw receipt printer, which would print the PDF's code. */
export async function printOnSystem(receipt: ReceiptData, paper: ReceiptPaper, deviceName: string): Promise<OutputResult> {
  const html = receiptHtml(makeReceiptDocument(receipt), paper);
  const result = await desktop().print.receiptToSystemPrinter({ html, paper, deviceName });
  return result.outcome === 'failed' ? { outcome: 'failed', sentence: result.message } : { outcome: 'done', sentence: t`Sent to ${deviceName}.` };
}
