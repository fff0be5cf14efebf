/** Complaints at the window: conduct is sealed and told, a service has its point of contact, each is acknowledged (CO-1 to CO-6). */
import { execFileSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { filesWith } from '../sealed/words-on-disk.ts';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { openSilentDesk, type SilentDesk } from './support/silent-desk.ts';
import type { RunningServer } from './support/start-server.ts';

closeAfterEachTest();
const server = serverOfFile();
let silent: SilentDesk | null = null;
test.afterEach(async () => {
  await silent?.close();
  silent = null;
});

const WORDS = ['Zyxwabble', 'vexmolder', 'Grobnitschka', 'quiltfrombis'];
const PATIENCE = { timeout: 60_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const history = (page: Page) => page.getByRole('list', { name: 'History' });
const number = (page: Page) => page.getByRole('status', { name: 'Tracking number' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Jumps to a field by its letter and types. */
async function say(page: Page, letter: string, text: string): Promise<void> {
  await page.keyboard.press(`Alt+${letter}`);
  await page.keyboard.type(text);
}

async function openDesk(staffId: string, name: string) {
  const desk = await openWorkstation({ serverUrl: server().url, name });
  await signIn(desk.page, staffId);
  return desk;
}

/** What the office of IT does once for the workstation of somebody who deals with sealed cases. */
function allowSealed({ dataDir }: RunningServer, station: string, departmentCode: string): void {
  execFileSync(process.execPath, ['src-server/index.ts', 'stations', '--data', dataDir, '--station', station, '--hold', `city,sealed:${departmentCode}`]);
}

async function beginComplaint(page: Page, channel: string): Promise<void> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await say(page, 'c', channel);
  await say(page, 's', 'complaint about a city service');
  await press(page, 'Enter');
}

async function issue(page: Page): Promise<string> {
  await press(page, 'Control+Enter');
  await expect(number(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  return number(page).innerText();
}

async function findAndOpen(page: Page, wanted: string): Promise<void> {
  await press(page, 'F3', '/', 'Control+a');
  await page.keyboard.type(wanted);
  const row = page.getByRole('grid', { name: 'Cases' }).getByRole('row', { name: new RegExp(`^${wanted}`) });
  await expect(row).toBeVisible(PATIENCE);
  for (const word of WORDS) await expect(row).not.toContainText(word);
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: `Case ${wanted}` })).toBeFocused();
}

test('misconduct told at one desk is sealed: on no other desk’s disk, gone from this one, and its opening by the supervisor noted once', async () => {
  silent = await openSilentDesk(server(), 'Counter 2');
  const counter = await openDesk('a.rivera', 'Counter 1');
  const { page } = counter;
  await beginComplaint(page, 'Phone');
  await say(page, 'n', 'Zyxwabble Fernández-Villavicencio');
  await say(page, 'l', '7 Grobnitschka Road');
  await say(page, 'd', 'He called me a vexmolder');
  await page.keyboard.press('Alt+0');
  await page.keyboard.type('Somebody');
  await press(page, 'Tab');
  await page.keyboard.type('walsh');
  await press(page, 'Enter');
  await page.keyboard.type('Shouted quiltfrombis at the counter');
  await expect(page.getByText('Only Linh Tran, Human Resources and the City Manager’s office will see this case.')).toBeVisible();
  await expect(page.getByText(/Linh Tran is told and takes it over\. Theodora Walsh will neither see it nor be told\. You .* will not see the case again\./)).toBeVisible();
  await expectAccessible(page);
  const sealed = await issue(page);
  await expect(page.getByRole('button', { name: 'Open the case' })).toBeDisabled();
  await press(page, 'Control+n');
  await beginComplaint(page, 'Phone');
  await say(page, 'd', 'Nobody came');
  await issue(page);

  await expect.poll(() => silent?.holds('Nobody came'), PATIENCE).toBe(true);
  expect(filesWith(silent.dataDir, WORDS)).toEqual([]);
  expect(filesWith(silent.dataDir, ['Nobody came'])).not.toEqual([]); // the search finds what is there
  await press(page, 'Control+n');
  await expect.poll(() => filesWith(counter.dataDir, WORDS), PATIENCE).toEqual([]);

  const office = (await openDesk('l.tran', 'Office of the director')).page;
  allowSealed(server(), 'Office of the director', 'CUSTOMER');
  await office.evaluate(() => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: 'dark', zoom: '125' })));
  await office.reload();
  await expect(office.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await findAndOpen(office, sealed);
  await expect(office.getByText('He called me a vexmolder').first()).toBeVisible();
  await expect(office.getByRole('list', { name: 'Who has opened it' })).toContainText(/^Linh Tran/);
  await expectAccessible(office);
  await press(office, 'n');
  await office.keyboard.type('Will talk with both.');
  await press(office, 'Control+Enter', 'Escape');
  await findAndOpen(office, sealed);
  await expect(office.getByText('Confirmed', { exact: true })).toBeVisible(PATIENCE);
  await expect(history(office)).toContainText('Will talk with both.');
  await expect(history(office).getByText('looked at this sealed case')).toHaveCount(1);
});

test('a letter of complaint names its contact, is acknowledged, told to the supervisor, and sealed once misconduct is reported', async () => {
  const { page } = await openDesk('a.rivera', 'Counter 3');
  await beginComplaint(page, 'Letter');
  await say(page, 'r', 'yesterday');
  await say(page, 'n', 'Guadalupe Fernández-Villavicencio de la Concepción');
  await say(page, 'd', 'My letter about the drain was thrown away');
  await expect(page.getByText('Linh Tran · Customer Service Director · (561) 555-0100')).toBeVisible();
  await say(page, 'm', 'Public Works');
  await expect(page.getByText('Theodora Walsh · Street Maintenance Supervisor · (561) 555-0110')).toBeVisible();
  const taken = await issue(page);
  await press(page, 'Control+o');
  await expect(page.getByRole('region', { name: `Case ${taken}` })).toBeFocused();
  await expect(page.getByRole('region', { name: `Case ${taken}` })).toContainText('Assigned to Theodora Walsh');
  await expect(page.getByText(/^not yet$/)).toBeVisible();
  await expect(page.getByText(/Acknowledgement due/)).toBeVisible();
  await expectAccessible(page);

  await press(page, 'o');
  await expect(dialog(page)).toContainText(taken);
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/· Letter · Ana Rivera$|· Phone call · Ana Rivera$/)).toBeVisible();

  await press(page, 'j');
  await expect(dialog(page)).toContainText('Rubén Delgado Núñez, Public Works Director, is told by mail');
  await page.keyboard.type('Wants to speak with the director');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(history(page)).toContainText('told Rubén Delgado Núñez, who is to look at it');

  await press(page, 'x');
  await expect(dialog(page)).toContainText('The case is sealed, for good. Only Rubén Delgado Núñez, Human Resources and the City Manager’s office will see this case.');
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByText('Say in a few words what is alleged.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('throws letters away, they say');
  await press(page, 'Escape');
  await expect(dialog(page)).toBeHidden();
  await press(page, 'x');
  await page.keyboard.type('walsh');
  await press(page, 'Enter');
  await expect(dialog(page)).toContainText('Theodora Walsh will neither see it nor be told. You will not see this case any more.');
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('Reported. Rubén Delgado Núñez is told and takes it over.').first()).toBeVisible();
  await expect(page.getByRole('region', { name: `Case ${taken}` })).toBeHidden();
  await press(page, 'F3', '/', 'Control+a');
  await page.keyboard.type(taken);
  await expect(page.getByRole('heading', { name: /^Nothing/ })).toBeVisible();
});
