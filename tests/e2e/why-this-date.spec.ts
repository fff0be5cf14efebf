import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openDesk, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { pdfText } from './support/read-pdf.ts';
import { savedFile } from './support/saved-files.ts';

closeAfterEachTest();
const server = serverOfFile();

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const why = (page: Page) => page.getByRole('button', { name: 'Why this date?' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function newCase(page: Page): Promise<void> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
}

/** A letter of a Monday long ago, by keyboard: late at once, and its holds are later than its dates. */
async function takeLetter(page: Page, received: string): Promise<void> {
  await newCase(page);
  await press(page, 'Alt+c');
  await page.keyboard.type('Letter');
  await press(page, 'Alt+r');
  await page.keyboard.type(received);
  await press(page, 'Alt+n');
  await page.keyboard.type('Guadalupe Fernández');
  await press(page, 'Alt+s');
  await page.keyboard.type('graffiti');
  await press(page, 'Enter', 'Alt+l');
  await page.keyboard.type('1 Elm Street');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await press(page, 'Control+o');
  await expect(why(page).first()).toBeVisible();
}

test('a date says step by step where it comes from, as it stood at any past moment, and on paper', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await takeLetter(page, 'Oct 5 2026 10:00 am');
  await why(page).first().press('Enter');
  const open = dialog(page, 'Why this date?');
  await expect(open).toContainText('The city’s rules, version 1: Standard, finished within 5 business days');
  await expect(open.getByRole('region', { name: /^Answer due / })).toContainText('Received Monday, October 5, 2026 at 10:00 AM by letter.');
  await expect(open.getByRole('region', { name: /^Answer due / })).toContainText('The earlier of the two binds, so an answer is due by Wednesday, October 7, 2026 at 5:00 PM.');
  await expect(open.getByRole('region', { name: /^Work due / })).toContainText('Not counted: Saturday, October 10 (closed), Sunday, October 11 (closed) and Monday, October 12 (Columbus Day and Indigenous Peoples\' Day).');
  await expectAccessible(page);

  await open.getByLabel('As of').fill('2026-10-06T09:00');
  await expect(open).toContainText('Nobody had typed the case by then');
  await open.getByRole('button', { name: 'Now' }).press('Enter');
  await expect(open).not.toContainText('Nobody had typed');

  await open.getByRole('button', { name: 'Print' }).press('Enter');
  await expect(dialog(page, 'Print dates of a case')).toBeVisible();
  await press(page, 'Escape');
  await expect(open).toBeVisible();
  await press(page, 'Escape');
  await expect(why(page).first()).toBeFocused();
});

test('the ledger on paper says the same words, whose rules they are and as of when', async () => {
  const saveDir = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const { page } = await openWorkstation({ serverUrl: server().url, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await expect(page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
    await signIn(page, 'a.rivera');
    await takeLetter(page, 'Oct 5 2026 10:00 am');
    await why(page).last().press('Enter');
    const open = dialog(page, 'Why this date?');
    await open.getByLabel('As of').fill('2026-10-06T09:00');
    await open.getByRole('button', { name: 'Save as PDF' }).press('Enter');
    const text = pdfText(await savedFile(saveDir));
    for (const words of ['Service: Graffiti', 'The city’s rules, version 1', 'As of Tuesday, October 6, 2026 at 9:00 AM', 'Work due Tue 13 Oct 17:00', 'Received Monday, October 5, 2026 at 10:00 AM by letter.', 'by Ana Rivera', 'Page 1 of 1']) expect(text).toContain(words);
    expect(text).not.toContain('Guadalupe');
  } finally {
    rmSync(saveDir, { recursive: true, force: true });
  }
});

test('a hold says whether it stops a clock; the date moves on with it, and the ledger names who and why', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await newCase(page);
  await press(page, 'Alt+n');
  await page.keyboard.type('Ana');
  await press(page, 'Alt+s');
  await page.keyboard.type('graffiti');
  await press(page, 'Enter', 'Alt+l');
  await page.keyboard.type('1 Elm Street');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await press(page, 'Control+o');
  await expect(why(page)).toHaveCount(2);
  await press(page, 'h');
  const reason = page.getByRole('combobox', { name: 'Reason' });
  await reason.selectOption({ label: 'Waiting for parts or materials' });
  await expect(reason).toHaveAccessibleDescription('This stops no clock: every date stays as it is.');
  await reason.selectOption({ label: 'Waiting for the citizen' });
  await expect(reason).toHaveAccessibleDescription('This stops the clock of the work: its date moves on until the case is resumed.');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(page.getByText('on hold: the clock stands still')).toBeVisible();
  await why(page).last().press('Enter');
  const open = dialog(page, 'Why this date?');
  await expect(open.getByRole('region').first()).toHaveAccessibleName(/^Work due .*, and later for as long as it is on hold$/);
  await expect(open.getByRole('region').first()).toContainText(/Paused since .*, less than a minute so far: waiting for the citizen \(Ana Rivera\)\./);
  await expect(open.getByRole('region').last()).toContainText('A hold for this reason does not stop this clock.');
});
