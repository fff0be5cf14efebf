import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { startTcpPrinter, type TcpPrinter } from '../../src-data/spool/testing/escpos/tcp-printer.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import { closeAfterEachTest, DEMO_PASSWORD, openServer, openWorkstation, signIn } from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import type { RunningServer } from './support/start-server.ts';
import { takeCall } from './support/take-call.ts';

closeAfterEachTest();

const CASES_IN_THE_STORM = 10;

let folders: string[] = [];
let printers: TcpPrinter[] = [];
test.afterEach(async () => {
  for (const printer of printers) await printer.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  [printers, folders] = [[], []];
});

/** A folder that the database's account may pass through, whoever runs the tests. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-two-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function openDesk(server: RunningServer, staffId: string, name: string): Promise<RunningWorkstation> {
  const workstation = await openWorkstation({ serverUrl: server.url, name, dataDir: freshFolder() });
  await expect(workstation.page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
  await signIn(workstation.page, staffId);
  return workstation;
}

async function withPrinter(desk: RunningWorkstation): Promise<TcpPrinter> {
  const printer = await startTcpPrinter();
  printers.push(printer);
  const { page } = desk;
  await page.keyboard.press('F8');
  await page.getByRole('combobox', { name: 'Printer' }).selectOption('tcp');
  await page.getByLabel('Address').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
  await page.getByRole('button', { name: 'Save printer' }).click();
  return printer;
}

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(text);
}

/** Every case on a workstation's disk, by number, as it stands at this moment. */
function casesOnDisk(desk: RunningWorkstation): Map<string, string> {
  const db = new SqliteDatabase(join(desk.dataDir, 'records.sqlite'), { readonly: true });
  const rows = db.prepare('SELECT document FROM case_document').all() as { document: string }[]; // safe: the column is NOT NULL text
  db.close();
  const documents = rows.map((row) => JSON.parse(row.document) as { trackingNumber: string });
  return new Map(documents.map((document) => [document.trackingNumber, canonicalJson(document)]));
}

/** The numbers of cases that only one of the two has, or has otherwise. */
function casesThatDiffer(one: RunningWorkstation, other: RunningWorkstation): readonly string[] {
  const [here, there] = [casesOnDisk(one), casesOnDisk(other)];
  return [...new Set([...here.keys(), ...there.keys()])].filter((number) => here.get(number) !== there.get(number));
}

test('a case taken at one desk stands on the other, and who is called on it too', async () => {
  const server = await openServer();
  const counter = await openDesk(server, 'a.rivera', 'Counter 1');
  const office = await openDesk(server, 'j.brooks', 'Office');
  const number = await takeCall(counter.page, { phone: '5615550142', name: 'Ana Núñez', place: '12 Elm Street', words: 'Deep hole by the bus stop' });

  await search(office.page, number);
  await expect(office.page.getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible();

  await search(office.page, 'bus stop');
  await expect(office.page.getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible();
});

test(`with the server gone: ${CASES_IN_THE_STORM} cases and ${CASES_IN_THE_STORM} receipts; when it is back, both desks agree`, async () => {
  const dataDir = freshFolder();
  let server = await openServer({ dataDir });
  const counter = await openDesk(server, 'a.rivera', 'Counter 1');
  const office = await openDesk(server, 'j.brooks', 'Office');
  const printer = await withPrinter(counter);

  await server.kill();
  await expect(counter.page.getByText(/Offline since \d/).first()).toBeVisible({ timeout: 60_000 });

  const numbers: string[] = [];
  for (let index = 0; index < CASES_IN_THE_STORM; index += 1) {
    numbers.push(await takeCall(counter.page, { phone: `561555${String(1_000 + index)}`, name: `Caller ${index}`, place: `${index} Storm Street`, words: `Tree down, report ${index}` }));
    await printAndGoOn(counter.page);
  }
  expect(new Set(numbers).size).toBe(CASES_IN_THE_STORM);
  const paper = () => printer.printed().lines.map((line) => line.text).join('\n');
  for (const number of numbers) await expect.poll(paper, { message: `the receipt of ${number}` }).toContain(number);
  await expect(counter.page.getByText(`${CASES_IN_THE_STORM} waiting to send`).first()).toBeVisible();

  server = await openServer({ dataDir, port: server.port });
  await expect(counter.page.getByText('Online').first()).toBeVisible({ timeout: 60_000 });
  await expect(counter.page.getByText('0 waiting to send').first()).toBeVisible();
  for (const number of numbers) {
    await search(office.page, number);
    await expect(office.page.getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible();
  }

  // The server's clock adds to the cases minute by minute, so the desks are looked at until they agree.
  await expect.poll(() => casesThatDiffer(counter, office), { message: 'cases that differ', timeout: 30_000 }).toEqual([]);
  expect([...casesOnDisk(counter).keys()]).toEqual(expect.arrayContaining(numbers.map((number) => number.replaceAll('-', ''))));
  await counter.close();
  await office.close();
  await server.stop();
  expect(printer.printed().cutCount).toBe(CASES_IN_THE_STORM);
});

/** Ctrl+P on the screen of a number just issued. */
async function printAndGoOn(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.press('Control+n');
}

test('somebody who has signed in here before gets in without a network', async () => {
  const server = await openServer();
  const dataDir = freshFolder();
  const first = await openWorkstation({ serverUrl: server.url, dataDir });
  await expect(first.page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
  await signIn(first.page, 'a.rivera');
  await first.close();
  await server.stop();

  const again = await openWorkstation({ serverUrl: server.url, dataDir });
  await again.page.getByLabel('Staff ID').fill('a.rivera');
  await again.page.getByLabel('Password').fill('not the password');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(/is not right/)).toBeVisible();
  await again.page.getByLabel('Password').fill(DEMO_PASSWORD);
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});
