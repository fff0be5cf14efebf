import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import type { DesktopApi, ReceiptPaper, SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { receiptHtml } from '../../src-shared/receipt/receipt-html.ts';
import { REFERRAL_RECEIPT, SAMPLE_RECEIPT, SPANISH_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { closeAfterEachTest, launchPortPage } from './support/port-page.ts';
import { pdfFonts, pdfQrCode, pdfSheet, pdfText } from './support/read-pdf.ts';

closeAfterEachTest();

const STATUS_PAGE = 'https://palmharbor.example/status?n=4829135062';

/** What the preload puts on the page's window. */
interface DesktopPage {
  readonly desktop: DesktopApi;
}

function savePdf(page: Page, html: string, paper: ReceiptPaper): Promise<SaveResult> {
  const request = { html, paper, suggestedName: `Receipt ${paper}` };
  return page.evaluate((given) => (globalThis as unknown as DesktopPage).desktop.print.receiptToPdf(given), request);
}

/** Saves one receipt as the page would, and gives the path of the PDF. */
async function pdfOf(page: Page, data: ReceiptData, paper: ReceiptPaper): Promise<string> {
  const result = await savePdf(page, receiptHtml(makeReceiptDocument(data), paper), paper);
  if (result.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(result)}`);
  return result.path;
}

test('a receipt on Letter and A4 is one sheet that says everything, in letters it brings along', async () => {
  const { page } = await launchPortPage('answering');

  const letter = await pdfOf(page, SAMPLE_RECEIPT, 'letter');
  expect(pdfSheet(letter)).toEqual({ pages: 1, widthMm: 216, heightMm: 279, isTagged: true });
  const said = pdfText(letter);
  expect(said).toContain('48-2913-5062');
  expect(said).toContain('four eight, two nine one three, five zero six two');
  expect(said).toContain('We will answer you by Tuesday, November 24, 2026, 4:10 PM.');
  expect(said).toContain('Call (727) 555-0142');
  expect(said).toContain('PIN 4821');
  expect(pdfQrCode(letter)).toBe(STATUS_PAGE);
  expect(pdfFonts(letter)).toContain('AtkinsonHyperlegibleNext');

  const a4 = await pdfOf(page, SPANISH_RECEIPT, 'a4');
  expect(pdfSheet(a4)).toEqual({ pages: 1, widthMm: 210, heightMm: 297, isTagged: true });
  expect(pdfText(a4)).toContain('Le responderemos a más tardar el martes 24 de noviembre de 2026, a las 4:10 p. m.');
  expect(pdfText(a4)).toContain('¿cuándo lo arreglan? ¡Dañó dos llantas en mi año nuevo! Pingüino, canción, señal.');
  expect(pdfQrCode(a4)).toBe(STATUS_PAGE);
});

test('a receipt on a roll is one page, 80 mm wide, as high as what it says', async () => {
  const { page } = await launchPortPage('answering');

  const short = await pdfOf(page, SAMPLE_RECEIPT, '80mm');
  const [sheet, text] = [pdfSheet(short), pdfText(short)];
  expect(sheet).toMatchObject({ pages: 1, widthMm: 80, isTagged: true });
  expect(text).toMatch(/48-2913-5062.*November 24, 2026, 4:10 PM.*Call \(727\) 555-0142/);
  expect(pdfQrCode(short)).toBe(STATUS_PAGE);

  const long = await pdfOf(page, { ...REFERRAL_RECEIPT, copyNumber: 1, said: 'Sidewalk lifted by roots. '.repeat(20) }, '80mm');
  expect(pdfSheet(long)).toMatchObject({ pages: 1, widthMm: 80 });
  expect(pdfSheet(long).heightMm).toBeGreaterThan(sheet.heightMm);
  expect(pdfText(long)).toMatch(/^COPY .*Florida Department of Transportation 11201 N McKinley Drive, Tampa, FL 33612 \(813\) 555-0175/);
});

test('a document that tries to be more than paper gets no script, no network and no window', async () => {
  let visits = 0;
  const elsewhere = createServer((_request, response) => {
    visits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end('elsewhere');
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`; // safe: it listens on TCP
  const { app, page } = await launchPortPage('answering');

  const hostile = `<!doctype html><meta http-equiv="refresh" content="0;url=${url}"><link rel="stylesheet" href="${url}a.css"><style>@import "${url}b.css";</style>
    <p id="p">harmless</p><img src="${url}a.png"><iframe src="${url}"></iframe><object data="${url}"></object>
    <script>document.getElementById('p').textContent = 'a script ran'; open('${url}');</script><script src="${url}a.js"></script>
    <img src="x" onerror="document.getElementById('p').textContent = 'a script ran'"><form id="f" action="${url}"></form>`;
  const result = await savePdf(page, hostile, '80mm');

  expect(result.outcome).toBe('saved');
  if (result.outcome === 'saved') expect(pdfText(result.path)).toContain('harmless');
  expect(visits).toBe(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  elsewhere.close();
});

test('a system printer that is not there is named in plain words, and the list can be asked for', async () => {
  const { page } = await launchPortPage('answering');
  const html = receiptHtml(makeReceiptDocument(SAMPLE_RECEIPT), 'letter');

  const result = await page.evaluate(
    (given) => (globalThis as unknown as DesktopPage).desktop.print.receiptToSystemPrinter({ html: given, paper: 'letter', deviceName: 'No such printer' }),
    html,
  );
  expect(result).toEqual({
    outcome: 'failed',
    message: 'There is no printer called “No such printer” on this computer any more. Choose another one, or save the document as PDF.',
  });
  const printers = await page.evaluate(() => (globalThis as unknown as DesktopPage).desktop.print.listPrinters());
  expect(printers.map((printer) => printer.name)).not.toContain('No such printer');
});
