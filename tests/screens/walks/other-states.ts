/** The screens beside queue and case: knowledge, community, sync; and the lock. */
import { expect } from '@playwright/test';
import { dialog, escape, palette, place, press, says, screen, type ScreenState, searchQueue, tab } from '../steps.ts';

const OFFLINE_TIMEOUT_MS = 60_000;
const MANY = 12;

export const OTHER_STATES: readonly ScreenState[] = [
  place({ name: 'knowledge', what: 'guides', key: 'F7', label: 'Knowledge', isThere: (page) => expect(page.getByRole('searchbox', { name: says('Search guides') })).toBeVisible() }),
  { name: 'knowledge-bulletins', what: 'what to say now', reach: tab(1) },
  { name: 'knowledge-suggestions', what: 'suggestions and their answers', reach: tab(2), leave: tab(0) },
  {
    name: 'community-events',
    what: 'town halls',
    reach: async (page) => {
      await palette(page, 'Community');
      await expect(page.getByRole('main').getByRole('tab')).toHaveCount(3);
      await tab(2)(page);
    },
  },
  { name: 'community-contributors', what: 'neighborhood contributors', reach: tab(1) },
  { name: 'community-neighborhoods', what: 'figures by neighborhood', reach: tab(0), leave: escape },
  place({ name: 'sync', what: 'in step with the server', key: 'F8', label: 'Sync', isThere: (page) => expect(page.getByRole('status', { name: says('Connection') })).toBeVisible() }),
  {
    name: 'sync-printer',
    what: 'a printer on the network: its fields, one of them empty',
    reach: async (page) => {
      await page.getByRole('combobox', { name: says('Printer'), exact: true }).selectOption('tcp');
      await page.getByRole('button', { name: says('Save printer') }).press('Enter');
      await page.getByRole('textbox', { name: says('Address') }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sync-forms',
    what: 'paper forms for an outage',
    reach: async (page) => {
      await page.getByRole('button', { name: says('Print forms') }).press('Enter');
      await dialog(page);
    },
    leave: escape,
  },
  {
    name: 'sync-offline',
    what: 'the line to the server is cut; work goes on',
    reach: async (page, line) => {
      line.cut();
      await expect(page.getByRole('status', { name: says('Connection') })).toContainText(says('Offline since {0}').replace('{0}', '').trim(), { timeout: OFFLINE_TIMEOUT_MS });
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sync-waiting',
    what: 'offline, with many entries waiting to be sent',
    reach: async (page) => {
      await searchQueue(page, '');
      const grid = page.getByRole('grid', { name: says('Cases') });
      await grid.press('Home');
      for (let row = 0; row < MANY; row += 1) await press('Space', 'ArrowDown')(page);
      await page.keyboard.press('y');
      await expect(page.getByRole('button', { name: says('Undo') })).toBeVisible();
      await page.keyboard.press('F8');
      await screen(page, 'Sync');
    },
    leave: (_page, line) => Promise.resolve(line.mend()),
  },
  {
    name: 'lock',
    what: 'locked, with the screens unseen',
    reach: async (page) => {
      await page.keyboard.press('Control+l');
      await expect(page.getByRole('heading', { name: says('Locked') })).toBeVisible();
    },
  },
];
