import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openDesk, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { arrowTo, retype, tabTo } from './support/keys-only.ts';
import { savedFile } from './support/saved-files.ts';

closeAfterEachTest();
const server = serverOfFile();

const DIRECTORY = '../shared/data/san-mateo-outside-agencies.csv';
const RULE = 'Standard, finished within 5 business days';

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const effect = (page: Page): Locator => page.getByRole('list', { name: 'What it means' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** F9 and the arrows, from wherever one is in Administration. */
async function goTo(page: Page, place: string): Promise<void> {
  await press(page, 'F9');
  const places = page.getByRole('listbox', { name: 'Parts of Administration' });
  await expect(places).toBeVisible();
  for (let out = 0; out < 4 && (await places.locator(':focus').count()) === 0; out += 1) await press(page, 'Escape');
  await arrowTo(page, 'Parts of Administration', place);
  await expect(page.getByRole('heading', { level: 2, name: place }).first()).toBeVisible();
  await press(page, 'Enter');
}

async function keep(page: Page): Promise<void> {
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText(/^Kept\. /);
}

/** From wherever one is: to the review, the reason, out; and waits until the version holds here. */
async function publish(page: Page, reason: string): Promise<void> {
  await press(page, 'Control+s');
  await expect(page.getByRole('heading', { name: 'Review and publish' })).toBeFocused();
  await expect(effect(page)).toBeVisible();
  await tabTo(page, /^Why \(stands in the list of versions\)/);
  await retype(page, reason);
  await press(page, 'Control+Enter');
  await expect(page.getByText(/^Version \d+ holds now\.$/)).toBeVisible();
}

/** The words of "Why this date?" of the work of a new case about graffiti. */
async function whyOfNewCase(page: Page): Promise<Locator> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await press(page, 'Alt+n');
  await page.keyboard.type('Ana');
  await press(page, 'Alt+s');
  await page.keyboard.type('graffiti');
  await press(page, 'Enter', 'Alt+l');
  await page.keyboard.type('1 Elm Street');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await press(page, 'Control+o');
  const why = page.getByRole('button', { name: 'Why this date?' });
  await expect(why.last()).toBeVisible();
  await why.last().focus();
  await press(page, 'Enter');
  return dialog(page, 'Why this date?');
}

test('a time rule: what it means is shown before, it holds at another desk for new cases only, and it is undone', async () => {
  const [page, other] = await Promise.all([openDesk(server(), 'w.ortiz', 'Administration'), openDesk(server(), 'a.rivera', 'Counter')]);
  await goTo(page, 'Time rules');
  await arrowTo(page, 'time rules', RULE);
  await press(page, 'Enter');
  await tabTo(page, /> Finish within > .*Amount$/);
  await retype(page, '3');
  await expectAccessible(page);
  await keep(page);
  await press(page, 'Control+s');
  await expect(effect(page)).toContainText(/^New cases get other dates: under these rules \d+ due dates of the \d+ open cases here would be different \(\d+ earlier\)\. None of them moves: each keeps the rules it was received under\./);
  await expectAccessible(page);
  await publish(page, 'Council resolution 2026-41');

  const why = await whyOfNewCase(other);
  await expect(why).toContainText(`The city’s rules, version 2: ${RULE}`);
  await expect(why).toContainText(/3 business days/);
  await press(other, 'Escape');

  await goTo(page, 'Versions');
  await expect(page.getByRole('option', { name: /^Version 2/ })).toContainText('Council resolution 2026-41');
  await arrowTo(page, 'Versions', 'Version 2');
  await press(page, 'Enter');
  await tabTo(page, 'Undo this version');
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Review and publish' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText(/3 business days.*5 business days/s);
  await publish(page, 'Undoes version 2');
  await expect(page.getByText('Version 3 holds now.', { exact: true })).toBeVisible();
  await expect(await whyOfNewCase(other)).toContainText(/rules, version 3: .*5 business days/s);

  await goTo(page, 'Workstations'); // of which one brought the cases of the demo city
  await expect(page.getByRole('status', { name: 'How many' })).toHaveText('3 workstations.');
  await tabTo(page, /^Shut out: Counter, st-/);
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await tabTo(page, 'Shut it out');
  await press(page, 'Enter');
  await expect(page.getByRole('row', { name: /^Counter/ })).toContainText('Is shut out');
  await press(other, 'Escape', 'F8', 's');
  await expect(other.getByText('An administrator has blocked this workstation.')).toBeVisible();
  await tabTo(page, /^Let in again: Counter, st-/);
  await press(page, 'Enter');
  await expect(page.getByRole('status', { name: 'How many' })).toHaveText('3 workstations.');
  await press(other, 's');
  await expect(other.getByRole('status', { name: 'Connection' })).toContainText('Online');
});

test('a file with a mistake is refused with the place it is in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const { page } = await openWorkstation({ serverUrl: server().url, env: { PORTREEVE_TEST_SAVE_DIR: folder } });
    await signIn(page, 'w.ortiz');
    await goTo(page, 'Import and export');
    await tabTo(page, 'Export the whole configuration');
    await press(page, 'Enter');
    const exported = await savedFile(folder);
    const text = readFileSync(exported, 'utf8');
    const mistaken = join(folder, 'mistaken.json');
    writeFileSync(mistaken, text.replace('"policyCode": "WEEK"', '"policyCode": "WEAK"'));
    expect(readFileSync(mistaken, 'utf8')).not.toBe(text);

    const choose = page.getByLabel('Choose a configuration file').last();
    await choose.setInputFiles(mistaken);
    await expect(page.getByRole('alert')).toContainText('mistaken.json was not taken: 1 thing in it has to be put right.');
    await expect(page.getByRole('list', { name: 'What has to be put right' })).toHaveText(/^Line \d+: The service “Pothole”: It names the time rule “WEAK”, which is not there\. /);
    await expect(page.getByRole('status', { name: 'Changes' })).toHaveText('Nothing to publish');
    await expectAccessible(page);
    await choose.setInputFiles(exported);
    await expect(page.getByText(/says what is set already: there is nothing to change\.$/)).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the agencies of a county come in from its own file', async () => {
  test.skip(!existsSync(DIRECTORY), `${DIRECTORY} is not beside this clone`);
  const { page } = await openWorkstation({ serverUrl: server().url });
  await signIn(page, 'w.ortiz');
  await goTo(page, 'Outside agencies');
  await page.getByLabel('Import CSV …').last().setInputFiles(DIRECTORY);
  const found = dialog(page, 'Import san-mateo-outside-agencies.csv');
  await expect(found.getByRole('status', { name: 'What is in the file' })).toHaveText(/^\d{3} new, 0 changed, 0 as they are, 0 rejected\.$/);
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0); // the library's word about a button that was busy and is gone
  await expectAccessible(page);
  const added = Number(/^(\d+) new/.exec((await found.getByRole('status').textContent()) ?? '')?.[1]);
  await press(page, 'Control+Enter');
  await expect(found).toBeHidden();
  await press(page, 'Control+s');
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText(`Outside agencies: ${added} new`);
  await expectAccessible(page);
  await publish(page, 'County directory');
  await goTo(page, 'Outside agencies');
  await press(page, '/');
  await page.keyboard.type('lawyer referral');
  await expect(page.getByRole('listbox', { name: 'agencies' }).getByRole('option').first()).toContainText('San Mateo County Bar Association');
  expect(added).toBeGreaterThan(400);
});

