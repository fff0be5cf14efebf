import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, DEMO_PASSWORD, expectAccessible, openDesk, openWorkstation, signIn } from './support/desk.ts';
import { pdfText } from './support/read-pdf.ts';
import { savedFile } from './support/saved-files.ts';
import { type RunningServer, startServer } from './support/start-server.ts';

closeAfterEachTest();

/** One demo city for all tests here; each has a workstation of its own, and callers and places of its own. */
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const trackingNumber = (page: Page) => page.getByRole('status', { name: 'Tracking number' });
/** Where a call begins. */
const SAID = 'Anything the caller says';
const form = (page: Page) => page.getByRole('form', { name: 'New case' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Keys as a person gives them: jump by letter, type, go on. */
async function say(page: Page, letter: string, text: string): Promise<void> {
  await page.keyboard.press(`Alt+${letter}`);
  await page.keyboard.type(text);
}

async function issuedNumber(page: Page): Promise<string> {
  await expect(trackingNumber(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  return trackingNumber(page).innerText();
}

async function newCase(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await expect(form(page)).toBeVisible();
}

test('a returning caller by phone, with no mouse: known by four digits, one number, a receipt, and on to the next call', async () => {
  const saveDir = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const { page } = await openWorkstation({ serverUrl: server.url, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await expect(page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
    await signIn(page, 'a.rivera');
    await newCase(page);
    await expect(field(page, SAID)).toBeFocused();
    await expectAccessible(page);

    await page.keyboard.type('0142');
    await press(page, 'ArrowDown', 'Enter');
    await expect(field(page, 'Phone')).toHaveValue('(561) 555-0142');
    await expect(field(page, 'Name')).toHaveValue('Marisol Jiménez Arroyo');
    await expect(page.getByRole('list', { name: "Caller's cases" }).getByRole('listitem')).toContainText('Pothole');
    await expectAccessible(page);

    await say(page, 's', 'dog barking');
    await expect(page.getByRole('combobox', { name: 'Service' })).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Is it going on now?' })).toBeFocused();
    await page.keyboard.press('n');
    await say(page, 'l', '7 Heron Court');
    await say(page, 'd', 'Two dogs, every night from ten to midnight.');
    await expect(form(page).getByText(/^We answer by \w{3} \d+ \w{3} \d\d:\d\d · /)).toBeVisible();
    await press(page, 'Control+Enter', 'Control+Enter');

    const number = await issuedNumber(page);
    await expect(page.getByRole('button', { name: 'Print receipt' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(trackingNumber(page)).toHaveText(number);
    expect(readdirSync(saveDir)).toEqual([]); // and it has printed nothing
    await expectAccessible(page);

    await page.keyboard.press('Control+p');
    expect(pdfText(await savedFile(saveDir))).toContain(number);
    const next = page.getByRole('button', { name: 'Start next case' });
    await expect(next).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field(page, SAID)).toBeFocused();
    await expect(field(page, SAID)).toHaveValue('');
    await expect(field(page, 'Phone')).toHaveValue('');

    await page.keyboard.type('0142');
    await expect(page.getByRole('list', { name: "Caller's cases" }).getByRole('listitem')).toHaveCount(2);
  } finally {
    rmSync(saveDir, { recursive: true, force: true });
  }
});

test('whoever types on right after signing in, before the form is there, loses no letter', async () => {
  const { page } = await openWorkstation({ serverUrl: server.url });
  await page.getByLabel('Staff ID').fill('a.rivera');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.shell').waitFor();
  await page.keyboard.press('F2');
  // Faster than anybody: the keys of the window that follow arrive while the letters are still being given to the form.
  const letters = [...'Ana Qiuz', 'Backspace', 'Backspace', 'z'].map((key) => page.keyboard.press(key));
  await page.keyboard.press('Alt+d');
  await Promise.all(letters);
  await page.keyboard.type('Deep hole by the bus stop');
  await expect(field(page, 'Description')).toHaveValue('Deep hole by the bus stop');
  await expect(field(page, 'Name')).toHaveValue('Ana Qiz'); // where the first line puts it when it is left
});

test('a letter received yesterday: the day is asked for, errors stand at the field, and the promise counts from the stamp', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await say(page, 'c', 'Letter');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Received')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'Received')).toBeFocused();
  await expect(field(page, 'Received')).toHaveAccessibleDescription(/Say the day it was received/);
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveAccessibleDescription(/Choose a service/);
  await expectAccessible(page);

  await page.keyboard.type('yesterday');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Received')).toHaveValue(/^\w{3} \d{1,2} \w{3} \d{4}$/);
  await expect(field(page, 'Received')).toHaveAccessibleDescription(/yesterday$/);
  await say(page, 'n', 'Guadalupe María de los Ángeles Fernández-Villavicencio');
  await say(page, 's', 'pothole');
  await page.keyboard.press('Enter');
  await say(page, 'l', '1 Elm Street');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Which lane?' })).toBeHidden();
  await issuedNumber(page);
  await page.keyboard.press('Control+o');
  const history = page.getByRole('list', { name: 'History' });
  await expect(history).toContainText(/entered the case \(letter, received /);
  await page.getByRole('button', { name: 'Why this date?' }).first().press('Enter');
  await expect(page.getByRole('dialog', { name: 'Why this date?' })).toContainText(/Received \w+day, \w+ \d+, \d{4} at (noon|\d+:\d\d [AP]M) by letter\./);
});

test('a letter in one line: its channel and its day are taken, and the next case begins as a call again', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await page.keyboard.type('letter from gloria tate stamped yesterday, 18 church street, tree blocking the stop sign');
  await expect(page.getByRole('list', { name: 'Where it goes' })).toContainText('ChannelLetter');
  await expect(page.getByRole('list', { name: 'Where it goes' })).toContainText('Receivedyesterday');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('letter');
  await expect(field(page, 'Received')).toHaveAccessibleDescription(/yesterday$/);
  await expect(field(page, 'Name')).toHaveValue('Gloria Tate');
  await press(page, 'Control+Enter');
  await issuedNumber(page);
  await press(page, 'Control+n');
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('phone');
});

test('a walk-in in Spanish; the counter stays a counter, and starts at the name', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await say(page, 'c', 'Counter');
  await say(page, 'n', 'Íñigo Ñáñez');
  await say(page, 'g', 'Spanish');
  await say(page, 's', 'basura');
  await page.keyboard.press('Enter');
  await say(page, 'l', '88 Calle del Mar');
  await page.keyboard.press('Control+Enter');
  const number = await issuedNumber(page);
  await expect(page.getByRole('article')).toContainText('Su número de seguimiento');
  await expect(page.getByRole('article')).toContainText(number);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
  await expect(page.getByRole('article')).toContainText('Your tracking number');
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('counter');
  await expect(field(page, 'Name')).toBeFocused();
});

test('what is typed survives a power cut and a reload, parked drafts come back with a key', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-draft-'));
  try {
    const first = await openWorkstation({ serverUrl: server.url, dataDir });
    await expect(first.page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
    await signIn(first.page, 'a.rivera');
    await newCase(first.page);
    await say(first.page, 'n', 'Parked Person');
    await first.page.keyboard.press('Control+b');
    await expect(first.page.getByRole('list', { name: 'Parked drafts' })).toContainText('Parked Person');
    await expect(field(first.page, SAID)).toBeFocused();
    await say(first.page, 'd', 'Water comes up');
    await say(first.page, 's', 'leak');
    await expect(first.page.getByText('Draft kept')).toBeVisible();
    await first.kill();

    const { page } = await openWorkstation({ serverUrl: server.url, dataDir });
    await expect(page.getByRole('navigation', { name: 'Main' }).or(page.getByLabel('Staff ID'))).toBeVisible({ timeout: 60_000 });
    if (await page.getByLabel('Staff ID').isVisible()) await signIn(page, 'a.rivera');
    await newCase(page);
    await expect(field(page, 'Description')).toHaveValue('Water comes up');
    await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('leak');

    await say(page, 'l', '9 Reef Road');
    await expect(page.getByText('Draft kept')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await newCase(page);
    await expect(field(page, 'Location')).toHaveValue('9 Reef Road');
    await expectAccessible(page);

    await page.keyboard.press('Alt+1');
    await expect(field(page, 'Name')).toHaveValue('Parked Person');
    await expect(page.getByRole('list', { name: 'Parked drafts' })).toContainText('9 Reef Road');
    await expect(page.getByRole('list', { name: 'Parked drafts' })).not.toContainText('Parked Person');
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a similar case is as good a choice: the caller gets a number of their own, and what they said is kept there', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await say(page, 'n', 'Second Caller');
  await say(page, 's', 'pothole');
  await page.keyboard.press('Enter');
  await say(page, 'l', '412 Harbor Street');
  await say(page, 'd', 'It is deeper now, mind the hydrant.');
  const similar = page.getByRole('list', { name: 'Similar cases nearby' });
  await expect(similar.getByRole('listitem').first()).toContainText('same place');
  await expectAccessible(page);
  await page.keyboard.press('Alt+i');
  await expect(similar.getByRole('button', { name: /^Add this caller to that case/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  const number = await issuedNumber(page);
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const existing = /\d\d-\d{4}-\d{4}/.exec(heading)?.[0] ?? '';
  expect(existing).not.toBe(number);
  await page.keyboard.press('Control+o');
  const region = page.getByRole('region', { name: `Case ${existing}` });
  await expect(region).toContainText('Second Caller');
  await expect(page.getByRole('list', { name: 'History' })).toContainText('It is deeper now, mind the hydrant.');
});

test('a Commissioner asks for a citizen: two people on the case, and both are named', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await say(page, 'p', '5615550199');
  await say(page, 'n', 'Ofelia Duarte');
  await say(page, 'b', 'Commissioner Hay');
  await expect(page.getByText('Commissioner Hay asks for Ofelia Duarte.')).toBeVisible();
  await field(page, 'Their phone').fill('5615550111');
  await say(page, 's', 'street light');
  await page.keyboard.press('Enter');
  await say(page, 'l', '40 Coral Way');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await issuedNumber(page);
  await page.keyboard.press('Control+o');
  const region = page.getByRole('region', { name: /^Case / });
  await expect(region.getByRole('heading', { name: 'Requested by' })).toBeVisible();
  await expect(region).toContainText(/Commissioner Hay.*On behalf of.*Ofelia Duarte.*\(561\) 555-0199/s);
});

/** As Ctrl+V does with a file on the clipboard, which a test cannot put there. */
async function pasteFile(page: Page, name: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([given], given, { type: 'text/plain' }));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, name);
}

test('anything said in one line goes where it belongs; a wrong guess is moved by a key, and Escape leaves the words', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await expect(field(page, SAID)).toBeFocused();
  await page.keyboard.type('dark alley, call me at 561-555-0155, street light out at 77 gull lane apt 3');
  const pieces = page.getByRole('list', { name: 'Where it goes' });
  await expect(pieces).toContainText('77 Gull Lane');
  await expect(page.getByRole('heading', { name: /^To say: Street light out/ })).toBeVisible(); // ahead of Enter
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(field(page, SAID)).toBeFocused();
  await expect(field(page, SAID)).toHaveValue('');
  for (const [name, value] of [['Phone', '(561) 555-0155'], ['Location', '77 Gull Lane'], ['Unit', 'Apt 3']] as const) await expect(field(page, name)).toHaveValue(value);
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('Street light out');
  await expect(field(page, 'Description')).toHaveValue(/dark alley/);

  await page.keyboard.type('dana smith');
  await expect(pieces).toContainText('Name');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(pieces).toContainText('Description');
  await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown', 'Enter');
  await expect(field(page, 'Name')).toHaveValue('Dana Smith');
  await page.keyboard.type('pole 2231');
  await page.keyboard.press('Escape');
  await expect(field(page, 'Description')).toHaveValue(/pole 2231$/);

  await page.locator('.intake-files input[type=file]').setInputFiles({ name: 'pole.txt', mimeType: 'text/plain', buffer: Buffer.from('pole 2231') });
  await expect(page.getByRole('list', { name: 'Files to attach' })).toContainText('pole.txt');
  await pasteFile(page, 'pasted.txt');
  await expect(page.getByRole('list', { name: 'Files to attach' }).getByRole('listitem')).toHaveCount(2);
  await say(page, 'c', 'Letter');
  await say(page, 'r', '3 oct 2024');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Phone')).toBeFocused();
  await expect(field(page, 'Received')).toHaveAccessibleDescription(/Is the year right\?/);
  await page.keyboard.press('Control+Enter');
  await issuedNumber(page);
  await page.keyboard.press('Control+o');
  for (const name of ['pole.txt', 'pasted.txt']) await expect(page.getByRole('region', { name: /^Case / })).toContainText(name);
});

test('a call about an open case is noted there with one key, and nothing new is issued', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await page.keyboard.type('jimenez');
  await expect(page.getByRole('list', { name: 'Callers found' })).toContainText('Marisol Jiménez Arroyo');
  await expect(page.getByRole('list', { name: "Caller's cases" }).getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Control+1');
  const region = page.getByRole('region', { name: /^Case \d\d-\d{4}-\d{4}$/ });
  await expect(region).toBeFocused();
  await expect(page.getByRole('list', { name: 'History' })).toContainText('Asked about this case.');
  const number = /\d\d-\d{4}-\d{4}/.exec((await region.getAttribute('aria-label')) ?? (await region.innerText()))?.[0] ?? '';
  await newCase(page);
  await expect(field(page, SAID)).toHaveValue('');

  // By its number, with more to do: the draft waits.
  await say(page, 'l', '5 Reef Road');
  await page.keyboard.press('F2');
  await page.keyboard.type(number);
  await expect(page.getByRole('list', { name: "Caller's cases" })).toContainText(number);
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: /^Calling about this one/ }).first()).toBeFocused();
  await press(page, 'Enter');
  await expect(region).toBeFocused();
  await newCase(page);
  await expect(field(page, 'Location')).toHaveValue('5 Reef Road');
});

test('an inquiry answered on the call is closed at once, with what the citizen was told', async () => {
  const page = await openDesk(server, 'a.rivera');
  await newCase(page);
  await say(page, 's', 'water bill');
  await page.keyboard.press('Enter');
  await press(page, 'Alt+w', 'Space', 'Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Outcome' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Information');
  await say(page, 'h', 'The bill is due on the 15th; the meter was read on the 2nd.');
  await page.keyboard.press('Control+Enter');
  await issuedNumber(page);
  await expect(page.getByText('Answered now; the case is closed.')).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('list', { name: 'History' })).toContainText('The meter was read on the 2nd'.slice(4));
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeEnabled();
});

test('dark and high contrast, a quarter larger, are free of violations', async () => {
  const page = await openDesk(server, 'a.rivera');
  for (const theme of ['dark', 'highContrast']) {
    await page.evaluate((chosen) => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: chosen, zoom: '125' })), theme);
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await newCase(page);
    await say(page, 'p', '0142');
    await expect(page.getByRole('list', { name: 'Callers found' })).toBeVisible();
    await press(page, 'ArrowDown');
    await expectAccessible(page);
    await press(page, 'Control+Enter');
    await expectAccessible(page);
  }
});
