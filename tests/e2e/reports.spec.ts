import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { monthAt, monthName, monthsLater } from '../../src-shared/reports/report-month.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { openLine } from './support/open-line.ts';
import { pdfSheet, pdfText } from './support/read-pdf.ts';
import { takeCasesElsewhere } from './support/side-desk.ts';

closeAfterEachTest();
const server = serverOfFile();

const CITY_ZONE = 'America/New_York';
const FINISHED = monthsLater(monthAt(utcMs(Date.now()), CITY_ZONE), -1);
const IN_IT = Date.parse(`${FINISHED}-15T16:00:00Z`);
const BEFORE_IT = Date.parse(`${monthsLater(FINISHED, -1)}-15T16:00:00Z`);

let numbers: readonly string[] = [];
test.beforeAll(async () => {
  numbers = await takeCasesElsewhere(server(), [
    { serviceCode: 'POTHOLE', receivedAt: IN_IT, place: '1 Elm Street' },
    { serviceCode: 'POTHOLE', receivedAt: IN_IT + 60_000, place: '2 Elm Street' },
    { serviceCode: 'POTHOLE', receivedAt: BEFORE_IT, place: '3 Elm Street' },
  ]);
});

const received = (page: Page): Locator => page.getByRole('list', { name: 'The month in short' }).getByRole('button', { name: /^Received/ });
const month = (page: Page): Locator => page.getByRole('combobox', { name: 'Month' });

async function openReports(page: Page): Promise<void> {
  await page.keyboard.press('F6');
  await expect(page.getByRole('heading', { name: 'Monthly report' })).toBeFocused();
  await expect(received(page)).toBeVisible();
}

/** What the line below the title says is shown. */
const about = (page: Page): Locator => page.getByText(/ · (Whole city|.+ · sealed|.+ · with)/).first();

test('the office reads a month, the cases behind a figure, and takes it away as PDF and CSV, by keys alone', async () => {
  const saved = mkdtempSync(join(tmpdir(), 'portreeve-saved-'));
  try {
    const { page } = await openWorkstation({ serverUrl: server().url, env: { PORTREEVE_TEST_SAVE_DIR: saved } });
    await signIn(page, 'h.whitaker');
    await openReports(page);
    await expect(month(page)).toHaveValue(FINISHED);
    await expectAccessible(page);

    await page.keyboard.press('[');
    await expect(month(page)).toHaveValue(monthsLater(FINISHED, -1));
    await page.keyboard.press(']');
    await expect(about(page)).toContainText(monthName(FINISHED));

    const whole = page.getByRole('grid', { name: 'Cases', exact: true });
    const figure = whole.getByRole('button', { name: /^\d+, Received, / });
    const count = Number(/^(\d+)/.exec((await figure.textContent()) ?? '')?.[1]);
    await figure.focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('grid', { name: 'Cases behind the figure' });
    await expect(list).toBeFocused();
    await expect(page.getByRole('status', { name: 'Number of entries' })).toHaveText(`${count} cases`);
    await expect(list.getByRole('row')).toHaveCount(count + 1);
    for (const number of numbers.slice(0, 2)) await expect(list.getByRole('rowheader', { name: number })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: /^Case \d/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(figure).toBeFocused();

    await page.keyboard.press('v');
    await expect.poll(() => readdirSync(saved)).toEqual([`Monthly report ${FINISHED}.csv`]);
    const lines = readFileSync(join(saved, `Monthly report ${FINISHED}.csv`), 'utf8').split('\r\n');
    expect(lines.find((line) => line.includes(',All,,All,') && line.includes(',Received,'))).toContain(`,Received,${count},`);
    await expect(page.getByRole('group', { name: 'Charts' })).toBeVisible();
    await page.keyboard.press('d');
    await expect.poll(() => readdirSync(saved)).toContain(`Monthly report ${FINISHED}.pdf`);
    const pdf = join(saved, `Monthly report ${FINISHED}.pdf`);
    await expect.poll(() => pdfText(pdf)).toContain(`Monthly report, ${monthName(FINISHED)}`);
    expect(pdfSheet(pdf)).toMatchObject({ isTagged: true });
    expect(pdfText(pdf)).toContain(`Received ${count}`);
  } finally {
    rmSync(saved, { recursive: true, force: true });
  }
});

test('a link opens the month of a department; what came in late is named beside what was sent', async () => {
  const { app, page } = await openWorkstation({ serverUrl: server().url });
  await signIn(page, 'h.whitaker');
  await app.evaluate(({ app: electron }, link) => electron.emit('second-instance', {}, ['portreeve', link], '', { argv: [link] }), `portreeve://report/${FINISHED}/STREETS`);
  await expect(page.getByRole('combobox', { name: 'Department' })).toHaveValue('STREETS');
  await expect(about(page)).toContainText('Public Works');
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Department' })).toBeFocused();
  await page.keyboard.type('Whole');
  await expect(about(page)).toContainText('Whole city');

  // The server draws the finished month up (it has no mail server, and says so) some seconds after its start; then a letter of that month is typed in.
  await page.getByRole('checkbox', { name: 'Without sealed cases, as sent' }).check();
  const note = page.getByText(/No figure has changed since|figures have changed/);
  await expect(async () => {
    await page.getByRole('button', { name: 'Count again' }).press('Enter');
    await expect(note).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(note).toHaveText(/^Drawn up .+ and not mailed yet\. No figure has changed since\.$/);
  await takeCasesElsewhere(server(), [{ serviceCode: 'POTHOLE', receivedAt: IN_IT + 120_000, place: '9 Elm Street' }]);
  await page.getByRole('button', { name: 'Count again' }).press('Enter');
  await expect(note).toContainText(/ figures have changed, by what came in late or was put right: .*Received (\d+) → \d+/);
  await expect(page.getByRole('grid', { name: 'Cases', exact: true }).getByRole('columnheader', { name: /^As drawn up / })).toBeVisible();
  await expectAccessible(page);
  const today = (await received(page).textContent()) ?? '';
  await page.getByRole('combobox', { name: 'Figures' }).selectOption('kept');
  await expect(page.getByText('As it was drawn up, with what was known on')).toBeVisible();
  await expect(received(page)).not.toHaveText(today);
});

test('without the server it says what it was counted from; dark, high contrast and a quarter larger are free of violations', async () => {
  const line = await openLine(server().url);
  try {
    const { page } = await openWorkstation({ serverUrl: line.url });
    await signIn(page, 'r.delgado');
    await openReports(page);
    await expect(about(page)).toContainText('Public Works');
    line.cut();
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Offline');
    await page.getByRole('button', { name: 'Count again' }).press('Enter');
    await expect(page.getByText(/Counted on this workstation, because the server cannot be reached/)).toBeVisible();
    for (const theme of ['dark', 'highContrast']) {
      await page.evaluate((chosen) => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: chosen, zoom: '125' })), theme);
      await page.reload();
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      await openReports(page);
      await expect(page.getByRole('group', { name: 'Charts' })).toBeVisible();
      await expectAccessible(page);
    }
    await received(page).press('Enter');
    await expect(page.getByRole('grid', { name: 'Cases behind the figure' })).toBeVisible();
    await expectAccessible(page);
  } finally {
    await line.close();
  }
});
