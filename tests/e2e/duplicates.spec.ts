/** The same thing twice: found with the reason while typing and on the case, offline; merged and undone with nothing lost (DU-1). */
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openDesk, openServer } from './support/desk.ts';

closeAfterEachTest();

const dialog = (page: Page) => page.getByRole('dialog');
const history = (page: Page) => page.getByRole('list', { name: 'History' });
const number = (page: Page) => page.getByRole('status', { name: 'Tracking number' });
const similar = (page: Page) => page.getByRole('list', { name: 'Similar cases nearby' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function hear(page: Page, name: string, words: string): Promise<void> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  for (const [letter, text] of [['n', name], ['s', 'graffiti'], ['l', '400 Heron Street'], ['d', words]] as const) {
    await press(page, `Alt+${letter}`);
    await page.keyboard.type(text);
    if (letter === 's') await press(page, 'Enter');
  }
}

async function numberIssued(page: Page): Promise<string> {
  await expect(number(page)).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  return number(page).innerText();
}

async function opened(page: Page, wanted: string): Promise<void> {
  await expect(page.getByRole('region', { name: `Case ${wanted}` })).toBeFocused();
}

/** The receipt of every number that leads to the case that is open. */
async function hasReceiptOf(page: Page, ...wanted: readonly string[]): Promise<void> {
  await press(page, 'p');
  for (const one of wanted) await expect(dialog(page)).toContainText(one);
  await press(page, 'Escape');
  await expect(dialog(page)).toBeHidden();
}

test('offline: what is the same thing is seen with the reason, joined, merged, taken out again and linked; each citizen keeps number and receipt', async () => {
  const dataDir = keptServerFolder();
  const own = await openServer({ dataDir });
  const page = await openDesk(own, 'a.rivera');
  await page.evaluate(() => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: 'dark', zoom: '125' })));
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await own.stop();
  await hear(page, 'Beatriz Montenegro', 'Purple letters painted on the wall');
  await press(page, 'Control+Enter');
  const first = await numberIssued(page);
  await press(page, 'Control+n');
  await hear(page, 'Guadalupe Fernández-Villavicencio de la Concepción', 'Purple paint everywhere');
  await expect(similar(page)).toContainText(first);
  await press(page, 'Alt+i', 'Enter');
  await expect(page.getByRole('heading', { name: `Added to case ${first}` })).toBeVisible();
  const joined = await numberIssued(page);
  expect(joined).not.toBe(first);
  await press(page, 'Control+n');
  await hear(page, 'Otto Second', 'Big purple letters');
  await expect(similar(page)).toContainText('2 citizens reported it');
  await expect(similar(page)).toContainText('same place · same service · both say “purple”, “letters” · received today');
  await press(page, 'Alt+i');
  await expect(page.getByRole('button', { name: `Add this caller to that case: ${first}` })).toBeFocused();
  await expectAccessible(page);
  await press(page, 'Control+Enter'); // issues a number of its own: it presses no button
  await expect(page.getByRole('heading', { name: 'The case is saved' })).toBeVisible();
  const second = await numberIssued(page);

  await press(page, 'Control+o');
  await opened(page, second);
  await expect(similar(page)).toContainText('same place · same service');
  await press(page, 'm', 'Alt+1');
  await expect(dialog(page)).toContainText(`The work goes on in ${first}; this case closes with it. Otto Second keeps ${second} and is told under that number.`);
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(page.getByText(`Part of ${first}`, { exact: true })).toBeVisible();
  await hasReceiptOf(page, second);
  await press(page, 'i');
  await opened(page, first);
  await expect(page.getByRole('list', { name: 'Merged into this case' })).toContainText(`${second}Otto Second`);
  await hasReceiptOf(page, first, joined);
  await press(page, 'Escape', 'z');
  await expect(dialog(page)).toContainText(`This case leaves ${first} and goes on by itself: “New”, as before`);
  await page.keyboard.type('Another wall, round the corner');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await opened(page, second);
  await expect(page.getByRole('button', { name: 'Assign' })).toBeEnabled();
  await expect(page.getByText('Big purple letters').first()).toBeVisible();
  await press(page, 'm');
  await page.keyboard.type(joined); // on a slip of the first case: it leads there
  await expect(dialog(page)).toContainText(first);
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(history(page)).toContainText(`linked this to ${first}`);
  await expect(similar(page)).toBeHidden();

  await openServer({ dataDir, port: own.port });
  await press(page, 'F8');
  await expect(page.getByRole('heading', { name: 'Sync' }).first()).toBeVisible();
  await press(page, 's'); // whoever waits for it presses it
  await expect(page.getByText('0 waiting to send').first()).toBeVisible({ timeout: 60_000 });
  await press(page, 'F3', '/');
  await page.keyboard.type(second);
  await expect(page.getByRole('grid', { name: 'Cases' }).getByRole('row', { name: new RegExp(`^${second}`) })).toBeVisible();
  await press(page, 'Enter');
  await opened(page, second);
  await expect(history(page)).toContainText(`undid the merge with ${first}`);
  await expect(history(page).getByText('saved here, not sent yet')).toHaveCount(0);
});
