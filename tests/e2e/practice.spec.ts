import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openServer, openWorkstation, signIn } from './support/desk.ts';
import { cases, rowsAreThere } from './support/queue.ts';
import { pdfText } from './support/read-pdf.ts';
import { savedFile } from './support/saved-files.ts';

closeAfterEachTest();

/** A server's address that only counts who comes. */
async function openTrap(): Promise<{ readonly url: string; readonly asked: readonly string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const trap = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const { port } = trap.address() as AddressInfo; // safe: it listens on a port
  return { url: `http://127.0.0.1:${port}`, asked, close: () => new Promise((resolve) => trap.close(() => resolve())) };
}

async function say(page: Page, letter: string, text: string): Promise<void> {
  await page.keyboard.press(`Alt+${letter}`);
  await page.keyboard.type(text);
}

const caseCount = (page: Page) => page.getByText(/^[\d,]+ cases?$/);

/** All cases in the queue, and what it finds of a text; `caseCount` is theirs a moment later. */
async function askQueue(page: Page, search: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('combobox', { name: 'View' }).selectOption('all');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(search);
  await expect(cases(page)).not.toHaveAttribute('aria-busy');
}

test('practice: a window of its own, a call taken and checked, and nothing of it at the server, in the real queue or on paper', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-practice-'));
  const [dataDir, saveDir] = [join(folder, 'desk'), mkdtempSync(join(folder, 'saved-'))];
  const [server, trap] = [await openServer(), await openTrap()];
  try {
    const real = await openWorkstation({ serverUrl: server.url, name: 'Agent desk', dataDir });
    await signIn(real.page, 'a.rivera');
    await rowsAreThere(real.page);
    await askQueue(real.page, '');
    const before = await caseCount(real.page).innerText();
    await real.page.getByRole('button', { name: 'Ana Rivera' }).press('Enter');
    await real.page.getByRole('menuitem', { name: 'Practice mode' }).press('Enter');
    await expect.poll(() => existsSync(join(dataDir, 'practice', 'practice.sqlite')), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => existsSync(join(dataDir, 'practice', 'hand-over.json')), { timeout: 60_000 }).toBe(false);
    await real.close(); // and the window it had opened, with it

    const { page, close } = await openWorkstation({ serverUrl: trap.url, dataDir, isPractice: true, env: { PORTREEVE_SERVER_URL: trap.url, PORTREEVE_TEST_SAVE_DIR: saveDir } });
    await expect(page.getByRole('complementary', { name: 'Practice mode' })).toContainText('Practice: nothing here is real');
    await expect(page).toHaveTitle('Practice: nothing here is real');
    await signIn(page, 'a.rivera');
    await rowsAreThere(page);
    await expect(cases(page).getByRole('rowheader').first()).toHaveText(/^99-9999-/);
    await expectAccessible(page);

    await page.keyboard.press('F5');
    const practice = page.getByRole('region', { name: 'Practice', exact: true });
    await expect(practice).toContainText('this is Marta Quill');
    const place = /in front of (.+?)\. I noticed/.exec(await practice.innerText())?.[1] ?? '';
    const phone = /call me back at (.+?)\. No/.exec(await practice.innerText())?.[1] ?? '';
    await page.keyboard.press('Control+j');
    await expect(practice).toContainText('No case has been taken since this call began.');
    await page.keyboard.press('F2');
    await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
    await say(page, 'p', phone);
    await say(page, 's', 'hole in road');
    await page.keyboard.press('Enter');
    await say(page, 'l', place);
    await say(page, 'd', 'There is a deep hole in the road');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^99-9999-\d{4}$/);
    await page.keyboard.press('Control+j');
    const verdict = page.getByRole('status', { name: 'How it went' });
    await expect(verdict).toContainText('Nearly. One thing would have been missed.');
    await expect(verdict).toContainText('The name is missing or different: Marta Quill.');
    await expectAccessible(page);

    await page.keyboard.press('Control+p');
    expect(pdfText(await savedFile(saveDir)).match(/PRACTICE: NOT A REAL RECEIPT/g)).toHaveLength(2);

    await practice.getByRole('button', { name: 'Take this call again' }).press('Enter');
    await page.keyboard.press('F3');
    await page.keyboard.press('F2');
    await say(page, 'n', 'Marta Quill');
    await say(page, 'p', phone);
    await say(page, 's', 'hole in road');
    await page.keyboard.press('Enter');
    await say(page, 'l', place);
    await say(page, 'd', 'There is a deep hole in the road');
    await page.keyboard.press('Control+Enter');
    const number = await page.getByRole('status', { name: 'Tracking number' }).innerText();
    await page.keyboard.press('Control+j');
    await expect(verdict).toContainText('Well done. That is just what the citizen needed.');

    await practice.getByRole('button', { name: 'End the call' }).press('Enter');
    await expect(practice).toContainText('1 of 8 done');
    await practice.getByRole('button', { name: 'Begin practice anew' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Begin practice anew' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(practice).toContainText('0 of 8 done');
    await close();
    expect(trap.asked).toEqual([]);

    const again = await openWorkstation({ serverUrl: server.url, name: 'Agent desk', dataDir });
    await signIn(again.page, 'a.rivera');
    await rowsAreThere(again.page);
    await askQueue(again.page, '');
    await expect(caseCount(again.page)).toHaveText(before);
    await askQueue(again.page, number);
    await expect(caseCount(again.page)).toHaveText('0 cases');
    await expect(again.page.getByText('0 waiting to send')).toBeVisible();
  } finally {
    await trap.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
