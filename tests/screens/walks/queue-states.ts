/** The queue, and what stands over every screen. */
import { expect, type Page } from '@playwright/test';
import { dialog, dialogBy, escape, palette, place, press, rows, says, type ScreenState, searchQueue } from '../steps.ts';

const cases = (page: Page) => page.getByRole('grid', { name: says('Cases') });
const search = (page: Page) => page.getByRole('searchbox', { name: says('Search cases') });
const groupBy = (page: Page, value: string) => page.getByRole('combobox', { name: says('Group by') }).selectOption(value);

async function select(page: Page, count: number): Promise<void> {
  await cases(page).focus();
  await page.keyboard.press('Home');
  for (let at = 0; at < count; at += 1) await press('Space', 'ArrowDown')(page);
}

export const QUEUE_STATES: readonly ScreenState[] = [
  place({ name: 'queue', what: 'the open cases', key: 'F3', label: 'Queue', isThere: (page) => rows(page, 'Cases') }),
  { name: 'queue-selected', what: 'three cases selected', reach: (page) => select(page, 3), leave: escape },
  {
    name: 'queue-bulk',
    what: 'several given to somebody at once',
    reach: async (page) => {
      await select(page, 2);
      await page.keyboard.press('a');
      await dialog(page);
    },
    leave: press('Escape', 'Escape'),
  },
  {
    name: 'queue-undo',
    what: 'two cases taken: said for a while, and undone by one key',
    reach: async (page) => {
      await select(page, 2);
      await page.keyboard.press('y');
      await expect(page.getByRole('button', { name: says('Undo') })).toBeVisible();
    },
    leave: async (page) => {
      await page.keyboard.press('Control+z');
      await expect(page.getByRole('button', { name: says('Undo') })).toBeHidden();
    },
  },
  {
    name: 'queue-peek',
    what: 'the case under the cursor beside the list',
    reach: async (page) => {
      await cases(page).focus();
      await press('Escape', 'Home', 'v')(page);
      await expect(page.getByRole('complementary', { name: says('Case at a glance') }).getByRole('list').first()).toBeVisible();
    },
    leave: press('v'),
  },
  {
    name: 'queue-groups',
    what: 'by department, the first folded up',
    reach: async (page) => {
      await groupBy(page, 'department');
      await expect(cases(page).locator('[aria-expanded]').first()).toBeVisible();
      await cases(page).focus();
      await press('Home', 'ArrowLeft')(page);
      await expect(cases(page).locator('[aria-expanded="false"]').first()).toBeVisible();
    },
    leave: async (page) => {
      await page.keyboard.press('ArrowRight');
      await groupBy(page, 'none');
      await cases(page).focus();
    },
  },
  dialogBy('queue-columns', 'Control+Shift+l', 'which columns, in which order'),
  dialogBy('queue-save-view', 'Control+s', 'a question kept under a name'),
  {
    name: 'queue-views',
    what: 'the kept questions: their names, their order, which is shared',
    reach: async (page) => {
      await palette(page, 'Manage saved views');
      await dialog(page);
    },
    leave: escape,
  },
  {
    name: 'queue-close-many',
    what: 'two closed at once: an outcome and a note are missing, said at their fields',
    reach: async (page) => {
      await select(page, 2);
      await page.keyboard.press('c');
      await dialog(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('dialog').locator('[aria-invalid="true"]').first()).toBeVisible();
    },
    leave: press('Escape', 'Escape'),
  },
  dialogBy('queue-export', 'Control+Shift+e', 'the list as a file'),
  {
    name: 'queue-tokens',
    what: 'filters as tokens, one not understood',
    reach: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('dept:water is:overdue received:soon ');
      await expect(page.getByRole('list', { name: says('Filters') }).getByRole('listitem')).toHaveCount(3);
    },
    leave: press('Backspace', 'Backspace', 'Backspace'),
  },
  {
    name: 'queue-suggestions',
    what: 'what a filter can be, offered while it is typed',
    reach: async (page) => {
      await page.keyboard.type('dept:');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
    leave: press('Escape', 'Escape'),
  },
  {
    name: 'queue-mistyped',
    what: 'a number whose last digit does not fit',
    reach: async (page) => {
      await search(page).fill('48-4868-0729');
      await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'queue-nothing-found',
    what: 'a search that finds nothing',
    reach: async (page) => {
      await searchQueue(page, 'zeppelin');
      await expect(cases(page).getByRole('row').nth(1)).toBeHidden();
    },
    leave: (page) => search(page).fill(''),
  },
  {
    name: 'queue-refused',
    what: 'what was asked for was refused: which case, why, what to do',
    reach: async (page) => {
      await searchQueue(page, 'raccoon');
      await expect(cases(page).getByRole('row').nth(1)).toContainText(/raccoon/i);
      await select(page, 1);
      await page.keyboard.press('y');
      await expect(page.getByRole('button', { name: says('Dismiss') })).toBeVisible();
    },
    leave: async (page) => {
      await page.getByRole('button', { name: says('Dismiss') }).click();
      await search(page).fill('');
      await rows(page, 'Cases');
    },
  },
  {
    name: 'palette',
    what: 'every action by its name',
    reach: async (page) => {
      await press('F3', 'Control+k')(page);
      await page.keyboard.type(says('New case'));
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
    leave: escape,
  },
  dialogBy('keys', 'F1', 'the keys of this screen'),
  dialogBy('change-keys', 'Control+F1', 'other keys for whoever wants them'),
  dialogBy('settings', 'Control+,', 'language, theme, density, zoom'),
];
