import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { type Line, openLine } from './support/open-line.ts';
import { takeCall } from './support/take-call.ts';

const server = serverOfFile();
closeAfterEachTest();

let lines: Line[] = [];
test.afterEach(async () => {
  for (const line of lines.splice(0)) await line.close();
  lines = [];
});

interface Desk {
  readonly page: Page;
  readonly line: Line;
}

async function openDesk(staffId: string, name: string): Promise<Desk> {
  const line = await openLine(server().url);
  lines.push(line);
  const { page } = await openWorkstation({ serverUrl: line.url, name });
  await signIn(page, staffId);
  return { page, line };
}

const attention = (page: Page) => page.getByRole('list', { name: 'Needs attention' }).getByRole('listitem');
const row = (page: Page, number: string) => page.getByRole('row', { name: new RegExp(`^${number}`) });
const caseOf = (page: Page, number: string) => page.getByRole('region', { name: `Case ${number}` });
const unplug = (page: Page) => page.getByRole('status', { name: 'Unplug' });

async function search(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(number);
  await expect(row(page, number)).toBeVisible({ timeout: 60_000 });
}

async function openCase(page: Page, number: string): Promise<void> {
  await search(page, number);
  await page.getByRole('searchbox', { name: 'Search cases' }).press('Enter');
  await expect(caseOf(page, number)).toBeFocused();
}

const CALL = { phone: '5615550161', name: 'Nguyễn Thị Minh Khai', place: '9 Canal Street', words: 'A hole by the crossing' };

test('a case says where it stands, on itself and in the queue: saved here, sent, confirmed', async () => {
  const { page, line } = await openDesk('a.rivera', 'Counter 1');
  line.cut();
  await expect(page.getByText(/^Offline since/).first()).toBeVisible({ timeout: 60_000 });
  const number = await takeCall(page, CALL);
  await openCase(page, number);
  await expect(caseOf(page, number).getByText('Saved here', { exact: true })).toBeVisible();
  await search(page, number);
  await expect(row(page, number)).toContainText('Saved here');
  await page.keyboard.press('F8');
  await expect(unplug(page)).toHaveText('Keep it on: 1 entry has not been sent.');
  await expect(page.getByText('1 × new case')).toBeVisible();

  // The server takes it; what it makes of it does not come back.
  line.cut('/sync/v1/pull');
  await page.keyboard.press('s');
  await expect(unplug(page)).toHaveText('Keep it on: 1 entry is sent and not confirmed yet.', { timeout: 60_000 });
  await expectAccessible(page);
  await search(page, number);
  await expect(row(page, number)).toContainText('Sent');
  await openCase(page, number);
  await expect(caseOf(page, number).getByText('Sent', { exact: true })).toBeVisible();

  line.mend();
  await expect(caseOf(page, number).getByText('Confirmed', { exact: true })).toBeVisible({ timeout: 60_000 });
  await search(page, number);
  await expect(row(page, number)).toContainText('Confirmed');
  await page.keyboard.press('F8');
  await expect(unplug(page)).toHaveText(/^You can unplug this machine/);
});

test('what was refused comes back after a reinstall, is handed over by keyboard with a word from whom, and is settled for all', async () => {
  const ana = await openDesk('a.rivera', 'Counter 1');
  const jasmine = await openDesk('j.brooks', 'Counter 2');
  const number = await takeCall(ana.page, CALL);
  await openCase(jasmine.page, number);
  jasmine.line.cut();
  await expect(jasmine.page.getByText(/^Offline since/).first()).toBeVisible({ timeout: 60_000 });
  await jasmine.page.keyboard.press('y');
  await expect(caseOf(jasmine.page, number).getByText('Saved here', { exact: true })).toBeVisible();
  await openCase(ana.page, number);
  await ana.page.keyboard.press('y');
  await expect(caseOf(ana.page, number).getByText('Confirmed', { exact: true })).toBeVisible({ timeout: 60_000 });

  jasmine.line.mend();
  await expect(caseOf(jasmine.page, number).getByText('Needs attention', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(caseOf(jasmine.page, number).getByText(/Something of this case needs a decision/)).toBeVisible();
  await search(jasmine.page, number);
  await expect(row(jasmine.page, number)).toContainText('Needs attention');

  const again = await openDesk('j.brooks', 'Counter 2, new');
  await again.page.keyboard.press('F8');
  const item = attention(again.page).first();
  await expect(item).toContainText('at Counter 2', { timeout: 60_000 });
  await expect(item.getByRole('row', { name: /^Assigned to Jasmine Brooks Ana Rivera Ana Rivera/ })).toBeVisible();
  await expectAccessible(again.page);
  await again.page.keyboard.press('h');
  await expect(again.page.getByLabel('Hand over to')).toBeFocused();
  await again.page.keyboard.type('linh');
  await expect(again.page.getByRole('option', { name: /Linh Tran/ })).toBeVisible();
  await expectAccessible(again.page);
  await again.page.keyboard.press('Enter');
  await again.page.keyboard.press('Control+Enter');
  await expect(again.page.getByText('Handed over. Nothing else needs attention.').first()).toBeAttached();
  await expect(attention(again.page)).toHaveCount(0);

  const linh = await openDesk('l.tran', 'Office');
  await linh.page.keyboard.press('F8');
  await expect(attention(linh.page).first()).toContainText('From Jasmine Brooks', { timeout: 60_000 });
  await linh.page.keyboard.press('d');
  await expect(attention(linh.page)).toHaveCount(0);
  await expect(unplug(linh.page)).toHaveText(/^You can unplug this machine/, { timeout: 60_000 });
  // At the desk where it began the case is an ordinary one again, with what was decided elsewhere.
  await expect(row(jasmine.page, number)).toContainText('Confirmed', { timeout: 90_000 });
  await expect(row(jasmine.page, number)).toContainText('Jasmine Brooks');
});

test('who else has a case open stands on the case and in the queue, and goes silent with the line', async () => {
  const ana = await openDesk('a.rivera', 'Counter 1');
  const jasmine = await openDesk('j.brooks', 'Counter 2');
  const number = await takeCall(ana.page, CALL);
  await search(jasmine.page, number);
  await openCase(ana.page, number);
  await expect(row(jasmine.page, number)).toContainText('Ana Rivera on this case now', { timeout: 60_000 });
  await expectAccessible(jasmine.page);
  await openCase(jasmine.page, number);
  const also = (page: Page) => page.getByRole('status', { name: 'Also on this case' });
  await expect(also(jasmine.page)).toHaveText('Also on this case now: Ana Rivera (Counter 1)');
  await expect(also(ana.page)).toHaveText('Also on this case now: Jasmine Brooks (Counter 2)', { timeout: 60_000 });
  await expectAccessible(ana.page);

  await ana.page.keyboard.press('Escape');
  await expect(also(jasmine.page)).toHaveText('', { timeout: 60_000 });
  await openCase(ana.page, number);
  await expect(also(ana.page)).toHaveText('Also on this case now: Jasmine Brooks (Counter 2)');
  ana.line.cut();
  await expect(also(ana.page)).toHaveText('', { timeout: 60_000 });
  await expect(caseOf(ana.page, number).getByText('Confirmed', { exact: true })).toBeVisible();
});
