import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, focusedName, openDesk, openServer, openWorkstation, signIn } from './support/desk.ts';
import { openLine } from './support/open-line.ts';
import { caseRows } from './support/queue.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';
import type { RunningServer } from './support/start-server.ts';

closeAfterEachTest();

const trackingNumber = (page: Page) => page.getByRole('status', { name: 'Tracking number' });
const strip = (page: Page) => page.getByRole('region', { name: 'Town hall' });
const form = (page: Page) => page.getByRole('form', { name: 'New case' });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** By the command palette, as somebody who does not know the keys. */
async function doIt(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden();
}

interface Wish {
  readonly name: string;
  readonly words: string;
  readonly isContributor?: boolean;
}

/** A wish of a town hall. How many keys it took besides its letters. */
async function enterWish(page: Page, { name, words, isContributor = false }: Wish): Promise<{ readonly number: string; readonly keys: number }> {
  const before: readonly string[] = isContributor ? ['Alt+p', '5615550166', 'Alt+z', 'Space', 'Alt+d'] : ['Alt+d'];
  await expect(field(page, 'Name')).toBeFocused();
  await page.keyboard.type(name);
  for (const one of before) await (/^\d+$/.test(one) ? page.keyboard.type(one) : page.keyboard.press(one));
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(trackingNumber(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  const number = await trackingNumber(page).innerText();
  await expect(page.getByRole('button', { name: 'Start next case' })).toBeFocused();
  await page.keyboard.press('Enter');
  return { number, keys: before.filter((one) => !/^\d+$/.test(one)).length + 2 };
}

/** Yesterday in the city, as a date field is typed: `11212026`. */
function yesterdayTyped(): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', month: '2-digit', day: '2-digit', year: 'numeric' }).format(Date.now() - 24 * 3_600_000);
  return parts.replaceAll('/', '');
}

test('a town hall with no network: five wishes in a row, a power cut in the middle, all slips, and the figures they make', async () => {
  const [dataDir, saveDir] = [mkdtempSync(join(tmpdir(), 'portreeve-town-hall-')), mkdtempSync(join(tmpdir(), 'portreeve-saved-'))];
  const server = await openServer();
  const line = await openLine(server.url);
  try {
    const first = await openWorkstation({ serverUrl: line.url, dataDir, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await signIn(first.page, 'd.okafor');
    await expect(caseRows(first.page).first()).toBeVisible({ timeout: 60_000 });
    line.cut();
    const numbers = await beginAndCrash(first.page, () => first.kill());

    const { page } = await openWorkstation({ serverUrl: line.url, dataDir, env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await expect(page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
    await signIn(page, 'd.okafor');
    await page.keyboard.press('F2');
    await expect(strip(page)).toContainText('Harbor Forum');
    await expect(strip(page)).toContainText('2 entered here');
    await expect(field(page, 'Description')).toHaveValue('A crosswalk at the lib');
    await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('Suggestion for the city');
    await press(page, 'Alt+d', 'End');
    await page.keyboard.type('rary.');
    await page.keyboard.press('Control+Enter');
    await expect(trackingNumber(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    numbers.push(await trackingNumber(page).innerText());
    await page.keyboard.press('Enter');
    for (const words of ['Free parking on Sundays.', 'A dog run behind the school.']) {
      const { number, keys } = await enterWish(page, { name: '', words });
      expect(keys).toBe(3);
      numbers.push(number);
    }
    await printAndEnd(page, numbers, saveDir);
    line.mend();
    await lookAtFigures(page, numbers, saveDir);
  } finally {
    await line.close();
    for (const folder of [dataDir, saveDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Adds the event, enters two wishes and half of the third. */
async function beginAndCrash(page: Page, crash: () => Promise<void>): Promise<string[]> {
  await doIt(page, 'town-hall');
  await expect(page.getByRole('dialog', { name: 'Town-hall entry' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('Harbor Forum');
  await page.keyboard.press('Tab');
  await page.keyboard.type(yesterdayTyped());
  await page.keyboard.press('Tab');
  await page.keyboard.type('Library');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Old');
  await page.keyboard.press('Control+Enter');
  await expect(strip(page)).toContainText('0 entered here');
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('event');
  await expect(field(page, 'Received')).toHaveAttribute('placeholder', /^at the event, .* 18:00$/);
  await expect(page.getByRole('combobox', { name: 'Neighborhood' })).toHaveAccessibleDescription('By the town hall · liaison Daniel Okafor');
  await expectAccessible(page);

  const ana = await enterWish(page, { name: 'Ana Núñez', words: 'More benches along the canal.', isContributor: true });
  const ofelia = await enterWish(page, { name: 'Ofelia Duarte', words: 'Thank you for the lights.' });
  expect(ofelia.keys).toBe(3); // to the words, the number, the next one
  await expect(strip(page)).toContainText('2 entered here');
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('A crosswalk at the lib');
  await expect(page.getByText('Draft kept')).toBeVisible();
  await crash();
  return [ana.number, ofelia.number];
}

/** A call in between is none of the town hall's; then all slips as one document, and the end of it. */
async function printAndEnd(page: Page, numbers: readonly string[], saveDir: string): Promise<void> {
  await expect(strip(page)).toContainText('5 entered here');
  await page.keyboard.press('Alt+c');
  await page.keyboard.type('Phone');
  await expect(strip(page)).toContainText('is not part of it');
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('');
  await page.keyboard.press('End');
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('Suggestion for the city');
  await press(page, 'Alt+d');
  await page.keyboard.type('Parked with its event');
  await press(page, 'Control+b');
  await expect(page.getByRole('list', { name: 'Parked drafts' })).toContainText('Parked with its event');
  await doIt(page, 'end entry');
  const ending = page.getByRole('dialog', { name: 'End the entry of Harbor Forum?' });
  await expect(ending).toContainText('5 cases were entered here.');
  await expectAccessible(page);
  await press(page, 'Shift+Tab', 'Enter');
  const printing = page.getByRole('dialog', { name: 'Print 5 slips' });
  await expect(printing.getByRole('button', { name: 'Save as PDF' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => readdirSync(saveDir)).toEqual(['slips of Harbor Forum.pdf']);
  const pdf = join(saveDir, 'slips of Harbor Forum.pdf');
  await expect.poll(() => pdfSheet(pdf).pages).toBe(5);
  for (const number of numbers) expect(pdfText(pdf)).toContain(number);
  await expect(ending).toBeVisible();
  await ending.getByRole('checkbox', { name: 'Everything said there is entered' }).press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(strip(page)).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Channel' })).not.toHaveValue('event');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('This draft was begun there. New ones are not of it.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('event');
  await press(page, 'Control+b');
  await expect(page.getByRole('combobox', { name: 'Channel' })).not.toHaveValue('event');
}

async function lookAtFigures(page: Page, numbers: readonly string[], saveDir: string): Promise<void> {
  await doIt(page, 'community');
  await expect.poll(() => focusedName(page)).toMatch(/^\d+, Open cases: /);
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Online', { timeout: 90_000 }); // it tries again by itself, ever later
  await expect(page.getByText('0 waiting to send')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('3');
  const events = page.getByRole('table', { name: 'Events' });
  await expect(events).toContainText('All entered');
  await expect(events).not.toContainText('waiting to send');
  await expect(events.getByRole('button', { name: '5, Entered: Harbor Forum' })).toBeFocused();
  await page.keyboard.press('Enter');
  const listed = page.getByRole('grid', { name: 'Entered: Harbor Forum' });
  await expect(listed.getByRole('row').filter({ has: page.getByRole('rowheader') })).toHaveCount(5);
  for (const number of numbers) await expect(listed).toContainText(number);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('region', { name: /^Case / });
  await expect(shown).toContainText(/Town hallHarbor Forum · .* · Library/);
  await expect(shown).toContainText('Liaison Daniel Okafor · by the town hall');
  await expectAccessible(page);

  await shown.getByRole('button', { name: 'Old Harbor: cases of this neighborhood' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Open cases: Old Harbor' })).toBeFocused();
  await page.keyboard.press('2');
  const contributors = page.getByRole('table', { name: 'Contributors' });
  await expect(contributors.getByRole('button', { name: '1, Cases of Ana Núñez, 1 open' })).toBeFocused();
  await expect(contributors).toContainText('Old Harbor');
  await page.keyboard.press('s');
  await expect.poll(() => readdirSync(saveDir)).toContain('Contributors.csv');
  expect(readFileSync(join(saveDir, 'Contributors.csv'), 'utf8')).toContain('Ana Núñez,(561) 555-0166,,,English,Old Harbor,Daniel Okafor,1,1,');
  await expectAccessible(page);
  await knownAgain(page);
}

/** The contributor calls a week later; the liaison finds what concerns the neighborhood. */
async function knownAgain(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await press(page, 'Alt+p');
  await page.keyboard.type('0166');
  await expect(page.getByRole('list', { name: 'Callers found' })).toContainText('neighborhood contributor');
  await press(page, 'ArrowDown', 'Enter');
  await expect(form(page).getByRole('checkbox', { name: 'Neighborhood contributor' })).toBeChecked();
  await press(page, 'Alt+l');
  await page.keyboard.type('12 Hibiscus Way');
  await expect(page.getByRole('combobox', { name: 'Neighborhood' })).toHaveAccessibleDescription('By its place · liaison Yesenia Santana Peña');
  await expectAccessible(page);

  await page.keyboard.press('F3');
  await page.getByRole('combobox', { name: 'View' }).selectOption('myNeighborhood');
  await expect(caseRows(page).filter({ hasText: 'Ana Núñez' })).toHaveCount(1);
  await expect(caseRows(page).filter({ hasText: 'Hibiscus' })).toHaveCount(0);
  await press(page, '/');
  await page.keyboard.type('old harbor benches');
  await expect(caseRows(page)).toHaveCount(1);
}

test('slips go to the receipt printer, each once, also those printed one by one; a second entry goes on where the event is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-slips-'));
  const server = await openServer();
  const { page } = await openWorkstation({ serverUrl: server.url });
  try {
    await signIn(page, 'a.rivera');
    await expect(caseRows(page).first()).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('F8');
    await page.getByLabel('Printer', { exact: true }).selectOption('file');
    await page.getByLabel('Device').fill(join(folder, 'printer'));
    writeFileSync(join(folder, 'printer'), '');
    await page.getByRole('button', { name: 'Save printer' }).press('Enter');
    await expect(page.getByText('Printer settings saved.').first()).toBeAttached();
    await doIt(page, 'town-hall');
    await expect(field(page, 'Name').and(page.getByRole('dialog').getByRole('textbox'))).toBeFocused();
    await page.keyboard.type('Street Fair');
    await page.keyboard.press('Control+Enter');
    await expect(strip(page)).toContainText('0 entered here');
    await expect(field(page, 'Received')).toHaveAttribute('placeholder', /^now, /);
    const numbers = [(await enterWish(page, { name: 'Bao Xiong', words: 'Shade at the bus stop.' })).number];
    await page.keyboard.type('Cy Twombly');
    await press(page, 'Alt+d');
    await page.keyboard.type('A wall to paint on.');
    await press(page, 'Control+Enter');
    await expect(trackingNumber(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    numbers.push(await trackingNumber(page).innerText());
    await page.keyboard.press('Control+p');
    await expect(page.getByText('Printed.')).toBeVisible();
    await doIt(page, 'print all slips');
    await expect(page.getByText('1 slip sent to the receipt printer.').first()).toBeAttached();
    const printed = (): string => readFileSync(join(folder, 'printer'), 'latin1');
    for (const number of numbers) await expect.poll(() => printed().split(number).length - 1, number).toBeGreaterThan(0);
    const once = printed().length;
    await doIt(page, 'print all slips');
    await expect(page.getByText(/^Every slip of this entry has been printed/).first()).toBeAttached();
    expect(printed().length).toBe(once);

    await doIt(page, 'end entry');
    await expect(page.getByRole('dialog', { name: 'End the entry of Street Fair?' })).toContainText('2 cases were entered here; each slip went to the receipt printer.');
    await page.keyboard.press('Enter');
    await expect(strip(page)).toBeHidden();
    await doIt(page, 'town-hall');
    await expect(page.getByRole('combobox', { name: 'Event' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(strip(page)).toContainText('0 entered here');
    await expectAccessible(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('figures, people and events, dark and at 125 %, are free of violations', async () => {
  const page = await openLookingLike(await openServer(), 'dark', /^\d+, Open cases: /);
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter');
  await expect(page.getByRole('grid', { name: /^Received in the last 30 days: / })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedName(page)).toMatch(/^\d+, Received in the last 30 days: /);
  for (const tab of ['2', '3']) {
    await page.keyboard.press(tab);
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
  }
});

test('nothing yet, high contrast at 125 %: every state is free of violations', async () => {
  const page = await openLookingLike(await openServer({ seed: 'newCity' }), 'highContrast', /^Neighborhoods$/);
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'No contributors yet' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: 'No events yet' })).toBeVisible();
  await press(page, 'n');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/Give the event a name/);
  await expectAccessible(page);
});

/** The Community screen, in a theme and a quarter larger, of somebody who is no liaison. */
async function openLookingLike(server: RunningServer, theme: string, focused: RegExp): Promise<Page> {
  const page = await openDesk(server, 's.petrov');
  await expect(page.getByRole('combobox', { name: 'View' }).getByRole('option', { name: 'My neighborhood' })).toHaveCount(0);
  await page.evaluate((chosen) => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: chosen, zoom: '125' })), theme);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await doIt(page, 'community');
  await expect.poll(() => focusedName(page)).toMatch(focused);
  return page;
}
