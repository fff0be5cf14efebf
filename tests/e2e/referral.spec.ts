/** What the city does not answer for: the citizen learns who does, with name, address, phone and hours (AS-3; S2, Policy). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { pdfText } from './support/read-pdf.ts';
import { savedFile } from './support/saved-files.ts';

closeAfterEachTest();
const server = serverOfFile();

const STATE = ['Florida Department of Transportation, Area Office', '3400 West Gateway Drive, Egret Springs, FL 33498', '(561) 555-0112', 'Monday to Friday 8:00 to 17:00; road hazards at any hour'];
const POWER = ['Gulfstream Power and Light', '1 Current Plaza, Egret Springs, FL 33497', '(561) 555-0114'];

const dialog = (page: Page) => page.getByRole('dialog');
const number = (page: Page) => page.getByRole('status', { name: 'Tracking number' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openDesk(saveDir: string): Promise<Page> {
  const { page } = await openWorkstation({ serverUrl: server().url, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
  await signIn(page, 'a.rivera');
  return page;
}

async function hear(page: Page, call: Readonly<Record<string, string>>): Promise<void> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  for (const [letter, words] of Object.entries(call)) {
    await press(page, `Alt+${letter}`);
    await page.keyboard.type(words);
    if (letter === 's') await press(page, 'Enter');
  }
}

let saveDir = '';
test.beforeEach(() => {
  saveDir = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
});
test.afterEach(() => rmSync(saveDir, { recursive: true, force: true }));

/** The text of the only file that was saved. */
async function savedText(): Promise<string> {
  return pdfText(await savedFile(saveDir)).replace(/\s+/g, ' ');
}

test('a call about a state road is sent there by one key: the number at once, and the agency on screen, on the slip and in the case', async () => {
  const page = await openDesk(saveDir);
  await page.evaluate(() => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: 'highContrast', zoom: '125' })));
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await hear(page, { n: 'Guadalupe Fernández-Villavicencio', s: 'pothole', l: '12 Elm Street', d: 'Deep hole in the right lane' });
  const hint = page.getByRole('list', { name: 'Outside agencies' });
  await expect(hint).toBeHidden();
  await press(page, 'Alt+l', 'Control+a');
  await page.keyboard.type('2100 US 1 South');
  for (const words of [...STATE, 'handles Pothole · answers for US 1']) await expect(hint).toContainText(words);
  await expectAccessible(page);
  await press(page, 'Control+r');
  await expect(number(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  const told = page.getByRole('region', { name: 'Referred to' });
  for (const words of STATE) await expect(told).toContainText(words);
  await expectAccessible(page);
  await press(page, 'Control+p');
  const slip = await savedText();
  for (const words of STATE) expect(slip).toContain(words);
  await press(page, 'Control+o');
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(page.getByText('Referred to an outside agency', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'History' })).toContainText(`referred the citizen to ${STATE[0]}`);
});

test('on a case the agency is suggested with the reason, refused without what the citizen needs, and the reply that names it comes next', async () => {
  const page = await openDesk(saveDir);
  await hear(page, { n: 'Guadalupe Fernández-Villavicencio', a: '12 Harbor Street, Portreeve Bay, FL 33444', s: 'street light', l: '2100 Elm Street', d: 'The light on the wooden pole is out' });
  await press(page, 'Control+Enter');
  await expect(number(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await press(page, 'Control+o');
  await expect(page.getByRole('region', { name: /^Case \d/ })).toBeFocused();
  await press(page, 'f');
  const suggested = dialog(page).getByRole('group', { name: 'May answer for it' });
  for (const words of [...POWER, 'handles Street light out']) await expect(suggested).toContainText(words);
  await expectAccessible(page);

  await page.keyboard.type('A pole company');
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByText('The citizen needs the agency’s phone number.')).toBeVisible();
  await expect(dialog(page).getByLabel('Address')).toBeFocused();
  await expectAccessible(page);
  await dialog(page).getByLabel('Agency').press('Control+a');
  await press(page, 'Delete', 'Alt+1');
  for (const words of POWER) await expect(dialog(page).getByRole('status', { name: 'What the citizen gets' })).toContainText(words);
  await expectAccessible(page);
  await press(page, 'Control+Enter');

  const writing = page.getByRole('dialog', { name: 'Write to the citizen' });
  await expect(writing).toBeVisible();
  for (const words of POWER) await expect(writing.getByLabel('Text')).toHaveValue(new RegExp(words.replaceAll(/[()]/g, '\\$&')));
  await expectAccessible(page);
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { name: 'Referred to' })).toBeVisible();
  await press(page, 'f');
  await expect(dialog(page).getByLabel('Agency')).toHaveValue('');
});
