import type { DesktopIpc } from '../ipc/desktop-ipc.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { openPrintWindow } from './electron-print-window.ts';
import { saveDocumentPdf } from './document-pdf.ts';
import { saveFile } from './save-file.ts';
import { listPrinters, printOnSystemPrinter } from './system-printers.ts';

export interface PrintingOptions {
  readonly askWhereToSave: AskWhereToSave;
  /** Gets faults, never what a receipt says. */
  readonly log: (line: string) => void;
}

/** Answers the page's calls about paper. Thermal printers are not here: the data process's spool feeds them raw bytes. */
export function registerPrinting(ipc: DesktopIpc, { askWhereToSave, log }: PrintingOptions): void {
  const surroundings = { openWindow: openPrintWindow, askWhereToSave, log };
  const receipt = { title: 'receipt', pageFooter: null };
  ipc.handle('receipt.toPdf', (request) => saveDocumentPdf({ ...receipt, ...request }, surroundings));
  ipc.handle('receipt.printSystem', (request) => printOnSystemPrinter({ ...receipt, ...request }, surroundings));
  ipc.handle('document.toPdf', (request) => saveDocumentPdf(request, surroundings));
  ipc.handle('document.print', (request) => printOnSystemPrinter(request, surroundings));
  ipc.handle('document.saveText', ({ text, title, suggestedName, extension }) => {
    const kind = extension.toUpperCase();
    const question = { title: `Save ${title}`, suggestedName: `${suggestedName}.${extension}`, filters: [{ name: kind, extensions: [extension] }] };
    return saveFile(text, `${kind} file`, question, askWhereToSave);
  });
  ipc.handle('printers.list', (_argument, page) => listPrinters(page));
}
