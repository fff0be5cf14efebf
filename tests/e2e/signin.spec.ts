import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { closeAfterEachTest, DEMO_PASSWORD, expectAccessible, focusedName, keptDataDir, openDesk, openServer, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { rowsAreThere } from './support/queue.ts';

closeAfterEachTest();
const server = serverOfFile();

test('without a server, the first start says what it waits for', async () => {
  const { page } = await openWorkstation();
  await expect(page.getByRole('heading', { name: 'Connecting to the server…' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /server/ })).toContainText(/address/);
  await expectAccessible(page);
});

test('signing in: a refusal says what to do, the right password opens the queue, the place for the keyboard is always known', async () => {
  const { page } = await openWorkstation({ serverUrl: server().url });
  await expect(page.getByLabel('Staff ID')).toBeFocused({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Demo city' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Type your staff ID.');
  await expect(page.getByLabel('Staff ID')).toBeFocused();

  await page.keyboard.press('Alt+1');
  await expect(page.getByLabel('Staff ID')).toHaveValue('a.rivera');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('is not right');
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expectAccessible(page);

  await signIn(page, 'A.Rivera');
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([/^New case/, /^Queue/, /^Overdue/, /^Reports/, /^Knowledge/, /^Sync/, /^Administration/]);
  for (const name of ['New case', 'Queue', 'Overdue', 'Reports', 'Knowledge', 'Sync', 'Administration']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('grid', { name: 'Cases' })).toBeFocused();
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
});

test('Ctrl+L locks the window and keeps it; the same person goes on where they were, another begins anew', async () => {
  const page = await openDesk(server(), 'a.rivera');
  const search = page.getByRole('searchbox', { name: 'Search cases' });
  await page.keyboard.press('/');
  await page.keyboard.type('harbor st');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(search).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press('F2'); // no key of the screens acts behind the lock
  await page.keyboard.type('demo-harbor');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('harbor st');
  await expect(search).toBeFocused();

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await signIn(page, 'r.delgado');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'View' })).toHaveValue('myDepartment');
});

test('the lock keeps an open dialog too, with the sentence that was being typed', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await rowsAreThere(page);
  await page.getByRole('grid', { name: 'Cases' }).press('Enter');
  await expect(page.getByRole('list', { name: 'History' })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').first().fill('half a sent');
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Staff ID' })).toHaveValue('a.rivera');
  await page.keyboard.type('demo-harbor');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('ence');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue('half a sentence');
});

test('whoever has signed in here before can do so without the server', async () => {
  const ownServer = await openServer();
  const page = await openDesk(ownServer, 'a.rivera');
  await ownServer.stop();
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText(/^Offline since \d\d:\d\d$/, { timeout: 60_000 });
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await signIn(page, 'a.rivera');
  await expect(page.getByRole('grid', { name: 'Cases' })).toBeFocused();
});

/** A data process that begins when the file PORTREEVE_TEST_BEGIN is there. */
const SLOW_DISK = `
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
while (!existsSync(process.env.PORTREEVE_TEST_BEGIN)) await setTimeout(20);
await import(${JSON.stringify(pathToFileURL(resolve('out/main/data.js')).href)});
`;

test('at a workstation that was ready before, the form is there before the records are open, and what is sent waits for them', async () => {
  const dataDir = keptDataDir();
  const first = await openWorkstation({ serverUrl: server().url, dataDir });
  await signIn(first.page, 'a.rivera');
  await first.close();

  const [begin, slowDisk] = [join(dataDir, 'begin'), join(dataDir, 'slow-disk.mjs')];
  writeFileSync(slowDisk, SLOW_DISK);
  const { page } = await openWorkstation({ dataDir, env: { PORTREEVE_TEST_DATA_ENTRY: slowDisk, PORTREEVE_TEST_BEGIN: begin } });
  await expect(page.getByRole('textbox', { name: 'Staff ID' })).toBeFocused();
  await expect(page.getByText('City of Portreeve Bay')).toBeVisible();
  await page.keyboard.type('a.rivera');
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveAttribute('aria-disabled', 'true');

  writeFileSync(begin, '');
  await expect(page.getByRole('grid', { name: 'Cases' })).toBeFocused({ timeout: 30_000 });
});

test('every action can be found by letters or by its key', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keys on this screen' })).toContainText('Search cases');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Cases' })).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('know');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Knowledge');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Knowledge' })).toBeVisible();
  expect(await focusedName(page)).toBe('Search guides');
  await expectAccessible(page);

  await page.keyboard.press('Control+,');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page);
});
