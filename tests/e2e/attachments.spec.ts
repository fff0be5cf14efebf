import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { closeAfterEachTest, expectAccessible, openServer, openWorkstation, signIn } from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import type { RunningServer } from './support/start-server.ts';
import { takeCall } from './support/take-call.ts';

closeAfterEachTest();

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-files-'));
  chmodSync(folder, 0o755);
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function openDesk(server: RunningServer, staffId: string, name: string, dataDir?: string): Promise<RunningWorkstation> {
  const env = { PORTREEVE_TEST_OPENED_FILES: join(folder, `${name}-opened`), PORTREEVE_TEST_SAVE_DIR: folder };
  const workstation = await openWorkstation({ serverUrl: server.url, name, env, ...(dataDir === undefined ? {} : { dataDir }) });
  await expect(workstation.page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
  await signIn(workstation.page, staffId);
  return workstation;
}

async function openCase(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(number);
  await page.getByRole('row', { name: new RegExp(`^${number}`) }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toBeVisible();
}

/** A photograph of 1600 x 1000: sky, street and a hole in it. `isGrainy`: too large to be fetched before anybody asks. */
function photo(isGrainy = false): Buffer {
  const png = new PNG({ width: 1600, height: 1000 });
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const isHole = (x - 800) ** 2 / 4 + (y - 750) ** 2 < 22_000;
      const [red, green, blue] = isHole ? [40, 34, 30] : y < 480 ? [120 + y / 6, 170 + y / 8, 225] : [120 + ((x * 7 + y * 13) % 17), 118, 112];
      const grain = isGrainy ? Math.imul(x * 1_000 + y, 2_654_435_761) >>> 26 : 0;
      png.data.set([red - grain / 2, green - grain, blue - grain / 3, 255], 4 * (y * png.width + x));
    }
  }
  return PNG.sync.write(png);
}

const attach = (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
const file = (page: Page, name: string) => page.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });

test('a photo attached at the counter is seen at another desk, small and large, by keyboard alone', async () => {
  const server = await openServer();
  const counter = await openDesk(server, 'a.rivera', 'Counter');
  const number = await takeCall(counter.page, { phone: '5615550142', name: 'Ana Núñez', place: '12 Elm Street', words: 'Hole, with a photo' });
  await openCase(counter.page, number);
  await attach(counter.page, 'hole.png', 'image/png', photo());
  await expect(counter.page.getByRole('img', { name: 'hole.png' })).toBeVisible();
  await attach(counter.page, 'letter.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
  await expect(file(counter.page, 'hole.png').getByText('At the server', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(counter.page);

  const office = await openDesk(server, 'j.brooks', 'Office');
  const { page } = office;
  await openCase(page, number);
  await expect(page.getByRole('img', { name: 'hole.png' }), 'the small picture comes before the large one').toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: 'hole.png' });
  await expect(dialog.getByRole('img', { name: 'hole.png' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => dialog.getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600);
  await expect(dialog.getByText('Fits the window')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Picture hole.png' })).toBeFocused();
  await page.keyboard.press('+');
  await expect(dialog.getByText('100 % of its own size')).toBeVisible();
  await page.keyboard.press('0');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Next file' }).press('Enter');
  const letter = page.getByRole('dialog', { name: 'letter.pdf' });
  await expect(letter.getByRole('button', { name: 'Open in the system’s viewer' })).toBeEnabled({ timeout: 60_000 });
  await letter.getByRole('button', { name: 'Open in the system’s viewer' }).press('Enter');
  await expect.poll(() => readOpened('Office')).toMatch(/copies.*letter\.pdf$/);
  expect(readFileSync(readOpened('Office'), 'utf8')).toBe('%PDF-1.4\n%%EOF\n');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toBeVisible();
});

function readOpened(name: string): string {
  try {
    return readFileSync(join(folder, `${name}-opened`), 'utf8').trim();
  } catch {
    return '';
  }
}

test('a program is refused by what it is, not by its name; so is what is too large', async () => {
  const server = await openServer();
  const { page } = await openDesk(server, 'a.rivera', 'Counter');
  const number = await takeCall(page, { phone: '5615550143', name: 'Lee', place: '1 Oak Street', words: 'No photo' });
  await openCase(page, number);
  await attach(page, 'photo.jpg', 'image/jpeg', Buffer.from('MZ\x90\0 this program cannot be run in DOS mode'));
  await expect(page.getByRole('alert')).toContainText('photo.jpg: This is a program');
  await expect(page.getByRole('alert')).toContainText('Pictures (JPEG');
  await attach(page, 'scan.pdf', 'application/pdf', Buffer.alloc(26_500_000, '%PDF-1.4 '));
  await expect(page.getByRole('alert')).toContainText('The file has 26.5 MB; a file may have at most 25.0 MB.');
  await expect(page.getByRole('list', { name: 'Files' })).toHaveCount(0);
});

test('with the network gone a file is kept, seen here, and said to be here alone; elsewhere a sentence says that it is not there', async () => {
  const server = await openServer();
  const counter = await openDesk(server, 'a.rivera', 'Counter');
  const office = await openDesk(server, 'j.brooks', 'Office');
  const number = await takeCall(counter.page, { phone: '5615550144', name: 'Kim', place: '3 Elm Street', words: 'Photo on the way' });
  await openCase(counter.page, number);
  await attach(counter.page, 'hole.png', 'image/png', photo(true));
  await expect(file(counter.page, 'hole.png').getByText('At the server', { exact: true })).toBeVisible({ timeout: 60_000 });
  await openCase(office.page, number);
  await expect(office.page.getByRole('img', { name: 'hole.png' })).toBeVisible({ timeout: 60_000 });
  await server.kill();
  await expect(counter.page.getByText(/Offline since \d/).first()).toBeVisible({ timeout: 60_000 });
  await expect(office.page.getByText(/Offline since \d/).first()).toBeVisible({ timeout: 60_000 });
  writeFileSync(join(folder, 'note.txt'), 'gate code 4711');
  await attach(counter.page, 'note.txt', 'text/plain', Buffer.from('gate code 4711'));
  await expect(file(counter.page, 'note.txt').getByText('On this workstation only')).toBeVisible();
  await counter.page.getByRole('button', { name: 'Open note.txt' }).press('Enter');
  await expect(counter.page.getByRole('dialog', { name: 'note.txt' }).getByText('gate code 4711')).toBeVisible();
  await office.page.getByRole('button', { name: 'Open hole.png' }).press('Enter');
  await expect(office.page.getByRole('dialog', { name: 'hole.png' }).getByText('there is no network now')).toBeVisible();
});
