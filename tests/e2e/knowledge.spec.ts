import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { changeGuideElsewhere } from './support/change-elsewhere.ts';
import { closeAfterEachTest, expectAccessible, openDesk, openServer, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { openLine } from './support/open-line.ts';
import { takeCall } from './support/take-call.ts';

closeAfterEachTest();
const server = serverOfFile();

const article = (page: Page) => page.getByRole('article');
const options = (page: Page) => page.getByRole('group', { name: 'Guides' }).getByRole('button');
const place = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Knowledge' });
const strip = (page: Page) => page.getByRole('complementary', { name: 'Bulletins' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** From wherever: to the tab of the screen Knowledge that this key opens. */
async function toTab(page: Page, key: string): Promise<void> {
  await press(page, 'F7');
  await expect(page.getByRole('heading', { name: 'Knowledge', level: 1 })).toBeVisible();
  await press(page, 'Escape', 'Escape', key);
}

interface Posted {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly number?: string;
}

async function post(page: Page, { title, text, place: where, number = '' }: Posted): Promise<void> {
  await toTab(page, '2');
  await press(page, 'n');
  const dialog = page.getByRole('dialog', { name: 'Post a bulletin' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('What to say to callers').fill(text);
  await dialog.getByLabel('Add callers to case').fill(number);
  await dialog.getByLabel('Places').fill(where);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('list', { name: 'Bulletins now' })).toContainText(title);
}

test('a guide is found by a caller’s words, read and marked as read, hands on the keyboard; when it changes it comes back with what changed', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await press(page, 'F7');
  await expect(page.getByRole('searchbox', { name: 'Search guides' })).toBeFocused();
  await expect(place(page)).toHaveAttribute('aria-description', 'To read (7)');
  await expectAccessible(page);

  await page.keyboard.type('no light, network gone');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('storm netw');
  await expect(options(page).first()).toContainText('Storm mode: the network is down');
  await expect(article(page).locator('mark').first()).toHaveText('Storm');
  await press(page, 'ArrowDown');
  await expect(article(page).getByRole('heading', { level: 2 })).toHaveText('At the counter, with a line of people');
  await press(page, 'ArrowUp', 'Enter');
  await expect(article(page)).toBeFocused();
  await press(page, 'e');
  await expect(article(page)).toContainText('You read it on');
  await expect(place(page)).toHaveAttribute('aria-description', 'To read (6)');
  await article(page).getByRole('button', { name: '“Paper forms”' }).press('Enter');
  await expect(article(page).getByRole('heading', { level: 2 })).toHaveText('Paper forms: during the outage and after it');

  await changeGuideElsewhere(server(), 'STORM-MODE', ({ body }) => ({ body: body.replace('for days if need be.', 'for weeks if need be.') }));
  await expect(place(page)).toHaveAttribute('aria-description', 'To read (7)', { timeout: 60_000 });
  await press(page, '/');
  await page.keyboard.type('storm mode');
  await expect(options(page).first()).toContainText('New version');
  await press(page, 'Enter', 'c');
  const changes = article(page).getByRole('group', { name: 'Changes since version 1' });
  await expect(changes.locator('del')).toHaveText('Portreeve goes on without the network. You need nothing else, for days if need be.');
  await expect(changes.locator('ins')).toHaveText('Portreeve goes on without the network. You need nothing else, for weeks if need be.');
  await expectAccessible(page);
  await press(page, 'c', 'e');
  await expect(article(page)).toContainText('Version 2');
  await expect(place(page)).toHaveAttribute('aria-description', 'To read (6)');

  await press(page, '/', 'Control+a');
  await page.keyboard.type('xylophone');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expectAccessible(page);
});

test('a bulletin is at the call it is about: in the strip at once, in full with the place, one key adds the caller, and it ends by itself offline', async () => {
  const line = await openLine((await openServer()).url);
  const head = await openWorkstation({ serverUrl: line.url, name: 'Head desk' });
  await signIn(head.page, 'l.tran');
  const number = await takeCall(head.page, { phone: '5615550143', name: 'Vera Moss', place: '400 Elm Street', words: 'Water bubbles up through the street' });
  await post(head.page, { title: 'Elm Street water main: crew on site', text: 'Water is off between 3rd and 5th. Do not promise an hour.', place: 'Elm Street\nMill Pond', number });
  await expectAccessible(head.page);

  const agent = await openWorkstation({ serverUrl: line.url, name: 'Agent desk' });
  const { page } = agent;
  await signIn(page, 'a.rivera');
  await expect(strip(page)).toContainText('Elm Street water main: crew on site until', { timeout: 60_000 });
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await expect(strip(page)).toBeVisible();
  const card = page.getByRole('region', { name: 'Bulletin: Elm Street water main: crew on site' });
  await press(page, 'Alt+l');
  await page.keyboard.type('12 Oak Avenue');
  await expect(card).toBeHidden();
  await press(page, 'Control+a');
  await page.keyboard.type('1200 elm st');
  await expect(card).toContainText('Do not promise an hour.');
  await expect(strip(page)).not.toContainText('Elm Street');
  await expect(page.getByRole('textbox', { name: 'Location' })).toBeFocused();
  await expectAccessible(page);
  await press(page, 'Alt+p');
  await page.keyboard.type('5615550188');
  await press(page, 'Alt+x');
  await expect(page.getByRole('heading', { name: `Added to case ${number}` })).toBeVisible();

  await page.clock.install({ time: new Date() }); // before the queue sets its timers
  await press(page, 'F3');
  await expect(strip(page)).toContainText('Elm Street');
  line.cut();
  await page.clock.fastForward('06:00:00');
  await expect(strip(page)).not.toContainText('Elm Street');
  line.mend();
});

test('the script and guides of a service open beside the form by a key, and the field keeps the focus', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await press(page, 'Alt+s');
  await page.keyboard.type('water leak');
  await press(page, 'Enter');
  await press(page, 'Alt+d', 'Alt+v');
  const guide = (name: string) => page.getByRole('region', { name });
  await expect(guide('Water main break: what to say')).toContainText('Thank you for calling right away.');
  await expect(page.getByRole('textbox', { name: 'Description' })).toBeFocused();
  await press(page, 'Alt+.');
  await expect(guide('A leak: whose pipe is it?')).toContainText('The meter is the border');
  await page.keyboard.type('It runs down the street');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('It runs down the street');
  await expectAccessible(page);
  await press(page, 'Alt+v');
  await expect(guide('A leak: whose pipe is it?')).toBeHidden();
});

test('words of somebody in danger bring 911 before the case, with the city’s own guide a key away; they keep nobody from going on', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await press(page, 'F2');
  await expect(page.getByRole('textbox', { name: 'Anything the caller says' })).toBeFocused();
  await page.keyboard.type('pothole by the library');
  await expect(page.getByRole('region', { name: '911 comes first', exact: true })).toBeHidden();
  for (const _letter of 'pothole by the library') await page.keyboard.press('Backspace');
  await page.keyboard.type('gas smell by the library');
  const danger = page.getByRole('region', { name: '911 comes first', exact: true });
  await expect(danger).toContainText('Heard: “gas smell”');
  await expect(page.getByRole('alert')).toContainText('touches no switch');
  await press(page, 'Alt+v');
  await expect(page.getByRole('region', { name: 'A caller in danger: 911 comes first' })).toContainText('Do not open a case first.');
  await expect(page.getByRole('textbox', { name: 'Anything the caller says' })).toBeFocused();
  await expectAccessible(page);
  // As it is put into the form: the place is understood, no service is guessed, and the strip stays.
  await press(page, 'Enter');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('gas smell');
  await expect(page.getByLabel('Location', { exact: true })).toHaveValue('By the Library');
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('');
  await expect(danger).toBeVisible();
});

test('a super user’s suggestion is answered; a head sees who has read what, and takes it along as a file', async () => {
  const saveDir = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const author = await openDesk(server(), 'j.brooks', 'Super user desk');
    await toTab(author, '1');
    await press(author, '/');
    await author.keyboard.type('angry');
    await press(author, 'Enter', 's');
    await expect(author.getByRole('dialog', { name: 'Suggest a change: The angry caller' })).toBeVisible();
    await author.keyboard.type('Say what to do when the caller weeps.');
    await press(author, 'Control+Enter');

    const head = await openWorkstation({ serverUrl: server().url, name: 'Head desk', env: { PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await signIn(head.page, 'l.tran');
    await toTab(head.page, '3');
    const suggestion = head.page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem').filter({ hasText: 'Say what to do when the caller weeps.' });
    await expect(suggestion).toContainText('Super user', { timeout: 60_000 });
    await expectAccessible(head.page);
    await suggestion.getByRole('button', { name: /^Answer/ }).press('Enter');
    await head.page.getByRole('dialog', { name: 'Answer the suggestion' }).getByLabel('What they are told').fill('A good point. It comes with the next version.');
    await press(head.page, 'Control+Enter');
    await toTab(author, '3');
    await expect(author.getByRole('list', { name: 'Suggestions' })).toContainText('A good point. It comes with the next version.', { timeout: 60_000 });

    await toTab(author, '1');
    await expect(author.getByRole('button', { name: /^Who has read/ })).toBeHidden(); // an agent sees nobody's reading
    await toTab(head.page, '4');
    await expect(head.page.getByRole('row', { name: /A caller in danger/ })).toContainText('0 of 5');
    await expectAccessible(head.page);
    await head.page.getByRole('button', { name: 'Save as CSV' }).press('Enter');
    await expect.poll(() => readdirSync(saveDir)).toEqual(['guides-read.csv']);
    expect(readFileSync(join(saveDir, 'guides-read.csv'), 'utf8')).toContain('CALLER-IN-DANGER,A caller in danger: 911 comes first,1,yes,l.tran,Linh Tran,Customer Service,,,not yet');
  } finally {
    rmSync(saveDir, { recursive: true, force: true });
  }
});
