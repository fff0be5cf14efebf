import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { DAY_MS, HOUR_MS } from '../../src-shared/util/time.ts';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openDesk, openServer, openWorkstation, signIn } from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import { watchFocus } from './support/lost-focus.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';
import { takeCasesElsewhere } from './support/side-desk.ts';

closeAfterEachTest();

const board = (page: Page): Locator => page.getByRole('grid', { name: 'Overdue cases' });
const boardRows = (page: Page): Locator => board(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
const counts = (page: Page): Locator => page.getByRole('status', { name: 'Counts' });
const announced = (page: Page): Locator => page.getByRole('status', { name: 'Announcements' });

/** Twenty potholes of ten days ago, beside what the demo city has late there anyway; nobody is signed in yet. */
async function lateCity(): Promise<RunningWorkstation> {
  const server = await openServer();
  const receivedAt = Date.now() - 10 * DAY_MS;
  await takeCasesElsewhere(server, Array.from({ length: 20 }, (_, at) => ({ serviceCode: 'POTHOLE', receivedAt: receivedAt + at * 60_000, place: `${100 + at} Harbor Street` })));
  return openWorkstation({ serverUrl: server.url });
}

/** The head of the streets department before them. */
async function twentyLate(): Promise<RunningWorkstation> {
  const desk = await lateCity();
  await signIn(desk.page, 'r.delgado');
  await desk.page.keyboard.press('F4');
  await expect(counts(desk.page)).toHaveText(/^22 overdue · 20 unassigned · oldest \d+ days$/);
  return desk;
}

/** Counts every key that goes down, as somebody beside the desk would; Shift, Ctrl and Alt go with the key they are held for. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as Window & { keysDown?: number }; // safe: a name of the test's own
    counter.keysDown = 0;
    window.addEventListener('keydown', ({ key, isTrusted }) => {
      if (isTrusted && !['Shift', 'Control', 'Alt'].includes(key)) counter.keysDown = (counter.keysDown ?? 0) + 1;
    }, true);
  });
  return () => page.evaluate(() => (window as Window & { keysDown?: number }).keysDown ?? -1);
}

/** Picks an entry of the focused list of choices by its first letters. */
async function choose(page: Page, letters: string): Promise<void> {
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
}

async function says(page: Page, words: RegExp | string): Promise<void> {
  await expect(announced(page)).toContainText(words);
  await expect(board(page)).toBeFocused();
}

test('a department head puts twenty overdue cases right at once, from signing in on: seven keys beyond the words', async () => {
  const { page } = await lateCity();
  await expect(page.getByLabel('Staff ID')).toBeFocused({ timeout: 60_000 });
  const keys = await countKeys(page);
  const began = Date.now();
  const typed = { staffId: 'r.delgado', password: 'demo-harbor', name: 'wal', note: 'Harbor Street first, please' };
  await page.keyboard.type(typed.staffId);
  await page.keyboard.press('Tab');
  await page.keyboard.type(typed.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const lostFocus = await watchFocus(page);
  await page.keyboard.press('F4');
  await expect(counts(page)).toHaveText(/^22 overdue · 20 unassigned/);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'Assign: 22 cases' })).toBeVisible();
  await page.keyboard.type(typed.name);
  await page.keyboard.press('Tab'); // takes the name and goes on to the note
  await expect(page.getByLabel('Note')).toBeFocused();
  await page.keyboard.type(typed.note);
  await page.keyboard.press('Control+Enter');
  await says(page, '20 cases assigned to Theodora Walsh.');
  const seconds = (Date.now() - began) / 1_000;
  expect((await keys()) - Object.values(typed).join('').length).toBe(7);
  test.info().annotations.push({ type: 'a head in a minute', description: `${await keys()} keys, ${seconds.toFixed(1)} s of the machine` });
  console.log(`a head in a minute: ${await keys()} keys, of which 7 beyond the words; ${seconds.toFixed(1)} s of the machine`);
  await expect(page.getByRole('alert')).toContainText(/^20 cases assigned to Theodora Walsh\. 2 cases stay as they were: This is so already; nothing was changed\. \(\d\d-\d{4}-\d{4} and \d\d-\d{4}-\d{4}\)/);
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(counts(page)).toHaveText(/^22 overdue · 0 unassigned/);
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await says(page, 'Undone for 20 cases.');
  await expect(counts(page)).toHaveText(/^22 overdue · 20 unassigned/);

  await expect(page.getByRole('combobox', { name: 'Department' })).toHaveValue('STREETS');
  await page.keyboard.press('d');
  await choose(page, 'All');
  await expect(counts(page)).toHaveText(/^3\d overdue/);
  await page.keyboard.press('d');
  await choose(page, 'Public Works');
  await expect(counts(page)).toHaveText(/^22 overdue/);
  await expect(boardRows(page).first()).toHaveAccessibleName(/^\d\d-\d{4}-\d{4} /);
  await expect(boardRows(page).first()).toContainText(/Answer by .+(hours|business days) from receipt \(.+\)/);
  await page.keyboard.press('Home');
  for (let more = 0; more < 19; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('20 selected')).toBeVisible();

  await page.keyboard.press('Escape');
  for (const key of ['Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'l']) await page.keyboard.press(key);
  const contact = page.getByRole('dialog', { name: 'Log contact: 3 cases' });
  await expect(contact).toContainText('This will be the first answer in 3 cases.');
  await expectAccessible(page);
  await page.keyboard.type('A crew comes on Thursday');
  await page.keyboard.press('Control+Enter');
  await says(page, '3 cases with the contact logged.');
  await expect(page.getByRole('tab', { name: 'Was overdue 3' })).toBeVisible();

  for (const key of ['Home', 'Space', 'Shift+ArrowDown', 'h']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Hold: 2 cases' })).toBeVisible();
  await page.keyboard.type('Weather');
  await page.keyboard.press('Control+Enter');
  await says(page, '2 cases put on hold.');

  await page.keyboard.press('3');
  await expect(boardRows(page)).toHaveCount(3);
  await expect(boardRows(page).first()).toContainText('until');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const history = page.getByRole('list', { name: 'History' });
  for (const words of ['Harbor Street first, please', 'A crew comes on Thursday', 'noted that the promise to answer was missed']) await expect(history).toContainText(words);
  await page.keyboard.press('Escape');
  await expect(board(page)).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Was overdue 3' })).toHaveAttribute('aria-selected', 'true');
  expect(await lostFocus()).toEqual([]);
});

test('the list is on paper, with its pages numbered, and in a file for a spreadsheet', async () => {
  const { app, page, dataDir } = await twentyLate();
  const saveAs = (name: string): Promise<void> =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, join(dataDir, name));
  await saveAs('list.pdf');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Print list' })).toContainText('Overdue cases: Public Works: Streets');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This computer has no printer set up.')).toBeVisible();
  // What was told of the button that looked for printers is gone a little later than the button's own mark.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await says(page, 'Saved as');
  const paper = join(dataDir, 'list.pdf');
  const { pages, ...sheet } = pdfSheet(paper);
  expect(sheet).toEqual({ widthMm: 279, heightMm: 216, isTagged: true });
  const text = pdfText(paper);
  expect(text).toContain('Public Works: Streets · 22 overdue');
  expect(text).toContain(`Page ${pages} of ${pages}`);
  expect(text).toContain('119 Harbor Street');
  expect(text).toMatch(/Printed .* by Rubén Delgado Núñez/);

  await saveAs('list.csv');
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeFocused();
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(key);
  await says(page, 'Saved as');
  expect(readFileSync(join(dataDir, 'list.csv'), 'utf8').trim().split('\r\n')).toHaveLength(23);
});

