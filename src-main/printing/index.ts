import type { DesktopIpc } from '../ipc/desktop-ipc.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { openPrintWindow } from './electron-print-window.ts';
import { saveReceiptPdf } from './receipt-pdf.ts';
import { listPrinters, printOnSystemPrinter } from './system-printers.ts';

export interface PrintingOptions {
  readonly askWhereToSave: AskWhereToSave;
  /** Gets faults, never what a receipt says. */
  readonly log: (line: string) => void;
}

/** Answers the page's calls about paper. Thermal printers are not here: the data process's spool feeds them raw bytes. */
export function registerPrinting(ipc: DesktopIpc, { askWhereToSave, log }: PrintingOptions): void {
  const surroundings = { openWindow: openPrintWindow, askWhereToSave, log };
  ipc.handle('receipt.toPdf', (request) => saveReceiptPdf(request, surroundings));
  ipc.handle('receipt.printSystem', (request) => printOnSystemPrinter(request, surroundings));
  ipc.handle('printers.list', (_argument, page) => listPrinters(page));
}
