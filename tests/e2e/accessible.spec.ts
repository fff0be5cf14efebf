/**
 * Every screen in each of its states (tests/screens/states.ts), looked at by axe with the rules of WCAG 2.2 AA and Section 508, by our own
 * rules for Chromium's accessibility tree (tests/screens/tree/tree-rules.ts), and at 200 %. `npm run screens -- --barriers` does the same in every look; what no program sees is in docs/accessibility.md, with the tests
 * that show it.
 */
import { expect, type Page, test } from '@playwright/test';
import { barriersOf } from '../screens/barriers.ts';
import { WALKS } from '../screens/states.ts';
import { readTree } from '../screens/tree/read-tree.ts';
import { barriersToHearing } from '../screens/tree/tree-rules.ts';
import { closeAfterEachTest, openWorkstation, serverOfFile, signIn } from './support/desk.ts';
import { focusPath } from './support/keys-only.ts';
import { openLine } from './support/open-line.ts';
import { cases, rowsAreThere } from './support/queue.ts';

closeAfterEachTest();
const server = serverOfFile();

const announced = (page: Page) => page.getByRole('status', { name: 'Announcements' });
const inFront = (page: Page) => page.evaluate(() => document.title);

/** Who calls, then what about, where and how: before files, guides and what is seldom asked. */
const AS_A_CALL_GOES = ['Anything the caller says', 'Channel', 'Received', 'Phone', 'Name', 'Email', 'Service', 'Location', 'Unit', 'Description'];

/** What Tab comes to, one after another. */
async function tabStops(page: Page, count: number): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let stop = 0; stop < count; stop += 1) {
    stops.push(await focusPath(page));
    await page.keyboard.press('Tab');
  }
  return stops;
}

test('what no program sees: the order of Tab, where the focus goes, what is read out, how the rows are counted', async () => {
  const { page } = await openWorkstation({ serverUrl: server().url, name: 'Counter 2' });
  await signIn(page, 'a.rivera');
  await rowsAreThere(page);

  await test.step('rows are numbered, and the one tab stop says which of them it is on', async () => {
    expect(await inFront(page)).toBe('Queue · Portreeve');
    const count = Number(/\d+/.exec(await page.getByRole('status', { name: 'Number of cases' }).innerText())?.[0]);
    await expect(cases(page)).toHaveAttribute('aria-rowcount', String(count + 1));
    await cases(page).press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await cases(page).evaluate((grid) => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex'))).toBe('3');
    expect(await cases(page).evaluate((grid) => grid.querySelectorAll('a[href], button:not([tabindex="-1"]), [tabindex="0"]').length), 'nothing else in it is a stop').toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('zeppelin');
    await expect(page.getByRole('status', { name: 'Number of cases' }), 'a search says how many it found').toHaveText('0 cases');
    await press(page, 'Escape', 'Escape');
    await expect(cases(page)).toBeFocused();
  });

  await test.step('what was done to many is read out, and how it is undone', async () => {
    await rowsAreThere(page);
    await press(page, 'Home', 'Space', 'ArrowDown', 'Space', 'y');
    await expect(announced(page)).toContainText('2 cases taken: all yours now. Ctrl+Z undoes it.');
    await expect(cases(page)).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(announced(page)).toContainText('Undone for 2 cases.');
  });

  await test.step('New case: Tab goes as a call goes, and a missing fact takes the focus to its field', async () => {
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Anything the caller says' })).toBeFocused();
    expect(await inFront(page)).toBe('New case · Portreeve');
    expect(await tabStops(page, AS_A_CALL_GOES.length)).toEqual(AS_A_CALL_GOES);
    await press(page, 'F2', 'Control+Enter');
    const service = page.getByRole('combobox', { name: 'Service' });
    await expect(service).toBeFocused();
    await expect(service).toHaveAttribute('aria-invalid', 'true');
    await expect(service).toHaveAccessibleDescription(/Choose a service/);
    await expect(announced(page)).toContainText('Not yet: something is missing. The focus is on the first field to mend.');
  });

  await test.step('the number is read out in groups, and to the citizen in the citizen’s language', async () => {
    await page.keyboard.type('pothole');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('es');
    await page.keyboard.press('Alt+n');
    await page.keyboard.type('Xóchitl Mendoza');
    await page.keyboard.press('Alt+l');
    await page.keyboard.type('412 Harbor Street');
    await page.keyboard.press('Alt+d');
    await page.keyboard.type('Hole');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    await expect(announced(page)).toContainText(/^Tracking number \w+ \w+, \w+ \w+ \w+ \w+, /);
    await expect(page.locator('.issued-spoken[lang="es"]')).toBeVisible();
  });

  await test.step('every dialog of the case takes the focus in, and gives it back to the case', async () => {
    await page.keyboard.press('Control+o');
    const open = page.getByRole('region', { name: /^Case \d/ });
    await expect(open).toBeFocused();
    expect(await inFront(page)).toMatch(/^Case \d\d-\d{4}-\d{4} · Portreeve$/);
    for (const letter of 'atflnwghmecpk?') {
      await page.keyboard.press(letter);
      await expect(page.getByRole('dialog'), letter).toBeVisible();
      await expect(announced(page), `what is read out is heard in the dialog of ${letter}`).toHaveCount(1);
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') !== null), letter).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(open, `after ${letter}`).toBeFocused();
    }
    await press(page, 'n', 'Control+Enter');
    const note = page.getByRole('dialog').getByRole('textbox');
    await expect(note).toBeFocused();
    await expect(note).toHaveAccessibleDescription(/\w/);
    await expect(note).toHaveAttribute('aria-invalid', 'true');
  });
});

/** One barrier for each rule; the words are the window's own. */
const BAD_PAGE = `
  <h1>Queue</h1><h3>Files</h3>
  <button></button><button>×</button><button>Close Close</button>
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" role="img">
  <div role="grid" aria-label="Cases"><div role="row">48-1</div></div>
  <div role="list"><div role="listitem">one</div></div><div role="listitem">two</div>
  <div role="tablist" aria-label="History"><div role="tab" tabindex="0">Told</div></div>
  <input aria-label="Phone" aria-invalid="true">
  <div role="status">Sent <div role="status">Sent</div></div>
  <button>Imprimir recibo</button>`;

test('what is heard is read from Chromium: each rule finds its barrier on a bad page', async () => {
  const { page } = await openWorkstation();
  await page.setContent(BAD_PAGE);
  const found = barriersToHearing(await readTree(page), 'en');
  const rules = [...new Set(found.map((barrier) => barrier.replace(/:.*/s, '')))];
  expect(rules, found.join('\n')).toEqual(['nameless', 'onlySymbols', 'saidTwice', 'imageWithoutName', 'outOfPlace', 'headingJumps', 'liveRegions', 'missingStates', 'otherLanguage']);
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

// Last: on their way they take every case that can be taken.
for (const { staffId, states } of WALKS.filter(({ isNewCity }) => isNewCity === undefined)) {
  test(`nothing is in the way of anybody on the screens of ${staffId}`, async () => {
    const line = await openLine(server().url);
    const { app, page } = await openWorkstation({ serverUrl: line.url, name: 'Counter 2' });
    await signIn(page, staffId);
    await page.emulateMedia({ reducedMotion: 'reduce' }); // nothing fades in while it is looked at
    const found: string[] = [];
    for (const { name, reach, leave } of states) {
      await reach(page, line, app);
      found.push(...(await barriersOf(page)).map((barrier) => `${name}: ${barrier}`));
      await leave?.(page, line, app);
    }
    await line.close();
    expect(found).toEqual([]);
  });
}
