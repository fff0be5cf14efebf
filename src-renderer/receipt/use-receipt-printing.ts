import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../src-shared/domain/case.ts';
import type { PrintJobRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { ReceiptPaper, SystemPrinter } from '../../src-shared/protocol/desktop-api.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { queries } from '../data/queries.ts';
import { useSystemPrinters } from '../data/use-system-printers.ts';
import { showToast } from '../ui/announce.tsx';
import { type OutputResult, printOnSystem, queueForPrinter, savePdf } from './receipt-output.ts';

export interface ReceiptPrinting {
  /** Null until it was read, or when this workstation does not hold the number. */
  readonly receipt: ReceiptData | null;
  readonly isMissing: boolean;
  /** A receipt printer is set up here. Undefined until that is known. */
  readonly hasReceiptPrinter: boolean | undefined;
  readonly systemPrinters: readonly SystemPrinter[];
  readonly paper: ReceiptPaper;
  readonly setPaper: (paper: ReceiptPaper) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The newest copy of this number in the spool. */
  readonly job: PrintJobRow | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
  /** To the receipt printer, or, where there is none, into a PDF. True when it is done or on its way. */
  readonly print: () => Promise<boolean>;
  readonly toPdf: () => Promise<boolean>;
  readonly toSystemPrinter: (deviceName: string) => Promise<boolean>;
}

const PAPER_KEY = 'portreeve.receipt.paper';

/** Everything a screen needs to show and print the receipt of one number, in the citizen's language (`given`, or as the case has it) until another is chosen. */
export function useReceiptPrinting(trackingNumber: TrackingNumber, given: Language | null = null): ReceiptPrinting {
  const [chosen, setChosen] = useState(given);
  const [paper, setPaper] = useState<ReceiptPaper>(keptPaper);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const receiptQuery = useQuery(queries.receipt(trackingNumber, chosen));
  const { data: settings } = useQuery(queries.printerSettings());
  const { data: jobs = [] } = useQuery(queries.printJobs());
  const receipt = receiptQuery.data ?? null;
  const hasReceiptPrinter = settings && settings.target.kind !== 'none';

  async function finish(output: Promise<OutputResult>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const result = await output;
    setBusy(false);
    if (result.outcome === 'done' && result.sentence !== null) showToast(result.sentence);
    if (result.outcome === 'failed') setProblem(result.sentence);
    return result.outcome === 'done';
  }
  const toPdf = (): Promise<boolean> => (receipt ? finish(savePdf(receipt, paper)) : Promise.resolve(false));
  return {
    receipt,
    isMissing: receiptQuery.data === null,
    hasReceiptPrinter,
    systemPrinters: useSystemPrinters() ?? NO_PRINTERS,
    paper,
    setPaper: (next) => {
      localStorage.setItem(PAPER_KEY, next);
      setPaper(next);
    },
    language: chosen ?? receipt?.language ?? 'en',
    setLanguage: setChosen,
    job: newestJob(jobs, trackingNumber),
    problem,
    isBusy,
    print: () => (hasReceiptPrinter === false ? toPdf() : finish(queueForPrinter(trackingNumber, chosen))),
    toPdf,
    toSystemPrinter: (deviceName) => (receipt ? finish(printOnSystem(receipt, paper, deviceName)) : Promise.resolve(false)),
  };
}

function keptPaper(): ReceiptPaper {
  const kept = localStorage.getItem(PAPER_KEY);
  return kept === '80mm' || kept === 'a4' ? kept : 'letter';
}

const NO_PRINTERS: readonly SystemPrinter[] = [];

function newestJob(jobs: readonly PrintJobRow[], trackingNumber: TrackingNumber): PrintJobRow | null {
  return jobs.filter((job) => job.trackingNumber === trackingNumber).sort((a, b) => b.queuedAt - a.queuedAt)[0] ?? null;
}
