/// <reference path="../../src-data/spool/testing/escpos/pngjs.d.ts" />
import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { letterHtml } from '../../src-shared/correspondence/letter-html.ts';
import {
  alwaysVisible,
  everVisible,
  isInside,
  LETTER_GEOMETRY,
  touches,
  type LetterPaper,
  type Rectangle,
} from '../../src-shared/correspondence/letter-geometry.ts';
import type { Letter } from '../../src-shared/correspondence/letter.ts';
import { sampleLetter } from '../../src-shared/correspondence/testing/sample-letter.ts';
import type { DesktopApi } from '../../src-shared/protocol/desktop-api.ts';
import { closeAfterEachTest, launchPortPage } from './support/port-page.ts';
import { pdfFonts, pdfSheet, pdfText } from './support/read-pdf.ts';

closeAfterEachTest();

/** Fine enough to see a hair's breadth of ink: 0.17 mm. */
const DOTS_PER_INCH = 150;

/** What the preload puts on the page's window. */
interface DesktopPage {
  readonly desktop: DesktopApi;
}

/** Saves a letter as the page would save a receipt, and gives the path of the PDF. */
async function pdfOf(page: Page, letter: Letter, name: string): Promise<string> {
  const request = { html: letterHtml(letter), paper: letter.paper, suggestedName: name };
  const result = await page.evaluate((given) => (globalThis as unknown as DesktopPage).desktop.print.receiptToPdf(given), request);
  if (result.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(result)}`);
  return result.path;
}

interface Word {
  readonly text: string;
  /** In millimeters from the top left of the sheet. */
  readonly place: Rectangle;
}

/** Every word of the first page with the place it was printed at, as poppler reads it. */
function wordsOfFirstPage(path: string): readonly Word[] {
  const boxes = execFileSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  const mm = (points: string | undefined): number => (Number(points) / 72) * 25.4;
  return [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(
    ([, xMin, yMin, xMax, yMax, text = '']) => ({
      text,
      place: { left: mm(xMin), top: mm(yMin), width: mm(xMax) - mm(xMin), height: mm(yMax) - mm(yMin) },
    }),
  );
}

/** The words the window may show in some position of the sheet. */
function wordsEverSeen(path: string, paper: LetterPaper): string {
  const reach = everVisible(LETTER_GEOMETRY[paper]);
  return wordsOfFirstPage(path)
    .filter(({ place }) => touches(place, reach))
    .map(({ text }) => text)
    .join(' ');
}

/** The rectangle around all ink on the first page that the window may show in some position of the sheet. */
function inkEverSeen(path: string, paper: LetterPaper): Rectangle {
  const picture = PNG.sync.read(execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', '-png', path], { maxBuffer: 100_000_000 }));
  const { left, top, width, height } = everVisible(LETTER_GEOMETRY[paper]);
  const dots = (mm: number): number => Math.max(0, Math.round((mm / 25.4) * DOTS_PER_INCH));
  const columns: number[] = [];
  const rows: number[] = [];
  for (let y = dots(top); y < dots(top + height); y += 1) {
    for (let x = dots(left); x < dots(left + width); x += 1) {
      if ((picture.data[(y * picture.width + x) * 4] ?? 255) > 200) continue;
      columns.push(x);
      rows.push(y);
    }
  }
  const [x = 0, y = 0, xEnd = 0, yEnd = 0] = [columns, rows].map((list) => list.reduce((a, b) => Math.min(a, b))).concat([columns, rows].map((list) => 1 + list.reduce((a, b) => Math.max(a, b))));
  const mm = (count: number): number => (count / DOTS_PER_INCH) * 25.4;
  return { left: mm(x), top: mm(y), width: mm(xEnd - x), height: mm(yEnd - y) };
}

function expectAddressInWindow(path: string, letter: Letter): void {
  const geometry = LETTER_GEOMETRY[letter.paper];
  const sender = letter.paper === 'a4' ? `${letter.sender} ` : '';
  expect(wordsEverSeen(path, letter.paper)).toBe(sender + letter.address.lines.join(' '));
  const ink = inkEverSeen(path, letter.paper);
  expect({ ink, isInWindow: isInside(ink, alwaysVisible(geometry), geometry.clearance) }).toEqual({ ink, isInWindow: true });
}

const LONG_ADDRESS = {
  citizenName: 'The Honorable Maria Fernanda Alvarez de la Cruz-Johnson',
  citizenAddress: 'Harbor Condominium Association, Attention Building Manager\n214 East Ocean Avenue Southwest, Building 12, Apartment 1203\nPortreeve Bay, FL 33444-1234',
};
const LONG_CITY = {
  cityName: 'Consolidated Municipality of Saint Bartholomew-by-the-Sea and Portreeve Bay',
  cityOffice: 'Office of the City Manager, Division of Citizen Services and Neighborhood Engagement, Customer Service Desk, City Hall West',
  cityAddress: 'Saint Bartholomew Municipal Building, 1000 North Harbor Plaza, Suite 1200, Portreeve Bay, FL 33444-1000',
};
const WIDE_ADDRESS = { citizenName: 'WWWWWW MMMMMM WWWWWW MMMMMM', citizenAddress: 'WWWWWWWWW MMMMMMMMM 12, WWWWWWW WW, WW 33444' };

test('the address of a letter is in the envelope’s window, and nothing else ever is', async () => {
  const { page } = await launchPortPage('answering');
  const letters = (['letter', 'a4'] as const).flatMap((paper) => [
    ['plain', sampleLetter('REFERRED-LETTER', 'en', paper)],
    ['long', sampleLetter('CLOSED-LETTER', 'es', paper, { ...LONG_ADDRESS, ...LONG_CITY })],
    ['wide', sampleLetter('CASE-RECEIVED-LETTER', 'en', paper, WIDE_ADDRESS)],
  ] as const);
  for (const [name, letter] of letters) {
    expect(letter.address.fits, name).toBe(true);
    expectAddressInWindow(await pdfOf(page, letter, `${name} ${letter.paper}`), letter);
  }
});

test('a letter says everything on one sheet, in letters it brings along', async () => {
  const { page } = await launchPortPage('answering');

  const letter = await pdfOf(page, sampleLetter('REFERRED-LETTER', 'en', 'letter'), 'referral');
  expect(pdfSheet(letter)).toEqual({ pages: 1, widthMm: 216, heightMm: 279, isTagged: true });
  expect(pdfFonts(letter)).toContain('AtkinsonHyperlegibleNext');
  expect(pdfText(letter)).toContain('Please contact Florida Department of Transportation, Area Office, 3400 West Gateway Drive, Egret Springs, FL 33498. Phone: (561) 555-0112.');
  expect(pdfText(letter)).toMatch(/Sincerely, Rosa Delgado Director of Public Works .* Who can help you Please keep this part\. Florida Department of Transportation/);

  const a4 = await pdfOf(page, sampleLetter('CLOSED-LETTER', 'es', 'a4'), 'closure');
  expect(pdfSheet(a4)).toEqual({ pages: 1, widthMm: 210, heightMm: 297, isTagged: true });
  expect(pdfText(a4)).toContain('El 4 de diciembre una cuadrilla rellenó el bache');
});

test('a letter of many pages keeps signature and agency whole, and loses no word', async () => {
  const { page } = await launchPortPage('answering');
  const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1}: ${'we looked at the place again and wrote down what we saw. '.repeat(3)}`);
  const letter = { ...sampleLetter('REFERRED-LETTER', 'en', 'letter'), paragraphs };
  const path = await pdfOf(page, letter, 'long');

  expect(pdfSheet(path).pages).toBeGreaterThan(3);
  const text = pdfText(path);
  expect(paragraphs.filter((_, index) => !text.includes(`Paragraph ${index + 1}:`))).toEqual([]);
  expect(text).toContain('Sincerely, Rosa Delgado Director of Public Works Public Works: Streets, (561) 555-0110');
  const lastPage = execFileSync('pdftotext', ['-f', String(pdfSheet(path).pages), '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  expect(lastPage.replace(/\s+/g, ' ')).toMatch(/Who can help you .* Area Office 3400 West Gateway Drive.* Phone \(561\) 555-0112 Hours Monday/);
  expectAddressInWindow(path, letter);
});