test('a holiday of the city’s own is skipped in the dates of new cases, and “Why this date?” names it', async () => {
  const page = await openDesk(server(), 'w.ortiz');
  await goTo(page, 'Workstations');
  await expect(page.getByRole('row', { name: /\(this one\)/ })).toBeVisible();
  await expectAccessible(page);
  await goTo(page, 'Calendars');
  await arrowTo(page, 'calendars', 'City Hall, Monday to Friday');
  await press(page, 'Enter');
  await tabTo(page, /Add day at the end of Holidays, short days, days open$/);
  await press(page, 'Enter');
  await expect(page.locator('[data-pane="form"] input[type="date"]').last()).toBeFocused();
  const day = nextWorkingDay();
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`);
  await press(page, 'Tab');
  await tabTo(page, /> Name$/);
  await page.keyboard.type('Founders’ Day');
  await keep(page);
  await publish(page, 'Founders’ Day');
  await expect(await whyOfNewCase(page)).toContainText(/Not counted: .*\(Founders’ Day\)/);
  await expectAccessible(page);
});

test('somebody new signs in with a first password, and stands in for whoever is away', async () => {
  const page = await openDesk(server(), 'w.ortiz');
  await goTo(page, 'Staff');
  await press(page, 'n');
  await tabTo(page, 'Staff ID');
  await page.keyboard.type('g.new');
  await tabTo(page, 'Name');
  await page.keyboard.type('Gwendolyn Newcomer');
  await keep(page);
  await publish(page, 'Gwendolyn begins');
  await goTo(page, 'Staff');
  await arrowTo(page, 'staff', 'Gwendolyn Newcomer');
  await press(page, 'Enter');
  await tabTo(page, 'Give a first password');
  await press(page, 'Enter');
  await expect(page.getByLabel('Your own password')).toBeFocused();
  await page.keyboard.type('demo-harbor');
  await press(page, 'Control+Enter');
  const shown = page.getByRole('status', { name: 'Password' });
  await expect(shown).toHaveText(/\S{8,}/);
  await expectAccessible(page);
  const password = ((await shown.textContent()) ?? '').trim();
  await press(page, 'Enter');

  await goTo(page, 'Delegations');
  await press(page, 'n');
  const standIn = dialog(page, 'Name a stand-in');
  await tabTo(page, 'Who is away');
  await retype(page, 'rivera');
  await press(page, 'Enter');
  await tabTo(page, 'Who stands in');
  await page.keyboard.type('Gwendolyn');
  await press(page, 'Enter', 'Control+Enter');
  await expect(standIn).toBeHidden();
  await expect(page.getByRole('heading', { name: /Gwendolyn Newcomer/ })).toContainText('Ana Rivera');
  await expectAccessible(page);

  const { page: theirs } = await openWorkstation({ serverUrl: server().url, name: 'New desk' });
  await theirs.getByLabel('Staff ID').fill('g.new', { timeout: 60_000 });
  await theirs.getByLabel('Password').fill(password);
  await press(theirs, 'Enter');
  await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await goTo(theirs, 'Delegations');
  await expect(theirs.getByRole('heading', { name: /Gwendolyn Newcomer/ })).toContainText('Ana Rivera');
});

/** `2026-11-23`: the next Monday to Friday in the city that is not already a holiday. */
function nextWorkingDay(): string {
  for (let days = 1; ; days += 1) {
    const at = new Date(Date.now() + days * 86_400_000);
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday >= 1 && weekday <= 3) return date; // no holiday of the demo city in these weeks falls on Monday to Wednesday but May and September
  }
}
