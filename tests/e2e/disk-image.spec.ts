import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { type Line, openLine } from './support/open-line.ts';
import { takeCall } from './support/take-call.ts';

closeAfterEachTest();
const server = serverOfFile();

let folder = '';
let line: Line;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-disk-image-'));
  line = await openLine(server().url);
});
test.afterEach(async () => {
  await line.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const FIRST = { phone: '5615550171', name: 'Guadalupe Fernández', place: '4 Canal Street', words: 'Water in the cellar' };
const SECOND = { phone: '5615550172', name: 'Siobhan O’Neil', place: '9 Harbor Road', words: 'A tree on the wires' };

test('last week’s disk image is put back and a call is taken with no network: its number is on two slips, its author is told to call back, and it leads to both', async () => {
  const dataDir = join(folder, 'desk');
  const image = join(folder, 'image');
  const open = async () => {
    const workstation = await openWorkstation({ dataDir, serverUrl: line.url, name: 'Counter 1' });
    await signIn(workstation.page, 'a.rivera');
    return workstation;
  };
  const before = await open();
  await expect(before.page.getByRole('grid', { name: 'Cases' }).getByRole('row').nth(3)).toBeVisible({ timeout: 60_000 });
  await before.close();
  cpSync(dataDir, image, { recursive: true, preserveTimestamps: true });

  const lost = await open();
  const number = await takeCall(lost.page, FIRST);
  await lost.page.keyboard.press('F8');
  await expect(lost.page.getByRole('status', { name: 'Unplug' })).toHaveText(/^You can unplug this machine/, { timeout: 60_000 });
  await lost.close();

  // As a disk image does it: the same folder, and everything in it as it was.
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
  cpSync(image, dataDir, { recursive: true, preserveTimestamps: true });
  line.cut();
  const { page } = await open();
  expect(await takeCall(page, SECOND)).toBe(number);

  line.mend();
  await page.keyboard.press('F8');
  const item = page.getByRole('list', { name: 'Needs attention' }).getByRole('listitem').first();
  await expect(item).toContainText(/call back/i, { timeout: 90_000 });
  await expect(item).toContainText(number);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('call-back.png') });

  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(number);
  const rows = page.getByRole('grid', { name: 'Cases' }).getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(2, { timeout: 60_000 });
  await expect(rows.filter({ hasText: FIRST.place })).toHaveCount(1);
  await expect(rows.filter({ hasText: SECOND.place })).toHaveCount(1);
});
