import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openDesk, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { caseRows, cases, rowsAreThere } from './support/queue.ts';

closeAfterEachTest();
const server = serverOfFile();

/** The row that the arrows stand on: its tracking number, and where it is on the glass. Read in one go: rows come and go. */
function cursor(page: Page): Promise<{ readonly number: string; readonly top: number }> {
  return cases(page).evaluate((grid) => {
    const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    const number = row?.querySelector('[role=rowheader]')?.textContent?.slice(0, 12) ?? 'no row';
    return { number, top: Math.round(row?.getBoundingClientRect().top ?? -1) };
  });
}

test('the queue is read and moved through by keyboard, and each row begins with its number', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await rowsAreThere(page);
  await expect(page.getByText(/^\d+ cases$/)).toBeVisible();
  await expect(caseRows(page).first()).toHaveAccessibleName(/^\d\d-\d{4}-\d{4} /);
  await expectAccessible(page);

  const first = await cursor(page);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  const third = await cursor(page);
  expect(third.top).toBeGreaterThan(first.top);
  await page.keyboard.press('k');
  await page.keyboard.press('Home');
  expect(await cursor(page)).toEqual(first);

  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(cases(page).getByRole('row', { selected: true })).toHaveCount(3);
  await expect(page.getByText('3 selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(cases(page).getByRole('row', { selected: true })).toHaveCount(0);

  await page.keyboard.press('End');
  const last = await cursor(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Case ${last.number}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cases(page)).toBeFocused();
  expect((await cursor(page)).number).toBe(last.number);
});

test('search finds words in any view, opens a whole number, and tells a mistyped one at once', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await page.getByRole('combobox', { name: 'View' }).selectOption('all');
  await rowsAreThere(page);
  await cases(page).press('Home');
  const { number } = await cursor(page);
  const wrongEnd = String((Number(number.at(-1)) + 1) % 10);

  await page.getByRole('link', { name: 'Queue', exact: true }).focus();
  await page.keyboard.press('/');
  await page.keyboard.type(number.slice(0, -1) + wrongEnd);
  const search = page.getByRole('searchbox', { name: 'Search cases' });
  await expect(search).toHaveAccessibleDescription(/Mistyped/);
  await expect(page.getByRole('heading', { name: 'No case can have that number' })).toBeVisible();
  await expectAccessible(page);

  await search.fill('no such words anywhere');
  await expect(page.getByText('0 cases')).toBeVisible();
  await expect(page.getByText('Nothing in “All” fits that search')).toBeVisible();
  await expectAccessible(page);

  await search.fill('coral avenue');
  await expect(caseRows(page).first()).toContainText(/coral avenue/i);
  await page.keyboard.press('Enter');
  await expect(cases(page)).toBeFocused();

  await search.fill(number.replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: `Case ${number}` })).toBeVisible();
});

test('a case that somebody else takes appears, and the row under the cursor does not move', async () => {
  const reader = await openDesk(server(), 'l.tran', 'Reader');
  const counter = await openDesk(server(), 'a.rivera', 'Counter');
  await reader.getByRole('combobox', { name: 'View' }).selectOption('all');
  await reader.getByRole('combobox', { name: 'Sort' }).selectOption('receivedNewest');
  await rowsAreThere(reader);
  await cases(reader).focus();
  for (const key of ['Home', 'j', 'j', 'j']) await reader.keyboard.press(key);
  const before = await cursor(reader);
  const number = await takeCase(counter);
  await expect(cases(reader).getByRole('row', { name: new RegExp(`^${number} `) })).toHaveCount(1, { timeout: 30_000 });
  expect(await cursor(reader)).toEqual(before);
  await reader.keyboard.press('Home');
  await expect.poll(async () => (await cursor(reader)).number).toBe(number);
});

test('a command given while the data process dies is done, once, and the screen goes on', async () => {
  const { app, page } = await openWorkstation({ serverUrl: server().url });
  await signIn(page, 'j.brooks');
  await page.getByRole('combobox', { name: 'View' }).selectOption('unassigned');
  await rowsAreThere(page);
  await cases(page).press('Home');
  const { number } = await cursor(page);
  const dataProcess = await app.evaluate((electron) => electron.app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')?.pid ?? 0);
  process.kill(dataProcess, 'SIGKILL');
  await page.keyboard.press('y');
  await expect(page.getByText('1 case taken: yours now.').first()).toBeAttached();
  await page.getByRole('combobox', { name: 'View' }).selectOption('mine');
  await expect(caseRows(page)).toHaveCount(1);
  await expect(caseRows(page).first()).toHaveAccessibleName(new RegExp(`^${number} `));
  await cases(page).press('Enter');
  await expect(page.getByRole('list', { name: 'History' }).getByText('Jasmine Brooks').first()).toBeVisible();
});

/** Takes a case by keyboard; returns its number. */
async function takeCase(page: Page): Promise<string> {
  await page.keyboard.press('F2');
  await page.getByRole('combobox', { name: 'Service' }).fill('graffiti');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Location' }).fill('12 Elm Street');
  await page.getByRole('textbox', { name: 'Description' }).fill('Paint on the wall of the library');
  await page.keyboard.press('Control+Enter');
  const number = page.getByRole('status', { name: 'Tracking number' });
  await expect(number).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  return number.innerText();
}
