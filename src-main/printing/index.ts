import { t } from '../../src-shared/language/language.ts';
import type { PrintResult } from '../../src-shared/protocol/desktop-api.ts';
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
  /** Nothing goes to paper, and every file says that it is practice. */
  readonly isPractice: boolean;
}

const NO_PAPER: PrintResult = { outcome: 'failed', message: t`Practice: nothing goes to paper. Save it as a PDF to look at it.` };
const PRACTICE_FOOTER = t`Practice: nothing here is real`;

/** Answers the page's calls about paper. Thermal printers are not here: the data process's spool feeds them raw bytes. */
export function registerPrinting(ipc: DesktopIpc, { askWhereToSave, log, isPractice }: PrintingOptions): void {
  const surroundings = { openWindow: openPrintWindow, askWhereToSave, log };
  const receipt = { title: t`receipt`, pageFooter: null }; // a receipt of practice says so itself
  const footer = isPractice ? { pageFooter: PRACTICE_FOOTER } : {};
  ipc.handle('receipt.toPdf', (request) => saveDocumentPdf({ ...receipt, ...request }, surroundings));
  ipc.handle('receipt.printSystem', (request) => (isPractice ? NO_PAPER : printOnSystemPrinter({ ...receipt, ...request }, surroundings)));
  ipc.handle('document.toPdf', (request) => saveDocumentPdf({ ...request, ...footer }, surroundings));
  ipc.handle('document.print', (request) => (isPractice ? NO_PAPER : printOnSystemPrinter(request, surroundings)));
  ipc.handle('document.saveText', ({ text, title, suggestedName, extension }) => {
    const kind = extension.toUpperCase();
    const question = { title: t`Save ${title}`, suggestedName: `${suggestedName}.${extension}`, filters: [{ name: kind, extensions: [extension] }] };
    return saveFile(text, question, askWhereToSave);
  });
  ipc.handle('printers.list', (_argument, page) => listPrinters(page));
}
