/** The steps the walks are made of: by keys, as a person would, and waiting for what they bring. */
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { SPANISH } from '../../src-shared/language/spanish/spanish.ts';
import type { Line } from '../e2e/support/open-line.ts';

export interface ScreenState {
  /** As the picture's file is called. */
  readonly name: string;
  /** What is to be seen, in a few words. */
  readonly what: string;
  /** Brings the window there from wherever the state before left it. The line is the one to the server: it can be cut. */
  readonly reach: (page: Page, line: Line, app: ElectronApplication) => Promise<void>;
  /** Back to where the next one can begin; left out: nothing is open. */
  readonly leave?: (page: Page, line: Line, app: ElectronApplication) => Promise<void>;
}

/** The states one person sees, in the order in which they are walked. */
export interface Walk {
  readonly staffId: string;
  /** A city in which nothing has happened yet, with a server of its own; left out: the demo city. */
  readonly isNewCity?: true;
  readonly states: readonly ScreenState[];
}

let language: 'en' | 'es' = 'en';

/** Which language the window speaks that is walked through: names are looked for in it. */
export function walkIn(code: 'en' | 'es'): void {
  language = code;
}

/** A name as the window says it. */
export function says(english: string): string {
  return language === 'es' ? (SPANISH[english] ?? english) : english;
}

export const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
export const escape = press('Escape');

/** A key that jumps to a field, and what is typed there. */
export async function type(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await page.keyboard.type(text);
}

export const dialog = (page: Page): Promise<void> => expect(page.getByRole('dialog')).toBeVisible();
export const rows = (page: Page, grid: string): Promise<void> => expect(page.getByRole('grid', { name: says(grid) }).getByRole('row').nth(1)).toBeVisible();

export function screen(page: Page, label: string): Promise<void> {
  return expect(page.getByRole('navigation', { name: says('Main') }).locator('[aria-current="page"]')).toContainText(says(label));
}

interface Place {
  readonly name: string;
  readonly what: string;
  readonly key: string;
  /** As the navigation says it. */
  readonly label: string;
  readonly isThere: (page: Page) => Promise<void>;
}

/** A screen by its key. */
export function place({ name, what, key, label, isThere }: Place): ScreenState {
  return {
    name,
    what,
    reach: async (page) => {
      await page.keyboard.press(key);
      await screen(page, label);
      await isThere(page);
    },
  };
}

/** A dialog by its key: of the case, of the list, of the window. */
export function dialogBy(name: string, key: string, what: string): ScreenState {
  return {
    name,
    what,
    reach: async (page) => {
      await page.keyboard.press(key);
      await dialog(page);
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    },
  };
}

/** A part of a screen by its tab, the first being 0: the numbers are for whoever is not typing. */
export function tab(at: number): (page: Page) => Promise<void> {
  return async (page) => {
    const chosen = page.getByRole('main').locator('[role="tab"], .knowledge-tabs > *').nth(at);
    await chosen.click();
    await expect(chosen.and(page.locator('[aria-selected="true"], [aria-current]'))).toBeVisible();
  };
}

/** An action by its name, from the palette. */
export async function palette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await dialog(page);
  await page.keyboard.type(says(words));
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Words in the search of the queue, in the view of all cases. */
export async function searchQueue(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F3');
  await screen(page, 'Queue');
  await page.getByRole('combobox', { name: says('View') }).selectOption('all');
  await page.getByRole('searchbox', { name: says('Search cases') }).fill(words);
}

/** The first case with these words, open. */
export async function openFirstCase(page: Page, words: string): Promise<void> {
  await searchQueue(page, words);
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: says('Cases') });
  await expect(grid).toBeFocused();
  await expect(grid.getByRole('row').nth(1)).toContainText(new RegExp(words, 'i'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: new RegExp(`^${says('Case {0}').replace('{0}', '')}\\d`) })).toBeVisible();
  await expect(page.getByRole('list', { name: says('History') })).toBeVisible();
}
