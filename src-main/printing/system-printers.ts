import { t } from '../../src-shared/language/language.ts';
import type { WebContents } from 'electron';
import type { PrintResult, SystemPrinter } from '../../src-shared/protocol/desktop-api.ts';
import type { PaperDocument } from './document-pdf.ts';
import { pageSizeOf, systemPrintOptions } from './paper.ts';
import { type PrintWindow, withPrintWindow } from './print-window.ts';

/** Printers set up in the operating system, the default one first, then by name. */
export async function listPrinters(page: WebContents): Promise<readonly SystemPrinter[]> {
  const printers = await page.getPrintersAsync();
  return printers
    .map((printer) => ({ name: printer.name, displayName: printer.displayName || printer.name, isDefault: isDefault(printer) }))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.displayName.localeCompare(b.displayName));
}

export interface PrintSurroundings {
  readonly openWindow: () => PrintWindow;
  readonly log: (line: string) => void;
}

/** Hands a document to a printer of the operating system without asking. Taken means spooled, not printed. */
export async function printOnSystemPrinter(request: PaperDocument & { readonly deviceName: string }, { openWindow, log }: PrintSurroundings): Promise<PrintResult> {
  const { html, paper, deviceName, pageFooter, isLandscape = false } = request;
  try {
    const reason = await withPrintWindow(openWindow, html, async (window) => {
      const size = pageSizeOf(paper, await window.measureHeight());
      return window.print({ ...systemPrintOptions(size, deviceName, pageFooter), landscape: isLandscape });
    });
    return reason === null ? { outcome: 'spooled' } : { outcome: 'failed', message: refusalSentence(reason, deviceName) };
  } catch (error) {
    log(`printing: not spooled, ${String(error)}`);
    return { outcome: 'failed', message: t`The document could not be laid out for the printer. Try once more, or save it as PDF and print that.` };
  }
}

/** @param reason what Chromium gives back, such as `Invalid deviceName provided` or `Print job canceled`. */
function refusalSentence(reason: string, deviceName: string): string {
  if (/devicename/i.test(reason)) {
    return t`There is no printer called “${deviceName}” on this computer any more. Choose another one, or save the document as PDF.`;
  }
  return t`The printer “${deviceName}” did not take the document. Check it in the system's printer settings, or save the document as PDF.`;
}

/** Older Electron says it directly; newer says it in the platform's own options, where CUPS has a printer type with a default bit. */
function isDefault(printer: Electron.PrinterInfo): boolean {
  if ('isDefault' in printer) return printer.isDefault === true;
  const CUPS_PRINTER_DEFAULT = 0x20000;
  const options: Readonly<Record<string, unknown>> = { ...printer.options };
  return (Number(options['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0;
}
