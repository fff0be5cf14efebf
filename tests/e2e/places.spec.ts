import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openDesk, openWorkstation, serverOfFile, signIn } from './support/desk.ts';

closeAfterEachTest();
const server = serverOfFile();

const DEMO_ADDRESSES = join(import.meta.dirname, '..', '..', 'resources', 'demo-addresses.csv');
let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-scans-'));
  chmodSync(folder, 0o755);
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A photograph as a phone held upright writes it: wide, left half red, with the word "turn me" in its head (EXIF orientation 6). */
async function turnedPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 160];
    const drawing = canvas.getContext('2d');
    if (drawing === null) throw new Error('a canvas draws');
    for (const [at, colour] of ['#d00', '#00d'].entries()) {
      drawing.fillStyle = colour;
      drawing.fillRect(at * 160, 0, 160, 160);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** Shown size of a picture, and whether its first row is red. */
const looksOf = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const drawing = canvas.getContext('2d');
    drawing?.drawImage(image, 0, 0);
    const at = (y: number) => [...(drawing?.getImageData(Math.floor(canvas.width / 2), Math.floor(y), 1, 1).data ?? [])];
    const [top, bottom] = [at(canvas.height * 0.1), at(canvas.height * 0.9)];
    return { isUpright: canvas.height > canvas.width, isRedAbove: (top[0] ?? 0) > 120 && (bottom[2] ?? 0) > 120 };
  });

