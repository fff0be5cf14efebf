/** From a key to the frame that shows its letter, in the fields where most is typed. */
import type { Page } from '@playwright/test';
import { type BenchRow, row } from './measure.ts';

/** Somebody who types fast. */
const BETWEEN_KEYS_MS = 110;

interface Field {
  readonly name: string;
  readonly go: readonly string[];
  readonly texts: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'the search of the queue', go: ['F3', '/'], texts: ['pothole redwood', 'nunez sewer', 'garcia overdue'] },
  { name: 'Anything the caller says', go: ['F2'], texts: ['maria nunez 555 0142 pothole', 'streetlight out at 240 elm st', 'garcia barking dog'] },
  { name: 'Service', go: ['F2', 'Alt+s'], texts: ['street light out', 'pothole', 'graffiti on a wall'] },
  { name: 'Phone', go: ['F2', 'Alt+p'], texts: ['5615550142', '5612040199', '5618217711'] },
];

/** `page`: signed in. */
export async function typing(page: Page, cases: number): Promise<readonly BenchRow[]> {
  await page.evaluate(watchKeys);
  const bare = await bareField(page);
  const rows: BenchRow[] = [];
  for (const { name, go, texts } of FIELDS) {
    const measured: number[] = [];
    for (const text of texts) {
      for (const key of go) await page.keyboard.press(key);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      measured.push(...(await letters(page, text)));
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
    }
    rows.push(row({ measure: 'a letter typed, painted', work: `${name}, ${cases} cases`, limit: 'a bare field in the same window', goal: null }, measured, bare));
  }
  return rows;
}

/** A field that nobody listens to. */
async function bareField(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'bare-field';
    document.body.append(field);
    field.focus();
  });
  const measured = await letters(page, 'pothole redwood maria nunez');
  await page.evaluate(() => document.querySelector('#bare-field')?.remove());
  return measured;
}

async function letters(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => (globalThis as unknown as { keysPainted: () => number[] }).keysPainted()); // safe: watchKeys put it there
  await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(BETWEEN_KEYS_MS * 2);
  return page.evaluate(() => (globalThis as unknown as { keysPainted: () => number[] }).keysPainted()); // safe: as above
}

/** Runs in the page: React has changed the field before the next frame is begun, so the task after it comes when that was painted. */
function watchKeys(): void {
  let painted: number[] = [];
  addEventListener(
    'keydown',
    ({ key, ctrlKey, altKey, timeStamp }) => {
      if (key.length !== 1 || ctrlKey || altKey) return;
      requestAnimationFrame(() => setTimeout(() => painted.push(performance.now() - timeStamp), 0));
    },
    { capture: true },
  );
  const keysPainted = (): number[] => {
    const all = painted;
    painted = [];
    return all;
  };
  Object.assign(globalThis, { keysPainted });
}
