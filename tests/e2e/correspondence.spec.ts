import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { HOUR_MS } from '../../src-shared/util/time.ts';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openServer, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import { caseRows, rowsAreThere } from './support/queue.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';
import { type ElsewhereCase, takeCasesElsewhere } from './support/side-desk.ts';

const server = serverOfFile();
closeAfterEachTest();

const ANA = {
  ...{ name: 'María de los Ángeles Fernández-Villanueva', phone: '(561) 555-0142', email: 'maria@example.com', address: '214 E Ocean Avenue, Apt 3, Portreeve Bay, FL 33444' },
  ...{ language: 'es' as const, preference: 'letter' as const, needs: '' },
};
const wroteUs = (more: Partial<typeof ANA> = {}): ElsewhereCase => ({ serviceCode: 'POTHOLE', receivedAt: Date.now() - HOUR_MS, place: '7 Lantern Quay', channel: 'letter', requester: { ...ANA, ...more } });

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const told = (page: Page): Locator => page.getByRole('region', { name: 'Contact with the citizen' });
const history = (page: Page): Locator => page.getByRole('list', { name: 'History' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What was told of a button that waited is gone a little later than the button's own mark. */
async function accessible(page: Page): Promise<void> {
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0);
  await expectAccessible(page);
}

async function openNumber(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.press('/');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toBeFocused();
}

/** Every PDF goes to this file. */
async function savesTo({ app, dataDir }: RunningWorkstation, name: string): Promise<string> {
  const path = join(dataDir, name);
  await app.evaluate(({ dialog: files }, filePath) => {
    files.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  return path;
}

test('a letter in the citizen’s language stands as it will be printed, is owed until the paper is there, and is printed again as a copy', async () => {
  const [number = ''] = await takeCasesElsewhere(server(), [wroteUs()]);
  const desk = await openWorkstation({ serverUrl: server().url });
  const { page } = desk;
  const paper = await savesTo(desk, 'letter.pdf');
  await signIn(page, 'a.rivera');
  await openNumber(page, number);
  await expect(told(page)).toContainText('waits for a letter since');
  await press(page, 'w');
  const write = dialog(page, 'Write to the citizen');
  await expect(write.getByLabel('Text', { exact: true })).toBeFocused();
  await expect(write.getByLabel('Send as')).toHaveValue('letter');
  await expect(write).toContainText('Version 1 of the city’s words.');
  await press(page, 'Shift+Tab', 'Shift+Tab');
  await page.keyboard.type('In your own');
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type('Una cuadrilla viene el lunes. Hablamos con DPW.');
  const sheet = write.getByRole('article', { name: 'Letter as it will be printed' });
  await expect(sheet).toContainText('Estimado/a María de los Ángeles Fernández-Villanueva:Una cuadrilla viene el lunes. Hablamos con DPW.¿Tiene preguntas?');
  await expect(sheet).toContainText('Apt 3Portreeve Bay, FL 33444');
  await expect(write.getByRole('status', { name: 'Hints for plain words' })).toContainText('DPW');
  await expectAccessible(page);

  await press(page, 'Control+Enter');
  const question = dialog(page, 'Is the letter on paper?');
  await expect(question).toBeVisible();
  await press(page, 'Escape'); // not yet: the text is there, and the letter still to be written
  await expect(write.getByLabel('Text', { exact: true })).toHaveValue(/Una cuadrilla viene el lunes/);
  await press(page, 'Control+Enter');
  await expect(question).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toContainText('answered');
  expect(pdfSheet(paper)).toMatchObject({ pages: 1, widthMm: 216, heightMm: 279 });
  expect(pdfText(paper)).toContain('Una cuadrilla viene el lunes. Hablamos con DPW.');
  await expect(history(page)).toContainText('wrote a letter to María de los Ángeles Fernández-Villanueva');
  await expect(history(page)).toContainText('Una cuadrilla viene el lunes. Hablamos con DPW.');
  await expect(told(page)).not.toContainText('waits for a letter');
  await expect(told(page)).toContainText('On paper');
  await accessible(page);

  await told(page).getByRole('button', { name: /^Print a copy of the letter to María/ }).press('Enter');
  await expect(dialog(page, 'Copy of a letter')).toContainText('Copia, impresa el');
  await press(page, 'Control+Enter');
  await expect(dialog(page, 'Copy of a letter')).toBeHidden();
  expect(pdfText(paper)).toMatch(/Copia, impresa el .*Una cuadrilla viene el lunes/);
});

test('a mail and a text written with no server wait here, say so, and go to it when it is back', async () => {
  const dataDir = keptServerFolder();
  const own = await openServer({ dataDir });
  const [number = ''] = await takeCasesElsewhere(own, [wroteUs({ name: 'Bo Hay', language: 'es', preference: 'letter', address: '' })]);
  const { page } = await openWorkstation({ serverUrl: own.url });
  await signIn(page, 'a.rivera');
  await openNumber(page, number);
  await own.stop();
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Offline');
  await press(page, 'w');
  const write = dialog(page, 'Write to the citizen');
  await expect(write.getByLabel('Send as')).toHaveValue('email'); // there is no address for the letter they wish for
  await expect(write.getByRole('option', { name: 'Letter, as they wish (cannot be: no postal address was given)' })).toBeAttached();
  await expect(write).toContainText('There is no connection: the mail waits on this workstation');
  await expect(write.getByRole('article', { name: 'Mail as it will be sent' })).toContainText('Estimado/a Bo Hay:');
  await press(page, 'Control+Enter');
  await expect(write).toBeHidden();
  await expect(told(page)).toContainText('Waits here');
  await expect(told(page)).toContainText('It goes out by itself when the server is back.');

  await press(page, 'w', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  await page.keyboard.type('Text');
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type('In your own');
  await press(page, 'Tab');
  await page.keyboard.type('La cuadrilla viene mañana a la calle… “Lantern Quay”. Mantenga libre el paso, y disculpe la molestia. Gracias por su paciencia.');
  await expect(write.getByRole('article', { name: 'Text message as it will be sent' })).toContainText('calle... "Lantern Quay"');
  await expect(write.getByRole('status', { name: 'Length of the text' })).toHaveText(/^\d+ characters, 2 parts\.$/);
  await press(page, 'Control+Enter');
  await expect(history(page)).toContainText('texted Bo Hay');
  await expect(page.getByText('2 waiting to send')).toBeVisible();
  await openServer({ dataDir, port: own.port });
  await expect(told(page)).not.toContainText('Waits here', { timeout: 60_000 });
  await expect(told(page).getByText('With the server')).toHaveCount(2);
});

test('all letters to write are printed in one go; those that came out are noted, the others stay (high contrast, a quarter larger)', async () => {
  const cases = ['Ana Uno', 'Ben Dos', 'Cleo Tres'].map((name) => wroteUs({ name }));
  await takeCasesElsewhere(server(), [...cases, wroteUs({ name: 'Dan Cuatro', address: '' })]);
  const desk = await openWorkstation({ serverUrl: server().url });
  const { page } = desk;
  const paper = await savesTo(desk, 'letters.pdf');
  await page.evaluate(() => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: 'highContrast', zoom: '125' })));
  await page.reload();
  await signIn(page, 'a.rivera');
  await page.getByRole('combobox', { name: 'View' }).selectOption('lettersToWrite');
  await rowsAreThere(page);
  await page.keyboard.press('/');
  await page.keyboard.type('Lantern Quay');
  await press(page, 'Enter');
  await expect(caseRows(page).filter({ hasText: /Ana Uno|Ben Dos|Cleo Tres|Dan Cuatro/ })).toHaveCount(4);
  await press(page, 'Control+a', 'w');
  const letters = dialog(page, 'Letters to write');
  await expect(letters.getByRole('list', { name: 'Letters that are printed' }).getByRole('listitem')).toHaveCount(3);
  await expect(letters.getByRole('list', { name: 'Letters that need you first' })).toContainText('Dan Cuatro, case received: No postal address was given.');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  const question = dialog(page, 'Are the letters on paper?');
  await expect(question.getByRole('checkbox')).toHaveCount(3);
  await accessible(page);
  expect(pdfSheet(paper).pages).toBe(3);
  const text = pdfText(paper);
  for (const name of ['Ana Uno', 'Ben Dos', 'Cleo Tres']) expect(text).toContain(`Estimado/a ${name}:`);
  await question.getByRole('checkbox', { name: /Ben Dos/ }).press('Space'); // the printer ate it
  await press(page, 'Control+Enter');
  await expect(caseRows(page).filter({ hasText: /Ana Uno|Cleo Tres/ })).toHaveCount(0);
  await expect(caseRows(page).filter({ hasText: /Ben Dos|Dan Cuatro/ })).toHaveCount(2);
  await expect(page.getByRole('status', { name: 'Announcements' })).toContainText('2 letters are noted as written.');
});