test('a place by keyboard, on a map without a network, with the scan of a letter that one key attaches', async () => {
  const { page } = await openWorkstation({ serverUrl: server().url, name: 'Test desk', env: { PORTREEVE_TEST_CHOSEN_FOLDER: folder, PORTREEVE_TEST_OPENED_FILES: join(folder, '.opened') } });
  await signIn(page, 'a.rivera');
  await press(page, 'F8');
  await field(page, 'Folder the scanner writes to').fill(join(folder, 'nowhere'));
  await page.getByRole('button', { name: 'Save scan folder' }).click();
  await expect(page.getByText(/is not there\. Look whether its network drive is connected/)).toBeVisible();
  await page.getByRole('button', { name: 'Choose folder …' }).press('Enter');
  await expect(field(page, 'Folder the scanner writes to')).toHaveValue(folder);
  await expect(field(page, 'Folder the scanner writes to')).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText('New scans in this folder are offered from now on.');

  await press(page, 'F2', 'Alt+l');
  await expect(async () => {
    await press(page, 'Control+a');
    await page.keyboard.type('410 harb');
    await expect(page.getByRole('option', { name: /410 Harbor Street.*approximate: between 400 and 412/ })).toBeVisible({ timeout: 1_000 });
  }).toPass(); // the list of addresses may still be on its way
  await press(page, 'ArrowDown', 'Enter');
  await expect(field(page, 'Location')).toHaveValue('410 Harbor Street');
  const map = page.getByRole('application', { name: /^Map: 410 Harbor Street\. \d+ open cases within 270 m\.$/ });
  await expect(map).toBeVisible();
  await expect(page.getByRole('list', { name: 'Open cases on the map' }).getByRole('listitem').first()).toContainText('Pothole');
  await map.focus();
  await press(page, '-');
  await expect(page.getByRole('application', { name: /within 440 m/ })).toBeFocused();
  await press(page, 'Control+Shift+ArrowUp', '+');
  await expect(page.getByRole('application', { name: /within 270 m/ })).toBeFocused();
  await expectAccessible(page);

  // Left without choosing, a place that is meant beyond doubt is taken; the units of the house are offered.
  const withUnits = readFileSync(DEMO_ADDRESSES, 'utf8').split('\n').map((line) => line.split(',')).find(([, direction, , , unitType]) => unitType === 'Apartment' && direction === '') ?? [];
  const [number = '', , name = '', type = ''] = withUnits;
  await press(page, 'Alt+l', 'Control+a');
  await page.keyboard.type(`${number} ${name.toLowerCase()} ${type.toLowerCase().slice(0, 3)}.`);
  await press(page, 'Tab');
  await expect(field(page, 'Unit')).toBeFocused();
  await expect(page.getByText(/units are listed$/)).toBeVisible();
  await page.keyboard.type('ap');
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(field(page, 'Unit')).toHaveValue('Apt 2');

  const photo = await turnedPhoto(page);
  writeFileSync(join(folder, 'letter-0031.jpg'), photo.subarray(0, 900));
  await expect(page.getByRole('heading', { name: '1 new scan' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('The scanner is still writing it.')).toBeVisible();
  writeFileSync(join(folder, 'letter-0031.jpg'), photo);
  await expect(page.getByRole('button', { name: 'Attach letter-0031.jpg' })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('.scan-picture[src]')).toBeVisible();
  expect(await looksOf(page, '.scan-picture')).toEqual({ isUpright: true, isRedAbove: true });
  await expectAccessible(page);
  await press(page, 'Control+u');
  await expect(page.getByRole('list', { name: 'Files to attach' })).toContainText('letter-0031.jpg');
  await expect(page.getByRole('heading', { name: /new scan/ })).toHaveCount(0);

  writeFileSync(join(folder, 'flyer.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 3 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
  const flyer = page.getByRole('list', { name: 'New scans' }).getByRole('listitem').filter({ hasText: 'flyer.pdf' });
  await expect(flyer).toContainText('3 pages', { timeout: 15_000 });
  await page.getByRole('button', { name: 'Open flyer.pdf' }).press('Enter');
  await expect.poll(() => (existsSync(join(folder, '.opened')) ? readFileSync(join(folder, '.opened'), 'utf8') : '')).toMatch(/copies.*flyer\.pdf/);
  await page.getByRole('button', { name: 'flyer.pdf is for no case' }).press('Enter');
  await expect(flyer).toHaveCount(0);

  await press(page, 'Alt+p');
  await page.keyboard.type('5615550177');
  await press(page, 'Alt+n');
  await page.keyboard.type('Ola Writer');
  await press(page, 'Alt+s');
  await page.keyboard.type('pothole');
  await expect(page.getByRole('option', { name: /Pothole/ }).first()).toBeVisible();
  await press(page, 'Enter', 'Alt+d');
  await page.keyboard.type('A letter about the corner');
  await press(page, 'Control+Enter');
  const issued = page.getByRole('status', { name: 'Tracking number' });
  await expect(issued).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await press(page, 'Control+o');
  await expect(page.getByRole('region', { name: /^Case / })).toBeVisible();
  const small = page.locator('img.file-thumbnail');
  await expect(small).toBeVisible({ timeout: 15_000 });
  expect(await looksOf(page, 'img.file-thumbnail')).toEqual({ isUpright: true, isRedAbove: true });
  await press(page, 'v');
  await expect(page.locator('.file-view img')).toBeVisible();
  expect(await looksOf(page, '.file-view img')).toEqual({ isUpright: true, isRedAbove: true });
});

test('an administrator takes over a new list of addresses, and it reaches another desk', async () => {
  const { page: admin } = await openWorkstation({ serverUrl: server().url, name: 'Admin desk', env: { PORTREEVE_TEST_SAVE_DIR: folder } });
  await signIn(admin, 'w.ortiz');
  const clerk = await openDesk(server(), 'j.brooks', 'Counter');
  await press(admin, 'F9');
  await admin.getByRole('option', { name: 'Address list' }).click();
  await expect(admin.getByRole('status', { name: 'List in force' })).toContainText('streets: 75');
  await admin.getByRole('button', { name: 'Export CSV …' }).press('Enter');
  await expect(admin.getByRole('status', { name: 'Announcements' })).toContainText('Address list.csv');
  expect(readFileSync(join(folder, 'Address list.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(1_000);
  const csv = `${readFileSync(DEMO_ADDRESSES, 'utf8')}77,,QUARRY,LANE,,,33444,Current,26.53,-80.06,address,,\nx,,QUARRY,LANE,,,33444,Current,26.53,-80.06,address,,\n`;
  await admin.locator('input[type=file]').setInputFiles({ name: 'city.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const dialog = admin.getByRole('dialog', { name: 'Import city.csv' });
  await expect(dialog.getByRole('status', { name: 'What is in the file' })).toContainText('1 new, 0 gone, 0 moved');
  await expect(dialog.getByText(/x is no house number; it was left out/)).toBeVisible();
  await expect(dialog.getByText('77 Quarry Lane')).toBeVisible();
  await expectAccessible(admin);
  await press(admin, 'Control+Enter');
  await admin.getByRole('button', { name: 'Review and publish' }).last().click();
  await expect(admin.getByRole('heading', { name: 'Review and publish' })).toBeVisible();
  await field(admin, 'Why (stands in the list of versions)').fill('Quarry Lane is built');
  await press(admin, 'Control+Enter');
  await press(clerk, 'F2', 'Alt+l');
  await expect(async () => {
    await press(clerk, 'Control+a');
    await clerk.keyboard.type('77 quarr');
    await expect(clerk.getByRole('option', { name: /77 Quarry Lane/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
});
