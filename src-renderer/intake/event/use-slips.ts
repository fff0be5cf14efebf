import { t } from '../../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnteredNumber } from '../../../src-shared/protocol/data-rpc/community-views.ts';
import type { ReceiptData } from '../../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument } from '../../../src-shared/receipt/receipt-document.ts';
import { receiptsHtml } from '../../../src-shared/receipt/receipts-html.ts';
import type { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { communityQueries } from '../../data/community.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { queries } from '../../data/queries.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { queueForPrinter } from '../../receipt/receipt-output.ts';
import { showToast } from '../../ui/announce.tsx';

export interface Slips {
  readonly isBusy: boolean;
  /** Why not all were printed; null: they were, or nothing was tried. */
  readonly problem: string | null;
  /** Set while it is asked which printer takes them. */
  readonly document: PaperDocument | null;
  readonly closeDocument: () => void;
  /** To the receipt printer, which gets those it has not had; where there is none, as one document with a slip a sheet. */
  readonly print: (entered: readonly EnteredNumber[], eventName: string) => Promise<void>;
}

/** The slips of a whole town-hall entry on their way to paper. */
export function useSlips(): Slips {
  const client = useQueryClient();
  const { data: settings } = useQuery(queries.printerSettings());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [document, setDocument] = useState<PaperDocument | null>(null);
  const hasReceiptPrinter = settings !== undefined && settings.target.kind !== 'none';

  async function print(entered: readonly EnteredNumber[], eventName: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      if (hasReceiptPrinter) setProblem(await toReceiptPrinter(await notPrinted(entered)));
      else setDocument(slipsDocument(await fetchReceipts(entered), eventName));
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setBusy(false);
      void client.invalidateQueries(communityQueries.townHallEntry());
    }
  }
  return { isBusy, problem, document, closeDocument: () => setDocument(null), print };
}

/** Asked anew: one that went to the printer a moment ago, by itself, is not printed again. */
async function notPrinted(entered: readonly EnteredNumber[]): Promise<readonly EnteredNumber[]> {
  const known = (await data.community.entry())?.entered ?? entered;
  const done = new Set(known.filter(({ isPrinted }) => isPrinted).map(({ trackingNumber }) => trackingNumber));
  return entered.filter(({ trackingNumber }) => !done.has(trackingNumber));
}

/** Null: all of them are on their way. */
async function toReceiptPrinter(entered: readonly EnteredNumber[]): Promise<string | null> {
  for (const [index, { trackingNumber }] of entered.entries()) {
    const result = await queueForPrinter(trackingNumber, null);
    if (result.outcome === 'failed') return t`${index} of ${entered.length} slips were sent. ${result.sentence}`;
  }
  showToast(sentWords(entered.length));
  return null;
}

function sentWords(count: number): string {
  if (count === 0) return t`Every slip of this entry has been printed. Print one again from its case.`;
  return count === 1 ? t`1 slip sent to the receipt printer.` : t`${count} slips sent to the receipt printer.`;
}

async function fetchReceipts(entered: readonly { readonly trackingNumber: TrackingNumber }[]): Promise<readonly ReceiptData[]> {
  const receipts = await Promise.all(entered.map(({ trackingNumber }) => data.receipts.data({ trackingNumber, language: null })));
  return receipts.filter((receipt) => receipt !== null);
}

function slipsDocument(receipts: readonly ReceiptData[], eventName: string): PaperDocument {
  const title = t`slips of ${eventName}`;
  const documents = receipts.map((receipt) => makeReceiptDocument(receipt));
  return {
    title: receipts.length === 1 ? t`1 slip` : t`${receipts.length} slips`,
    suggestedName: title.replaceAll(/[^\p{L}\p{N} ]+/gu, ' ').replaceAll(/ +/g, ' ').trim().slice(0, 110),
    pageFooter: null,
    html: (paper) => receiptsHtml(documents, paper, title),
  };
}
