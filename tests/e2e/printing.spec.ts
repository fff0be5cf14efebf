import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Cups, hasCups, startCups } from '../../src-data/spool/testing/cups.ts';
import { type PrintedReceipt, printOnPaper } from '../../src-data/spool/testing/escpos/software-printer.ts';
import { closeAfterEachTest, expectAccessible, openServer, openWorkstation, signIn } from './support/desk.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';

closeAfterEachTest();

let cups: Cups;
test.beforeAll(async () => {
  expect(hasCups, 'npm test installs a print service').toBe(true);
  cups = await startCups();
  cups.addQueue('Thermal');
  cups.addQueue('Office');
});
test.afterAll(() => cups.close());

const thermal = (): PrintedReceipt => printOnPaper(cups.printed('Thermal'), 32);
const status = (page: Page, name: string) => page.getByRole('status', { name });

test('receipts through the computer’s own print queue, and paper forms that are printed, keyed in and accounted for', async () => {
  const server = await openServer();
  const { page, dataDir } = await openWorkstation({ serverUrl: server.url, name: 'Counter 1', env: { CUPS_SERVER: cups.server } });
  await signIn(page, 'a.rivera');

  await test.step('the printer is set up here, with what is wrong said at its field, and tried before it is saved', async () => {
    await page.keyboard.press('F8');
    await page.getByLabel('Printer', { exact: true }).selectOption('tcp');
    await page.getByRole('button', { name: 'Save printer' }).press('Enter');
    await expect(page.getByLabel('Address')).toBeFocused();
    await expect(page.getByLabel('Address')).toHaveAccessibleDescription(/Type the printer’s address/);
    await page.getByLabel('Printer', { exact: true }).selectOption('system');
    await page.getByLabel('Print queue').selectOption('Thermal');
    await page.getByLabel('Paper width').selectOption('32');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Print test page' }).press('Enter');
    await expect(status(page, 'Announcements')).toContainText('Compare its letters with the screen');
    expect(thermal().lines.map(({ text }) => text).join(' ')).toContain('ñ Ñ á é í ó ú');
    await page.getByRole('button', { name: 'Save printer' }).press('Enter');
    await expect(status(page, 'Receipt printer')).toContainText('Ready');
  });

  await test.step('three forms take their numbers, and go to the office printer', async () => {
    await page.getByRole('button', { name: 'Print forms' }).press('Enter');
    await page.getByLabel('How many sheets').fill('3');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose the printer' }).press('Enter');
    const printer = page.getByRole('dialog', { name: 'Print paper forms' });
    await printer.getByLabel('Printer').selectOption('Office');
    await printer.getByRole('button', { name: 'Print', exact: true }).press('Enter');
    await expect(status(page, 'Announcements')).toContainText('Sent to Office.');
    await expect(page.getByRole('list', { name: 'Paper forms' })).toContainText('3 printed: 0 keyed in, 0 spoiled, 3 still out');
  });
  const sheets = await printedForms(dataDir);

  await test.step('one is keyed in under New case with its own number, and its receipt comes out', async () => {
    const [number = ''] = sheets;
    await page.keyboard.press('F2');
    await page.keyboard.press('Alt+-');
    await page.keyboard.type(`${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`);
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Form number')).toHaveAccessibleDescription(/One digit is wrong/);
    await page.getByLabel('Form number').fill(number);
    await expect(page.getByLabel('Form number')).toHaveAccessibleDescription(/Type when the request was received/);
    await page.keyboard.press('Alt+n');
    await page.keyboard.type('Ana Núñez');
    await page.keyboard.press('Alt+s');
    await page.keyboard.type('pothole');
    await expect(page.getByRole('option', { name: /Pothole/ }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+l');
    await page.keyboard.type('214 E Ocean Avenue');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Received')).toBeFocused(); // it stands on the sheet
    await page.keyboard.type('yesterday 10:20');
    await page.keyboard.press('Control+Enter');
    await expect(status(page, 'Tracking number')).toHaveText(number);
    await page.keyboard.press('Control+p');
    await expect.poll(() => thermal().lines.map(({ text }) => text), { timeout: 15_000 }).toContain(number);
  });

  await test.step('a stopped queue is said wherever the clerk is; started again, the copy prints by itself and says that it is one', async () => {
    cups.disable('Thermal');
    await page.keyboard.press('Control+p');
    await expect(status(page, 'Receipts')).toHaveText('1 receipt waits for the printer');
    cups.enable('Thermal');
    await expect(status(page, 'Receipts')).toHaveText('');
    await expect.poll(() => thermal().lines.filter(({ text }) => text === 'COPY').length, { timeout: 20_000 }).toBe(1);
  });

  await test.step('every sheet is accounted for', async () => {
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: /^Sheets of/ }).press('Enter');
    const batch = page.getByRole('dialog');
    await expect(batch.getByRole('listitem').first()).toContainText('Keyed in by Ana Rivera');
    await batch.getByRole('checkbox', { name: new RegExp(sheets[1] ?? '') }).press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(batch.getByLabel('What became of the ticked sheets')).toBeFocused();
    await page.keyboard.type('Torn in the printer');
    await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0); // what was said of a button that was busy
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('list', { name: 'Paper forms' })).toContainText('3 printed: 1 keyed in, 1 spoiled, 1 still out');
  });

  await test.step('the one still out is printed again on the receipt printer, to be filled in by hand and cut', async () => {
    await page.getByRole('button', { name: /^Sheets of/ }).press('Enter');
    await page.getByRole('button', { name: 'Print 1 sheet again' }).press('Enter');
    await page.getByLabel('Print them as').selectOption('slips');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Print slips' }).press('Enter');
    await expect(status(page, 'Announcements')).toContainText('1 form is on its way to the receipt printer.');
    await expect.poll(() => thermal().lines.filter(({ text }) => text === sheets[2]).length, { timeout: 20_000 }).toBe(2);
    expect(thermal().lines.map(({ text }) => text).join(' ')).toContain('PRINTED AGAIN');
    await expect(page.getByRole('list', { name: 'Receipts' })).toContainText('Paper form');
  });

  await test.step('the accounting sheet has every number, boxes for the one still out, and lines to sign', async () => {
    await page.getByRole('button', { name: 'Accounting sheet' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Accounting sheet' });
    await expect(sheet.getByRole('list', { name: 'Still out' }).getByRole('listitem')).toHaveText([new RegExp(sheets[2] ?? '')]);
    await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0);
    await expectAccessible(page);
    const before = cups.printed('Office').length;
    await sheet.getByRole('button', { name: 'Print', exact: true }).press('Enter');
    const printer = page.getByRole('dialog', { name: 'Print accounting sheet' });
    await printer.getByLabel('Printer').selectOption('Office');
    await printer.getByRole('button', { name: 'Print', exact: true }).press('Enter');
    await expect.poll(() => cups.printed('Office').length, { timeout: 20_000 }).toBeGreaterThan(before + 1_000);
    const path = join(dataDir, 'accounting.pdf');
    writeFileSync(path, cups.printed('Office').subarray(before));
    const text = pdfText(path);
    for (const part of [...sheets, 'Keyed in by Ana Rivera', 'Torn in the printer', 'Missing', 'Counted by (name, signature)']) expect(text).toContain(part);
  });
});

/** The numbers on the sheets that came out of the office printer, each on its own page, on both parts. */
async function printedForms(folder: string): Promise<readonly string[]> {
  await expect.poll(() => cups.printed('Office').length, { timeout: 20_000 }).toBeGreaterThan(1_000);
  const path = join(folder, 'forms.pdf');
  writeFileSync(path, cups.printed('Office'));
  expect(pdfSheet(path).pages).toBe(3);
  const numbers = pdfText(path).match(/\d\d-\d{4}-\d{4}/g) ?? [];
  expect(numbers).toHaveLength(6);
  return [...new Set(numbers)];
}
