import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openDesk, openServer, openWorkstation, signIn } from './support/desk.ts';
import { watchFocus } from './support/lost-focus.ts';
import { pdfText } from './support/read-pdf.ts';
import { savedFile } from './support/saved-files.ts';
import { type RunningServer, startServer } from './support/start-server.ts';

closeAfterEachTest();

/** One demo city for all tests here; each takes cases of its own. */
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const YESTERDAY = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10);

const history = (page: Page) => page.getByRole('list', { name: 'History' });
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

interface Taken {
  readonly service?: string;
  readonly name: string;
  /** Of the service's first question, where it has one that must be asked. */
  readonly answer?: string;
}

/** Takes a case by keyboard and opens it. Returns its number. */
async function takeAndOpen(page: Page, { service = 'graffiti', name, answer }: Taken): Promise<string> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await press(page, 'Alt+n');
  await page.keyboard.type(name);
  await press(page, 'Alt+s');
  await page.keyboard.type(service);
  await press(page, 'Enter');
  if (answer !== undefined) {
    await press(page, 'Alt+q');
    await page.keyboard.type(answer);
  }
  await press(page, 'Alt+l');
  await page.keyboard.type(`${name.length} ${name} Street`);
  await press(page, 'Alt+d');
  await page.keyboard.type('Paint on the wall');
  await press(page, 'Control+Enter');
  const number = page.getByRole('status', { name: 'Tracking number' });
  await expect(number).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  const text = await number.innerText();
  await press(page, 'Control+o');
  await expect(page.getByRole('region', { name: `Case ${text}` })).toBeFocused();
  return text;
}

/** Opens a dialog by its letter, does what is said there and commits. */
async function commit(page: Page, letter: string, typed: () => Promise<void>): Promise<void> {
  await page.keyboard.press(letter);
  await expect(dialog(page)).toBeVisible();
  await typed();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeHidden();
}

const type = (page: Page, text: string) => () => page.keyboard.type(text);

test('every letter opens its dialog at the first field, free of violations; Escape leaves and keeps what was typed; a letter may be another one', async () => {
  const { app, page } = await openWorkstation({ serverUrl: server.url });
  await signIn(page, 'a.rivera');
  await takeAndOpen(page, { name: 'Letters' });
  await expectAccessible(page);
  const lostFocus = await watchFocus(page);
  const first: readonly (readonly [string, string, string])[] = [
    ['a', 'Assign', 'Assign to'],
    ['t', 'Transfer', 'Department'],
    ['f', 'Refer', 'Agency'],
    ['n', 'Add note', 'Note'],
    ['g', 'Add progress note', 'What has been done'],
    ['h', 'Hold', 'Reason'],
    ['m', 'Link or merge', 'Tracking number'],
    ['e', 'Edit case', 'Description'],
    ['c', 'Close case', 'Outcome'],
  ];
  for (const [letter, title, field] of first) {
    await page.keyboard.press(letter);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expect(dialog(page).getByLabel(field, { exact: true })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toBeVisible(); // nothing is given yet: it says what is missing instead
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
  await page.keyboard.press('p');
  await expect(dialog(page).getByRole('button', { name: 'Print receipt' })).toBeFocused();
  await expectAccessible(page);
  await press(page, 'Escape', 'n');
  await page.keyboard.type('Half a thought');
  await press(page, 'Escape', 'n');
  await expect(dialog(page).getByLabel('Note')).toHaveValue('Half a thought');

  await press(page, 'Escape', 'F1');
  await expect(dialog(page)).toContainText('Log contact');
  await page.getByRole('button', { name: 'Change keys …' }).press('Enter');
  await page.getByLabel('Find an action or a key').fill('progress note');
  await press(page, 'ArrowDown');
  const change = page.getByRole('button', { name: /^Change the key of Add progress note, now / });
  await expect(change).toBeFocused();
  await press(page, 'Enter', 't');
  await expect(dialog(page).getByRole('alert')).toContainText('t is already “Transfer” (Case).');
  await press(page, 'Control+Alt+q');
  await expect(dialog(page).getByRole('alert')).toContainText('AltGr');
  await expectAccessible(page);
  await press(page, 'Shift+G');
  await expect(change).toHaveAccessibleName('Change the key of Add progress note, now Shift+g');
  await expect(change).toBeFocused();
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'keys.json', mimeType: 'application/json', buffer: Buffer.from('{"keys": 1}') });
  await expect(dialog(page).getByRole('alert')).toContainText('This is no file of keys.');
  await press(page, 'Escape', 'Shift+G');
  await expect(page.getByRole('dialog', { name: 'Add progress note' })).toBeVisible();
  await press(page, 'Escape', 'g');
  await expect(dialog(page)).toBeHidden();
  // The menu is told of what can be done a moment after it changed.
  const caseMenu = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Case')?.submenu?.items.map((item) => `${item.label} ${String(item.accelerator ?? '')}`));
  await expect.poll(caseMenu).toEqual(expect.arrayContaining(['Add progress note Shift+G', 'Log contact L', 'Why this date? ?']));
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('case.note')?.click());
  await expect(page.getByRole('dialog', { name: 'Add note' })).toBeVisible();
  await press(page, 'Escape');
  expect(await lostFocus()).toEqual([]);
});

