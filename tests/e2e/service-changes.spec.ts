/** The city changes a service while a call about it is typed: the clerk is told what is different, and nothing that was typed is lost. */
import { expect, type Page, test } from '@playwright/test';
import { must } from '../../src-shared/util/assert.ts';
import { changeElsewhere } from './support/change-elsewhere.ts';
import { closeAfterEachTest, expectAccessible, openWorkstation, serverOfFile, signIn } from './support/desk.ts';

closeAfterEachTest();
const server = serverOfFile();

const CODE = 'BULK-PICKUP';
const SYNC_TIMEOUT_MS = 60_000;

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const told = (page: Page) => page.getByRole('region', { name: 'Changed by the city: Bulk item pickup' });

test('a service that changes under an open draft: said at once, kept with a parked draft, and every answer on the case', async () => {
  const { page } = await openWorkstation({ serverUrl: server().url });
  await signIn(page, 'a.rivera');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('bulk item');
  await page.keyboard.press('Enter');
  await field(page, 'Which items?').fill('a sofa and two chairs');
  await page.keyboard.press('Alt+l');
  await page.keyboard.type('412 Harbor Street');
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('Stands at the curb');

  await changeElsewhere(server(), ({ services }) => {
    const service = must(services.find(({ code }) => code === CODE), CODE);
    const questions = [...service.questions.filter(({ code }) => code !== 'items'), { code: 'steps', label: 'Does it stand on steps?', type: 'yesNo' as const, choices: [], isRequired: true }];
    return [{ section: 'services', code: CODE, value: { ...service, name: 'Large item pickup', questions } }];
  });

  await expect(told(page)).toContainText('The city calls Bulk item pickup now Large item pickup.', { timeout: SYNC_TIMEOUT_MS });
  await expect(told(page)).toContainText('Does it stand on steps?');
  await expect(told(page)).toContainText('No longer asked: Which items? Your answer, “a sofa and two chairs”, goes into the description.');
  await expect(page.getByRole('status', { name: 'Announcements' })).toContainText('Large item pickup');
  await expect(field(page, 'Description')).toBeFocused();
  await expect(field(page, 'Description')).toHaveValue('Stands at the curb');
  await expect(field(page, 'Description'), 'what is typed in stays in sight').toBeInViewport({ ratio: 0.9 });
  await expectAccessible(page);

  await page.keyboard.press('Control+b');
  await page.getByRole('list', { name: 'Parked drafts' }).getByRole('button', { name: /^Resume/ }).press('Enter');
  await expect(told(page), 'a parked draft remembers what it was asked').toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Does it stand on steps?' }), 'what is asked anew is asked').toBeFocused();
  await page.keyboard.press('y');
  await told(page).getByRole('button', { name: 'Go on with it' }).press('Enter');
  await expect(told(page)).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Service' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveValue('Large item pickup');
  await expect(field(page, 'Description')).toHaveValue('Stands at the curb\nWhich items? a sofa and two chairs');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: 'Tracking number' })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await page.keyboard.press('Control+o');
  const open = page.getByRole('region', { name: /^Case \d/ });
  await expect(open).toContainText('Which items? a sofa and two chairs');
  await expect(open).toContainText('Does it stand on steps?');
});
