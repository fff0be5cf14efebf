/** After every action the focus is where the next one begins: what the page had to mend (`src-renderer/app/keymap/keep-focus.ts`) is counted. */
import type { Page } from '@playwright/test';

/** Begins to watch. The answer lists what had the focus each time it was lost since. */
export async function watchFocus(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const watched = window as Window & { focusLost?: string[] }; // safe: a name of the test's own
    const lost: string[] = [];
    watched.focusLost = lost;
    window.addEventListener('portreeve:focus-lost', (event) => lost.push(String((event as CustomEvent<string>).detail))); // safe: keep-focus.ts makes it
  });
  return () => page.evaluate(() => (window as Window & { focusLost?: string[] }).focusLost ?? ['the page was loaded anew']);
}