test('worked offline, a case says what is saved here only; with the server back everything is confirmed', async () => {
  const dataDir = keptServerFolder();
  const own = await openServer({ dataDir });
  const page = await openDesk(own, 'a.rivera');
  const number = await takeAndOpen(page, { name: 'Offline' });
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await own.stop();
  await commit(page, 'n', type(page, 'Dog in the yard.'));
  await press(page, 'y');
  await expect(page.getByText('Assigned to Ana Rivera')).toBeVisible();
  await press(page, 'l', 'n');
  await expect(history(page)).toContainText('Ana Rivera called the citizen: no answer');
  await commit(page, 'l', async () => {
    await press(page, 's');
    await page.keyboard.type('Told them that a crew comes on Tuesday.');
  });
  await expect(history(page)).toContainText('gave the citizen a first answer');
  await commit(page, 'g', type(page, 'Half of the wall is clean.'));
  await commit(page, 'h', type(page, 'Scheduled')); // for which no clock stands still: in the hours of City Hall its end would move the promise
  await expect(page.getByText('On hold', { exact: true }).first()).toBeVisible();
  await commit(page, 'h', async () => {});
  await expect(history(page).getByText('saved here, not sent yet')).toHaveCount(8);
  await expect(page.getByText('Saved here', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await commit(page, 'c', async () => {
    await page.keyboard.type('Res');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The wall is clean.');
  });
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(button(page, 'Assign')).toBeDisabled();
  await commit(page, 'r', type(page, 'Painted again.'));
  await expect(history(page)).toContainText('Painted again.');
  await openServer({ dataDir, port: own.port });
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(history(page).getByText('saved here, not sent yet')).toHaveCount(0);
  await expect(page.getByRole('region', { name: `Case ${number}` })).toContainText('Painted again.');
});

test('two people change the same field: nobody is overwritten unseen, and either value can stay', async () => {
  const one = await openDesk(server, 'a.rivera', 'One');
  const number = await takeAndOpen(one, { name: 'Conflict' });
  const other = await openDesk(server, 'm.fernandez', 'Other');
  await press(other, '/');
  await other.keyboard.type(number);
  await expect(other.getByRole('grid', { name: 'Cases' }).getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible({ timeout: 30_000 });
  await press(other, 'Enter');
  await expect(other.getByRole('region', { name: `Case ${number}` })).toBeVisible();

  const rewrite = async (page: Page, text: string): Promise<void> => {
    await press(page, 'Control+a');
    await page.keyboard.type(text);
  };
  await press(one, 'e');
  await rewrite(one, 'Mine');
  await commit(other, 'e', () => rewrite(other, 'Theirs'));
  await expect(history(one)).toContainText('Theirs', { timeout: 30_000 });
  await press(one, 'Control+Enter');
  const versions = one.getByRole('region', { name: 'Description: two versions' });
  await expect(versions).toContainText(/Yours\s*Mine/);
  await expect(versions).toContainText(/’s\s*Theirs/);
  await expectAccessible(one);
  await versions.getByRole('button', { name: 'Keep mine' }).press('Enter');
  await expect(dialog(one)).toBeHidden();
  await expect(history(one)).toContainText('Description: Theirs → Mine');
  await expect(history(other)).toContainText('Description: Theirs → Mine', { timeout: 30_000 });
});

test('a major repair does not close because somebody answered: the work has to be done (S2, Step 3.6)', async () => {
  const page = await openDesk(server, 'a.rivera');
  await takeAndOpen(page, { service: 'street sinking', name: 'Major', answer: 'Yes' });
  await press(page, 'c');
  await expect(dialog(page).getByRole('group', { name: 'Before it can be closed' })).toContainText('an answer to the citizen does not close it');
  await expect(dialog(page).getByLabel('What has been done')).toBeFocused();
  await dialog(page).getByLabel('Closing note').fill('The street is rebuilt.');
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByLabel('What has been done')).toBeFocused();
  await page.keyboard.type('Base and asphalt are in.');
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByLabel('Completion date')).toBeFocused();
  await dialog(page).getByLabel('Completion date').fill(YESTERDAY);
  await press(page, 'Escape', 'c');
  await expect(dialog(page).getByLabel('Closing note')).toHaveValue('The street is rebuilt.');
  await dialog(page).getByLabel('Outcome').focus();
  await page.keyboard.type('Res');
  await press(page, 'Control+Enter');
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(history(page)).toContainText('Base and asphalt are in.');
});

test('another person, another case, an agency and a file are tied to it; one sheet holds it all', async () => {
  const saveDir = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const { page } = await openWorkstation({ serverUrl: server.url, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await expect(page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
    await signIn(page, 'a.rivera');
    const earlier = await takeAndOpen(page, { name: 'Earlier' });
    const number = await takeAndOpen(page, { name: 'Tied' });

    await commit(page, 'm', type(page, earlier.replaceAll('-', ' ')));
    await expect(history(page)).toContainText(`linked this to ${earlier}`);

    await press(page, 'm', 'Alt+p');
    await expect(dialog(page).getByLabel('Name')).toBeFocused();
    await page.keyboard.type('Guadalupe Fernández-Villavicencio');
    await press(page, 'Control+Enter');
    const own = page.getByRole('status', { name: 'Tracking number' });
    await expect(own).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    expect(await own.innerText()).not.toBe(number);
    await expectAccessible(page);
    await press(page, 'Escape');
    await expect(page.getByRole('region', { name: `Case ${number}` })).toContainText('Guadalupe Fernández-Villavicencio');

    await commit(page, 'f', async () => {
      await page.keyboard.type('school');
      await page.keyboard.press('Enter');
      await expect(dialog(page).getByRole('status', { name: 'What the citizen gets' })).toContainText('(561) 555-0113');
      await dialog(page).getByLabel('Then').selectOption('Nothing more now');
    });
    await expect(page.getByRole('heading', { name: 'Referred to' })).toBeVisible();

    await page.locator('input[type=file]').setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(ONE_PIXEL_PNG, 'base64') });
    await expect(page.getByRole('img', { name: 'wall.png' })).toBeVisible();
    await expect(history(page)).toContainText('attached wall.png');
    await expectAccessible(page);

    await press(page, 'p');
    await expect(dialog(page).getByRole('button', { name: 'Print receipt' })).toBeFocused();
    await page.keyboard.press('c');
    const text = pdfText(await savedFile(saveDir));
    for (const words of [`Case ${number}`, 'Tied', 'Guadalupe Fernández-Villavicencio', 'School District', 'Paint on the wall', earlier, 'Its dates, and why', 'For staff: holds personal details.']) expect(text).toContain(words);
  } finally {
    rmSync(saveDir, { recursive: true, force: true });
  }
});

const ONE_PIXEL_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
