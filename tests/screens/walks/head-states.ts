/**
 * What heads of departments and the City Manager's office see besides. A sealed case is looked at in `tests/e2e/complaints.spec.ts`: only
 * a workstation that was let in holds one.
 */
import { expect, type Page } from '@playwright/test';
import { dialog, palette, place, press, rows, says, type ScreenState, tab } from '../steps.ts';

const overdue = (page: Page) => page.getByRole('grid', { name: says('Overdue cases') });
const figures = (page: Page): Promise<void> => expect(page.getByRole('grid').first()).toBeVisible({ timeout: 30_000 });

export const HEAD_STATES: readonly ScreenState[] = [
  place({ name: 'overdue', what: 'what is late in the department, and why', key: 'F4', label: 'Overdue', isThere: (page) => rows(page, 'Overdue cases') }),
  {
    name: 'overdue-assign',
    what: 'several given to somebody with a note',
    reach: async (page) => {
      await overdue(page).focus();
      await press('Home', 'Space', 'ArrowDown', 'Space', 'a')(page);
      await dialog(page);
    },
    leave: press('Escape', 'Escape'),
  },
  { name: 'overdue-due-soon', what: 'what will be late', reach: press('F4', '2') },
  { name: 'overdue-was', what: 'what was late', reach: press('3'), leave: press('1') },
  place({ name: 'reports-empty', what: 'a month of which nothing was counted yet', key: 'F6', label: 'Reports', isThere: (page) => expect(page.locator('.reports .empty-state')).toBeVisible() }),
  {
    name: 'reports-department',
    what: 'the running month of the department',
    reach: async (page) => {
      await page.keyboard.press(']');
      await figures(page);
    },
  },
  {
    name: 'knowledge-readers',
    what: 'who has read which guide',
    reach: async (page) => {
      await page.keyboard.press('F7');
      await expect(page.getByRole('searchbox', { name: says('Search guides') })).toBeVisible();
      await tab(3)(page);
    },
    leave: tab(0),
  },
  {
    name: 'bulletin',
    what: 'a bulletin for the counter is written',
    reach: async (page) => {
      await palette(page, 'Post a bulletin …');
      await dialog(page);
    },
    leave: press('Escape'),
  },
  {
    name: 'away',
    what: 'who stands in while I am away',
    reach: async (page) => {
      await palette(page, 'I am away …');
      await dialog(page);
    },
    leave: press('Escape'),
  },
];

export const MANAGER_STATES: readonly ScreenState[] = [
  place({ name: 'reports', what: 'the month of the whole city', key: 'F6', label: 'Reports', isThere: figures }),
  {
    name: 'reports-behind',
    what: 'the cases behind a figure',
    reach: async (page) => {
      await page.locator('[data-figure]').first().press('Enter');
      await expect(page.getByRole('grid').first()).toBeVisible();
    },
    leave: press('Escape'),
  },
  {
    name: 'overdue-all',
    what: 'late cases of all departments',
    reach: async (page) => {
      await page.keyboard.press('F4');
      await page.getByRole('combobox', { name: says('Department') }).selectOption('all');
      await rows(page, 'Overdue cases');
    },
  },
  {
    name: 'overdue-empty',
    what: 'a department with nothing late',
    reach: async (page) => {
      await page.getByRole('combobox', { name: says('Department') }).selectOption('HR');
      await expect(page.getByText(says('Nothing is overdue')).first()).toBeVisible();
    },
  },
];
