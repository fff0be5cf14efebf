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

  expect(await cases(page).evaluate((grid) => grid.scrollTop)).toBe(0);
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

  await page.keyboard.press('Control+k');
  await page.keyboard.type('svetlana');
  await expect(page.getByRole('option', { name: /^Svetlana Petrov .*Open cases assigned to them/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('button')).toHaveText(['Assigned to: Svetlana Petrov']);
  await expect(cases(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('555-0142');
  await page.keyboard.press('Enter'); // known or not yet: it is taken as soon as it is
  await expect(page.getByRole('region', { name: /^Case / })).toContainText('Marisol');
  await page.keyboard.press('F3');

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

  // The same in groups: a case arrives among nobody's, then goes to another group, and both heads count on.
  await reader.getByRole('searchbox', { name: 'Search cases' }).fill('service:graffiti ');
  await reader.getByRole('combobox', { name: 'Group by' }).selectOption('assignee');
  const head = (name: string) => cases(reader).getByRole('rowheader', { expanded: true }).filter({ hasText: name });
  await expect(head('Nobody')).toBeVisible();
  const countOf = async (name: string): Promise<number> => Number(/(\d+) cases?/.exec((await head(name).allInnerTexts()).join())?.[1] ?? 0);
  const [nobodys, anas] = [await countOf('Nobody'), await countOf('Ana Rivera')];
  await cases(reader).focus();
  for (const key of ['End', 'k']) await reader.keyboard.press(key);
  const inGroup = await cursor(reader);
  await counter.keyboard.press('Control+n');
  await takeCase(counter);
  await expect.poll(() => countOf('Nobody'), { timeout: 30_000 }).toBe(nobodys + 1);
  expect(await cursor(reader)).toEqual(inGroup);
  await counter.keyboard.press('Control+o');
  await expect(counter.getByRole('button', { name: 'Take' })).toBeEnabled();
  await counter.keyboard.press('y');
  await expect.poll(() => countOf('Ana Rivera'), { timeout: 30_000 }).toBe(anas + 1);
  await expect.poll(() => countOf('Nobody')).toBe(nobodys);
  expect(await cursor(reader)).toEqual(inGroup);
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

test('a head asks with filters, groups, peeks, gives twenty away and takes it back, and keeps the question, by keyboard alone', async () => {
  const page = await openDesk(server(), 'k.johnson');
  await rowsAreThere(page);
  await page.keyboard.press('/');
  await page.keyboard.type('dept:wa');
  await expect(page.getByRole('option', { name: /Water and Sewer/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('-channel:web,fax ');
  const filters = page.getByRole('list', { name: 'Filters' });
  await expect(filters.getByRole('button')).toHaveText(['Department: Water and Sewer', 'not Channel: Web, Fax']);
  await expectAccessible(page);
  await page.keyboard.press('Backspace');
  await expect(filters.getByRole('button')).toHaveCount(1);
  await page.keyboard.type('channel:fax');
  await page.keyboard.press('Enter');
  await expect(page.getByText('without it there are cases')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Without channel:fax' }).press('Enter');
  await rowsAreThere(page);

  await cases(page).focus();
  await page.keyboard.press('g');
  await expect(page.getByRole('combobox', { name: 'Group by' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('service');
  await cases(page).focus();
  const head = cases(page).getByRole('rowheader', { expanded: true }).first();
  await expect(head).toContainText(/\d+ cases?$/);
  await page.keyboard.press('Home');
  const count = await cases(page).getByRole('row').count();
  await page.keyboard.press('ArrowLeft');
  await expect(cases(page).getByRole('rowheader', { expanded: false })).toHaveCount(1);
  expect(await cases(page).getByRole('row').count()).toBeLessThan(count);
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await page.keyboard.press('v');
  const glance = page.getByRole('complementary', { name: 'Case at a glance' });
  await expect(glance.getByRole('heading', { level: 2 })).toHaveText((await cursor(page)).number);
  await expect(glance.getByText('Last in its history')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Control+a');
  const selected = await cases(page).getByRole('row', { selected: true }).count();
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Assign to' }).fill('kwame');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/cases? assigned to Kwame Johnson\. Ctrl\+Z/).first()).toBeAttached();
  expect(selected).toBeGreaterThan(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone for \d+ cases?\.$/).first()).toBeAttached();

  await cases(page).focus();
  for (const key of ['Home', 'j', 'Shift+ArrowDown', 'Shift+ArrowDown', 'c']) await page.keyboard.press(key);
  const closing = page.getByRole('dialog', { name: /^Close: \d cases?$/ });
  await expect(closing.getByRole('combobox', { name: 'Outcome' })).toBeFocused();
  await closing.getByRole('combobox', { name: 'Outcome' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'Closing note' }).fill('The valve was exchanged.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/cases? closed\. Ctrl\+Z/).first()).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone for \d+ cases?\.$/).last()).toBeAttached();

  await page.keyboard.press('Control+s');
  await page.getByRole('textbox', { name: 'Name' }).fill('Water by service');
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption({ label: 'Everybody in Water and Sewer' });
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'View', exact: true }).locator('option:checked')).toHaveText('★ Water by service (Water and Sewer)');

  // Changed for everybody who has it, not saved once more.
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('assignee');
  await cases(page).focus();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('combobox', { name: 'Save as' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'View', exact: true }).locator('option:checked')).toHaveText('★ Water by service (Water and Sewer)');
  await expect(page.getByRole('combobox', { name: 'Group by' })).toHaveValue('assignee');
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
