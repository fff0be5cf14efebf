import { expect, type Locator, type Page } from '@playwright/test';

export const cases = (page: Page): Locator => page.getByRole('grid', { name: 'Cases' });
export const caseRows = (page: Page): Locator => cases(page).getByRole('row').filter({ has: page.getByRole('rowheader') });

/** The rows on the screen are those that were asked for. */
export async function rowsAreThere(page: Page): Promise<void> {
  await expect(caseRows(page).first()).toBeVisible({ timeout: 60_000 });
  await expect(cases(page)).not.toHaveAttribute('aria-busy');
}