test('a promise that runs out with no server is on the board, noted here, through a kill; the server then says the same, once', async () => {
  const dataDir = keptServerFolder();
  const server = await openServer({ dataDir });
  const desk = await openWorkstation({ serverUrl: server.url, dataDir: join(dataDir, 'desk') });
  await signIn(desk.page, 'k.johnson');
  // Four hours for a main without water: they end in half a minute.
  const [number = ''] = await takeCasesElsewhere(server, [{ serviceCode: 'NO-WATER', receivedAt: Date.now() - 4 * HOUR_MS + 30_000, place: '7 Lantern Quay' }]);
  await desk.page.keyboard.press('F4');
  await desk.page.keyboard.press('2');
  const row = (page: Page): Locator => board(page).getByRole('row', { name: new RegExp(`^${number}`) });
  await expect(row(desk.page)).toBeVisible({ timeout: 20_000 });
  await server.stop();
  await desk.kill();

  const again = await openWorkstation({ serverUrl: server.url, dataDir: join(dataDir, 'desk') });
  await signIn(again.page, 'k.johnson');
  const { page } = again;
  await page.keyboard.press('F4');
  await expect(row(page)).toContainText('Answer by', { timeout: 150_000 });
  const history = page.getByRole('list', { name: 'History' });
  await openNumber(page, number);
  await expect(history).toContainText('noted here, the server will say so too', { timeout: 90_000 });
  await expect(page.getByText('0 waiting to send')).toBeVisible();
  await expectAccessible(page);

  await openServer({ dataDir, port: server.port });
  await expect(history).not.toContainText('noted here', { timeout: 180_000 });
  await expect(history.getByText('noted that the promise to answer was missed')).toHaveCount(1);
});

async function openNumber(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toBeVisible();
}

test('dark, high contrast and a quarter larger are free of violations, and an empty board says what to do', async () => {
  const page = await openDesk(await openServer(), 'h.whitaker');
  for (const theme of ['light', 'dark', 'highContrast']) {
    await page.evaluate((chosen) => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: chosen, zoom: '125' })), theme);
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await page.keyboard.press('F4');
    await page.getByRole('combobox', { name: 'Department' }).selectOption('all');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('department');
    await expect(boardRows(page).first()).toBeVisible();
    await board(page).press('Space');
    await expectAccessible(page);
    for (const key of ['2', '3']) {
      await page.keyboard.press(key);
      await expectAccessible(page);
    }
    await page.keyboard.press('1');
    await page.getByRole('combobox', { name: 'Department' }).selectOption('HR');
    await expect(page.getByRole('heading', { name: 'Nothing is overdue' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all departments' }).press('Enter');
    await expect(boardRows(page).first()).toBeVisible();
  }
});
