import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
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
    message: 'There is no printer called “No such printer” on this computer any more. Choose another one, or save the overdue list as PDF.',
  });
});
