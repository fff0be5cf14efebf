import { expect, type Page } from '@playwright/test';

export interface Call {
  readonly phone: string;
  readonly name: string;
  readonly place: string;
  readonly words: string;
}

/** Takes a phone call about a pothole, hands on the keyboard. The number as it is shown: `48-2913-5067`. */
export async function takeCall(page: Page, call: Call): Promise<string> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  await page.keyboard.press('Alt+p');
  await page.keyboard.type(call.phone);
  await page.keyboard.press('Alt+n');
  await page.keyboard.type(call.name);
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('pothole');
  await expect(page.getByRole('option', { name: /Pothole/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+l');
  await page.keyboard.type(call.place);
  await page.keyboard.press('Alt+d');
  await page.keyboard.type(call.words);
  await page.keyboard.press('Control+Enter');
  const number = page.getByRole('status', { name: 'Tracking number' });
  await expect(number).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  return (await number.textContent()) ?? '';
}
