import { expect, type Page } from '@playwright/test';
import type { BudgetCall } from './calls.ts';

export interface Played {
  /** Every key that is not a character of the caller's own words; Ctrl counts as a key of its own. */
  readonly keysBeyondWords: number;
  readonly characters: number;
  /** Times the agent stops to think, for the keystroke-level model: before the line, before each question, before issuing. */
  readonly thoughts: number;
  /** From the first key to the number on screen, when the keys come as fast as a program gives them. */
  readonly seconds: number;
  readonly trackingNumber: string;
}

/** Presses keys as a person does, and counts them. */
function countingKeys(page: Page) {
  let beyond = 0;
  let characters = 0;
  return {
    async press(chord: string): Promise<void> {
      beyond += chord.split('+').length;
      await page.keyboard.press(chord);
    },
    /** The caller's own words. */
    async words(text: string): Promise<void> {
      characters += text.length;
      await page.keyboard.type(text);
    },
    counted: () => ({ keysBeyondWords: beyond, characters }),
  };
}

/** Takes one call from wherever the last one ended, and reads the number. */
export async function playCall(page: Page, { said, asked }: BudgetCall, before: string): Promise<Played> {
  const keys = countingKeys(page);
  const begun = performance.now();
  await keys.press('F2');
  await expect(page.getByRole('textbox', { name: 'Anything the caller says' })).toBeFocused();
  await keys.words(said);
  if (asked !== undefined) {
    await keys.press('Enter');
    await answer(page, asked, keys);
  }
  await keys.press('Control+Enter');
  const number = page.getByRole('status', { name: 'Tracking number' });
  await expect(number).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  await expect(number).not.toHaveText(before === '' ? 'none yet' : before);
  const seconds = (performance.now() - begun) / 1_000;
  return { ...keys.counted(), thoughts: asked === undefined ? 2 : 3, seconds, trackingNumber: (await number.textContent()) ?? '' };
}

/** The focus is on the question by itself. Of a list, its first letter is a key beyond the words; anything else is said in words. */
async function answer(page: Page, asked: string, keys: ReturnType<typeof countingKeys>): Promise<void> {
  const question = page.locator('.intake-questions :focus');
  await expect(question).toBeVisible();
  const isList = await question.evaluate((element) => element instanceof HTMLSelectElement);
  if (isList) await keys.press(asked.charAt(0).toLowerCase());
  else await keys.words(asked);
}
