import { t } from '../../src-shared/language/language.ts';
import type { ReceiptPaper, SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { pageSizeOf, pdfOptions, withPageFooter } from './paper.ts';
import { type PrintWindow, withPrintWindow } from './print-window.ts';
import { saveFile } from './save-file.ts';

export interface PdfSurroundings {
  readonly openWindow: () => PrintWindow;
  readonly askWhereToSave: AskWhereToSave;
  readonly log: (line: string) => void;
}

export interface PaperDocument {
  readonly html: string;
  readonly paper: ReceiptPaper;
  /** As it stands in a sentence: `receipt`, `monthly report`. */
  readonly title: string;
  readonly pageFooter: string | null;
  readonly isLandscape?: boolean | undefined;
}

/** Makes a PDF of a document and saves it where the user says. A roll becomes one page of just the height it needs. */
export async function saveDocumentPdf(request: PaperDocument & { readonly suggestedName: string }, surroundings: PdfSurroundings): Promise<SaveResult> {
  const { title, suggestedName } = request;
  const pdf = await makePdf(request, surroundings);
  if (!pdf) return { outcome: 'failed', message: notMade() };
  const question = { title: t`Save ${title}`, suggestedName: `${suggestedName}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  return saveFile(pdf, question, surroundings.askWhereToSave);
}

function notMade(): string {
  return t`The document could not be turned into a PDF. Try once more; if it fails again, export the logs and send them to your IT office.`;
}

async function makePdf({ html, paper, pageFooter }: PaperDocument, { openWindow, log }: PdfSurroundings): Promise<Uint8Array | null> {
  try {
    return await withPrintWindow(openWindow, html, async (window) => {
      const size = pageSizeOf(paper, await window.measureHeight());
      return window.printToPdf(withPageFooter(pdfOptions(size), pageFooter));
    });
  } catch (error) {
    log(`printing: no PDF, ${String(error)}`);
    return null;
  }
}
