/** Administration: each of its parts, an entry, and what stands over them. */
import { expect, type Page } from '@playwright/test';
import { dialog, escape, place, says, type ScreenState } from '../steps.ts';

/** One line of it has no house number. */
const ADDRESSES = `house_number,predir,street_name,street_type,unit_type,unit,zip,status,latitude,longitude,type,landmark,aliases
77,,QUARRY,LANE,,,33444,Current,26.53,-80.06,address,,
79,,QUARRY,LANE,APT,B,33444,Current,26.531,-80.06,address,,
x,,QUARRY,LANE,,,33444,Current,26.53,-80.06,address,,
`;

/** The parts, as the list names them. */
const PARTS = [
  ...(['City', 'Departments', 'Services', 'Time rules', 'Exceptions to time rules', 'Calendars', 'Staff', 'Outcomes', 'Hold reasons', 'Escalations', 'Outside agencies'] as const),
  ...(['Address list', 'Landmarks', 'Neighborhoods', 'Guides', 'Letters and messages', 'Survey', 'Short forms', 'Daily list and monthly report'] as const),
  ...(['Review and publish', 'Versions', 'Import and export', 'Delegations', 'Mail log', 'Workstations'] as const),
] as const;

async function choosePart(page: Page, part: (typeof PARTS)[number]): Promise<void> {
  const option = page.getByRole('option', { name: new RegExp(`^${says(part)}`) }).first();
  await option.click();
  await expect(option).toHaveAttribute('aria-selected', 'true');
}

export const ADMINISTRATION_STATES: readonly ScreenState[] = [
  place({ name: 'administration', what: 'what the city has set', key: 'F9', label: 'Administration', isThere: (page) => expect(page.getByRole('listbox').first()).toBeVisible() }),
  ...PARTS.map((part): ScreenState => ({ name: `administration-${part.toLowerCase().replaceAll(' ', '-')}`, what: part, reach: (page) => choosePart(page, part) })),
  {
    name: 'administration-entry',
    what: 'one calendar, and the year as it is with it',
    reach: async (page) => {
      await choosePart(page, 'Calendars');
      await page.getByRole('listbox').nth(1).getByRole('option').first().click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: says('Add public holidays') })).toBeVisible();
    },
  },
  {
    name: 'administration-holidays',
    what: 'public holidays, seen before they are taken over',
    reach: async (page) => {
      await page.getByRole('button', { name: says('Add public holidays') }).press('Enter');
      await dialog(page);
      await expect(page.getByRole('list', { name: says('Public holidays') }).getByRole('listitem').first()).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'administration-addresses',
    what: 'a file of addresses was read: what it brings, and which line is left out',
    reach: async (page) => {
      await choosePart(page, 'Address list');
      await page.locator('input[type=file]').first().setInputFiles({ name: 'Addresses of the city and of the islands that were added to it in 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(ADDRESSES) });
      await dialog(page);
    },
    leave: escape,
  },
  {
    name: 'administration-problems',
    what: 'a department without what it needs: said at each field',
    reach: async (page) => {
      await choosePart(page, 'Departments');
      await page.locator('.admin-pane-head').getByRole('button').first().click();
      const field = page.locator('[data-pane="form"]').getByRole('textbox').first();
      await field.fill('not a code');
      await field.press('Control+Enter');
      await expect(page.locator('[data-pane="form"] [aria-invalid="true"]').first()).toBeFocused();
    },
  },
];
