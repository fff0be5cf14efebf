import { t } from '../../src-shared/language/language.ts';
import type { ReceiptPaper } from '../../src-shared/protocol/desktop-api.ts';
import { escapeHtml } from '../../src-shared/receipt/receipt-html.ts';

const MM_PER_INCH = 25.4;
const PIXELS_PER_INCH = 96;
const MICRONS_PER_MM = 1_000;

const ROLL_WIDTH_MM = 80;
/** Rounding of the last line must not push it onto a second page. */
const SPARE_PIXELS = 2;
/** The shortest page Chromium makes is about a third of a millimetre; a receipt is never near it. */
const SHORTEST_PIXELS = 40;

/** A sheet takes its size and margins from the document's own `@page` rule. */
export type PageSize = 'Letter' | 'A4' | { readonly widthMm: number; readonly heightMm: number };

/** `heightPixels` is the height of the laid-out document; it matters on the roll only, which is cut to fit. */
export function pageSizeOf(paper: ReceiptPaper, heightPixels: number): PageSize {
  if (paper === 'letter') return 'Letter';
  if (paper === 'a4') return 'A4';
  const pixels = Math.max(SHORTEST_PIXELS, heightPixels + SPARE_PIXELS);
  return { widthMm: ROLL_WIDTH_MM, heightMm: (pixels / PIXELS_PER_INCH) * MM_PER_INCH };
}

/** Options of `printToPDF`, which measures in inches. */
export function pdfOptions(size: PageSize): Electron.PrintToPDFOptions {
  const common = { printBackground: true, generateTaggedPDF: true };
  if (typeof size === 'string') return { ...common, pageSize: size, preferCSSPageSize: true };
  const pageSize = { width: size.widthMm / MM_PER_INCH, height: size.heightMm / MM_PER_INCH };
  return { ...common, pageSize, margins: { top: 0, bottom: 0, left: 0, right: 0 } };
}

/** Options of `print`, which measures in microns. Chromium puts the page's number beside a footer. */
export function systemPrintOptions(size: PageSize, deviceName: string, pageFooter: string | null = null): Electron.WebContentsPrintOptions {
  const common = { silent: true, deviceName, printBackground: true, ...(pageFooter === null ? {} : { footer: pageFooter }) };
  if (typeof size === 'string') return { ...common, pageSize: size };
  const pageSize = { width: size.widthMm * MICRONS_PER_MM, height: Math.ceil(size.heightMm * MICRONS_PER_MM) };
  return { ...common, pageSize, margins: { marginType: 'none' } };
}

/** Adds the foot of every page to the options of `printToPDF`; the document's own margins leave it room. */
export function withPageFooter(options: Electron.PrintToPDFOptions, pageFooter: string | null): Electron.PrintToPDFOptions {
  if (pageFooter === null) return options;
  return { ...options, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footerTemplate(pageFooter) };
}

/** Chromium fills the two classes; it brings neither fonts nor sizes of the document here. */
function footerTemplate(text: string): string {
  const style = 'width:100%;margin:0 15mm;display:flex;justify-content:space-between;font:7.5pt sans-serif;color:#454b57';
  const pages = t`Page ${'<span class="pageNumber"></span>'} of ${'<span class="totalPages"></span>'}`;
  return `<div style="${style}"><span>${escapeHtml(text)}</span><span>${pages}</span></div>`;
}
