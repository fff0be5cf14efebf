import { writeFile } from 'node:fs/promises';
import type { ReceiptPdfRequest, SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { pageSizeOf, pdfOptions } from './paper.ts';
import { type PrintWindow, withPrintWindow } from './print-window.ts';

export interface PdfSurroundings {
  readonly openWindow: () => PrintWindow;
  readonly askWhereToSave: AskWhereToSave;
  readonly log: (line: string) => void;
}

const NOT_MADE = 'The receipt could not be turned into a PDF. Try once more; if it fails again, export the logs and send them to your IT office.';
const NOT_SAVED: Readonly<Record<string, string>> = {
  ENOSPC: 'The PDF was not saved: the disk is full. Free some space, or choose another place.',
  EACCES: 'The PDF was not saved: you may not write there. Choose another folder.',
  EPERM: 'The PDF was not saved: you may not write there. Choose another folder.',
  EROFS: 'The PDF was not saved: that place is read-only. Choose another folder.',
  EBUSY: 'The PDF was not saved: another program has that file open. Close it there, or choose another name.',
};
const NOT_SAVED_OTHERWISE = 'The PDF was not saved there. Choose another folder or name.';

/** Makes a PDF of the receipt and saves it where the user says. A roll becomes one page of just the height it needs. */
export async function saveReceiptPdf(request: ReceiptPdfRequest, surroundings: PdfSurroundings): Promise<SaveResult> {
  const pdf = await makePdf(request, surroundings);
  if (!pdf) return { outcome: 'failed', message: NOT_MADE };
  const path = await surroundings.askWhereToSave({
    title: 'Save receipt',
    suggestedName: `${request.suggestedName}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (path === null) return { outcome: 'cancelled' };
  try {
    await writeFile(path, pdf);
    return { outcome: 'saved', path };
  } catch (error) {
    return { outcome: 'failed', message: NOT_SAVED[codeOf(error)] ?? NOT_SAVED_OTHERWISE };
  }
}

async function makePdf({ html, paper }: ReceiptPdfRequest, { openWindow, log }: PdfSurroundings): Promise<Uint8Array | null> {
  try {
    return await withPrintWindow(openWindow, html, async (window) => {
      const size = pageSizeOf(paper, await window.measureHeight());
      return window.printToPdf(pdfOptions(size));
    });
  } catch (error) {
    log(`printing: no PDF, ${String(error)}`);
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
