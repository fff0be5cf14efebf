import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { hasCups, startCups } from '../../src-data/spool/testing/cups.ts';
import { letterRunHtml } from '../../src-shared/correspondence/letter-html.ts';
import { sampleLetter } from '../../src-shared/correspondence/testing/sample-letter.ts';
import type { DesktopApi, DocumentPaper, SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import { closeAfterEachTest, launchPortPage } from './support/port-page.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';

closeAfterEachTest();

/** What the preload puts on the page's window. */
interface DesktopPage {
  readonly desktop: DesktopApi;
}

const LIST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Overdue list</title><style>@page{margin:18mm 15mm}</style></head><body><h1>Overdue list</h1>
  <script>document.body.textContent = 'a script ran'</script><svg viewBox="0 0 10 10" width="40" role="img" aria-label="One bar"><rect width="10" height="5"/></svg>
  ${Array.from({ length: 120 }, (_, index) => `<p>Line ${index + 1}</p>`).join('')}</body></html>`;

function savePdf(page: Page, paper: DocumentPaper, pageFooter: string | null): Promise<SaveResult> {
  const request = { html: LIST, paper, title: 'overdue list', pageFooter, suggestedName: `Overdue ${paper}` };
  return page.evaluate((given) => (globalThis as unknown as DesktopPage).desktop.print.documentToPdf(given), request);
}

function pathOf(result: SaveResult): string {
  if (result.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(result)}`);
  return result.path;
}

test('a document of several pages is a tagged PDF that numbers its pages, without running a script', async () => {
  const { page } = await launchPortPage('answering');
  const letter = pathOf(await savePdf(page, 'letter', 'Palm Harbor <b>& more</b>'));
  const { pages, ...sheet } = pdfSheet(letter);
  expect(sheet).toEqual({ widthMm: 216, heightMm: 279, isTagged: true });
  const text = pdfText(letter);
  expect(text).toContain('Line 120');
  expect(text).not.toContain('a script ran');
  expect(text.match(/Palm Harbor <b>& more<\/b>/g)).toHaveLength(pages);
  expect(text).toContain(`Page ${pages} of ${pages}`);

  const a4 = pathOf(await savePdf(page, 'a4', null));
  expect(pdfSheet(a4)).toMatchObject({ widthMm: 210, heightMm: 297 });
  expect(pdfText(a4)).not.toMatch(/Page 1 of|Palm Harbor/);
});

test('a text is saved as it is, and a printer that is gone is named with what to do', async () => {
  const { page } = await launchPortPage('answering');
  const text = '\uFEFFservice,count\r\n"Potholes, ""deep""",12\r\n';
  const saved = await page.evaluate(
    (given) => (globalThis as unknown as DesktopPage).desktop.print.saveText({ text: given, title: 'overdue list', suggestedName: 'Overdue list', extension: 'csv' }),
    text,
  );
  expect(pathOf(saved)).toMatch(/Overdue list\.csv$/);
  expect(readFileSync(pathOf(saved), 'utf8')).toBe(text);

  const printed = await page.evaluate(
    (html) =>
      (globalThis as unknown as DesktopPage).desktop.print.documentToSystemPrinter({ html, paper: 'letter', title: 'overdue list', pageFooter: null, deviceName: 'No such printer' }),
    LIST,
  );
  expect(printed).toEqual({
    outcome: 'failed',
    message: 'There is no printer called “No such printer” on this computer any more. Choose another one, or save the document as PDF.',
  });
});

test('letters in one go and a list come out of a printer of the system, each on the sheet it was made for', async () => {
  expect(hasCups, 'npm test installs a print service').toBe(true);
  const cups = await startCups();
  cups.addQueue('Letters');
  cups.addQueue('A4');
  const { page, dataDir } = await launchPortPage('answering', { env: { CUPS_SERVER: cups.server } });
  const printed = async (queue: string): Promise<string> => {
    await expect.poll(() => cups.jobs(queue, 'completed').length, { timeout: 20_000 }).toBe(1);
    const path = join(dataDir, `${queue}.pdf`);
    writeFileSync(path, cups.printed(queue));
    return path;
  };

  const printers = await page.evaluate(() => (globalThis as unknown as DesktopPage).desktop.print.listPrinters());
  expect(printers.map(({ name }) => name)).toEqual(expect.arrayContaining(['A4', 'Letters']));
  const letters = (['CASE-RECEIVED-LETTER', 'REFERRED-LETTER', 'CLOSED-LETTER'] as const).map((code, index) => sampleLetter(code, index === 2 ? 'es' : 'en', 'letter'));
  const run = letterRunHtml(letters, { paper: 'letter', title: '3 letters, 2026-11-24' });
  const sent = await page.evaluate(
    (html) => (globalThis as unknown as DesktopPage).desktop.print.documentToSystemPrinter({ html, paper: 'letter', title: 'letters', pageFooter: null, deviceName: 'Letters' }),
    run,
  );
  expect(sent).toEqual({ outcome: 'spooled' });
  const bundle = await printed('Letters');
  expect(pdfSheet(bundle)).toMatchObject({ pages: 3, widthMm: 216, heightMm: 279 });
  expect(pdfText(bundle)).toMatch(/Sincerely.*Sincerely.*Atentamente/);

  const taken = await page.evaluate(
    (html) => (globalThis as unknown as DesktopPage).desktop.print.documentToSystemPrinter({ html, paper: 'a4', title: 'overdue list', pageFooter: null, deviceName: 'A4' }),
    LIST,
  );
  expect(taken).toEqual({ outcome: 'spooled' });
  const list = await printed('A4');
  expect(pdfSheet(list)).toMatchObject({ widthMm: 210, heightMm: 297 });
  expect(pdfText(list)).toContain('Line 120');
  await cups.close();
});
