/** What the procedures of `receipts` do: the receipt of a number, the spool, and the printer it goes to. */
import { randomUUID } from 'node:crypto';
import { implement } from '@orpc/server';
import { t } from '../../src-shared/language/language.ts';
import { dataContract } from '../../src-shared/protocol/data-rpc/contract.ts';
import type { PrinterSettings, PrinterStatusView } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { printReceipt, receiptFor } from '../receipts/print-receipt.ts';
import { readPrinterSettings, savePrinterSettings } from '../receipts/printer-settings.ts';
import { testPage } from '../receipts/test-page.ts';
import { escposBytes } from '../spool/escpos.ts';
import { createPrintService } from '../spool/ipp/print-service.ts';
import { printJobRows } from '../spool/job-store.ts';
import { readingSentence, readPrinterStatus } from '../spool/read-printer-status.ts';
import { sendReceipt } from '../spool/send-receipt.ts';
import { problemSentence } from '../spool/spool-problem.ts';
import type { Workstation } from '../workstation.ts';

type ReceiptsDesk = Pick<Workstation, 'db' | 'now' | 'spool' | 'changes' | 'practice' | 'stationName'>;
const DONE = { ok: true } as const;

export function receiptsRoutes(desk: ReceiptsDesk) {
  const os = implement(dataContract.receipts);
  const { db, now, spool, changes } = desk;
  return {
    data: os.data.handler(({ input }) => receiptFor(db, input, now())),
    print: os.print.handler(({ input }) => {
      if (desk.practice !== null) return { ok: false, sentence: t`Practice: nothing goes to paper. Save it as a PDF to look at it.` };
      const reply = printReceipt(db, { ...input, jobId: randomUUID(), now: now() });
      if (reply.ok) spool.wake();
      return reply;
    }),
    jobs: os.jobs.handler(() => printJobRows(db)),
    settleJob: os.settleJob.handler(({ input }) => {
      spool.settle(input.jobId, input.action);
      return DONE;
    }),
    printerStatus: os.printerStatus.handler(() => printerStatus(desk)),
    printTest: os.printTest.handler(({ input }) => printTest(desk, input)),
    systemQueues: os.systemQueues.handler(() => (process.platform === 'win32' ? null : createPrintService().queues())),
    settings: os.settings.handler(() => readPrinterSettings(db)),
    saveSettings: os.saveSettings.handler(({ input }) => {
      savePrinterSettings(db, input);
      spool.wake();
      changes.publish({ topic: 'spool', caseIds: null });
      return DONE;
    }),
  };
}

/** Not while a receipt is on its way: many printers take one connection at a time. */
async function printerStatus({ db, spool, practice }: ReceiptsDesk): Promise<PrinterStatusView> {
  if (practice !== null) return { kind: 'none', sentence: null };
  const reading = await spool.aside(() => readPrinterStatus(readPrinterSettings(db).target));
  if (reading === null) return { kind: 'busy', sentence: t`Printing …` };
  const kind = reading.kind === 'ready' && reading.isPaperNearEnd ? 'nearEnd' : reading.kind;
  return { kind, sentence: readingSentence(reading) };
}

async function printTest(desk: ReceiptsDesk, settings: PrinterSettings): Promise<{ readonly ok: boolean; readonly sentence: string }> {
  if (desk.practice !== null) return { ok: false, sentence: t`Practice: nothing goes to paper. Save it as a PDF to look at it.` };
  const timeZone = currentCatalogue(desk.db)?.city.timeZone ?? 'UTC';
  const bytes = escposBytes(testPage({ settings, stationName: desk.stationName, printedAt: desk.now(), timeZone }), settings);
  const outcome = await desk.spool.aside(() => sendReceipt(settings.target, bytes, () => true, `test ${randomUUID()}`));
  if (outcome === null) return { ok: false, sentence: t`A receipt is printing. Try again in a moment.` };
  if (outcome.outcome === 'printed') return { ok: true, sentence: t`The test page was sent to the printer. Compare its letters with the screen.` };
  return { ok: false, sentence: outcome.outcome === 'withdrawn' ? t`The test page was not printed.` : problemSentence(outcome.problem) };
}
