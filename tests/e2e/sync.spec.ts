import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openDesk, openServer, openWorkstation, signIn } from './support/desk.ts';
import { cases, rowsAreThere } from './support/queue.ts';

closeAfterEachTest();

const OFFLINE = /^Offline since \d\d:\d\d$/;
const connection = (page: Page) => page.getByRole('status', { name: 'Connection' });
const attention = (page: Page) => page.getByRole('list', { name: 'Needs attention' }).getByRole('listitem');

/** Takes the first two cases that are nobody's. */
async function takeTwo(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'View' }).selectOption('unassigned');
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('trackingNumber');
  const grid = cases(page);
  await expect(grid.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending'); // no rows of the list before
  await rowsAreThere(page);
  for (const key of ['Home', 'Space', 'Shift+ArrowDown']) await grid.press(key);
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
  await grid.press('y');
}

test('what two desks took at once, with no server, needs attention at the second, with both values and one key for each way on', async () => {
  const dataDir = keptServerFolder();
  const server = await openServer({ dataDir });
  const ana = await openDesk(server, 'a.rivera', 'Ana');
  const jasmine = await openDesk(server, 'j.brooks', 'Jasmine');
  await server.stop();
  for (const page of [ana, jasmine]) {
    await expect(connection(page)).toHaveText(OFFLINE, { timeout: 60_000 });
    await takeTwo(page);
    await expect(page.getByText('2 waiting to send')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(connection(page)).toHaveText(OFFLINE);
    await expect(page.getByText('2 waiting to send')).toBeVisible();
    await expectAccessible(page);
  }

  await openServer({ dataDir, port: server.port });
  for (const page of [ana, jasmine]) {
    await page.keyboard.press('s');
    await expect(connection(page)).toHaveText('Online', { timeout: 60_000 });
    await expect(page.getByText('0 waiting to send')).toBeVisible();
  }
  await expect(attention(ana)).toHaveCount(0);
  await expect(attention(jasmine)).toHaveCount(2);
  await expect(attention(jasmine).first().getByRole('row', { name: /^Assigned to Jasmine Brooks Ana Rivera/ })).toBeVisible();
  await expectAccessible(jasmine);

  await jasmine.keyboard.press('n');
  await expect(attention(jasmine)).toHaveCount(1);
  await jasmine.keyboard.press('x');
  await expect(jasmine.getByRole('alertdialog', { name: 'Drop this entry?' })).toBeVisible();
  await expectAccessible(jasmine);
  await jasmine.keyboard.press('Enter');
  await expect(attention(jasmine)).toHaveCount(0);
  await expect(jasmine.getByText('You can unplug this machine')).toBeVisible({ timeout: 60_000 });
});

test('diagnostics for IT can be saved, and name nobody', async () => {
  const server = await openServer();
  const { app, page, dataDir } = await openWorkstation({ serverUrl: server.url });
  await signIn(page, 'a.rivera');
  const file = join(dataDir, 'diagnostics.txt');
  // Answers the system's question of where to save, which no test can press.
  await app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, file);
  await page.keyboard.press('F8');
  await expect(connection(page)).toHaveText('Online', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Save diagnostics' }).press('Enter');
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : ''), { timeout: 30_000 }).toContain('"connection": "online"');
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/Rivera|a\.rivera/);
});
