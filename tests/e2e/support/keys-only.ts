/** Ways through a window with keys alone: what Tab does not reach is not found. */
import { expect, type Page } from '@playwright/test';

const MOST_TABS = 250;

/** What has the keyboard, with the groups it stands in: `Finish within > Limit 1 > Amount`. */
export function focusPath(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels].map((label) => label.textContent) : [];
    const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.textContent);
    const groups: string[] = [];
    for (let above = element.closest('fieldset'); above !== null; above = above.parentElement?.closest('fieldset') ?? null) groups.unshift(above.querySelector('legend')?.textContent ?? '');
    return [...groups, name.trim()].join(' > ');
  });
}

/** Tab until it is there: a field, a button. Fails when the keyboard does not come to it. */
export async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const path = await focusPath(page);
    if (typeof wanted === 'string' ? path === wanted || path.endsWith(` > ${wanted}`) : wanted.test(path)) return;
    seen.push(path);
    await page.keyboard.press('Tab');
  }
  expect(seen.slice(-60)).toContain(String(wanted));
}

/** In the list that has the keyboard: Home, then down to the entry whose text begins so. */
export async function arrowTo(page: Page, list: string, begins: string): Promise<void> {
  const options = page.getByRole('listbox', { name: list, exact: true }).getByRole('option');
  await expect(options.filter({ hasText: begins }).first()).toBeVisible();
  await expect(options.and(page.locator(':focus'))).toHaveCount(1);
  const at = (await options.allTextContents()).findIndex((text) => text.startsWith(begins));
  await page.keyboard.press('Home');
  for (let down = 0; down < at; down += 1) await page.keyboard.press('ArrowDown');
  await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true');
  await expect(options.nth(at)).toBeFocused();
}

/** Puts another text into the field that has the keyboard. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
