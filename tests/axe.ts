import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds on the page as it is now, a sentence for each rule that is broken; none is what is wanted.
 *
 * `tags` narrows it to the rules of those standards (axe-core's names, e.g. `wcag22aa`); without, all rules that axe has switched on.
 * What is still fading in is waited for: it has the contrast of its first moment. axe is loaded once into a page, and is asked for no
 * examples of rules that are kept: both took most of the time.
 */
export async function axeViolations(page: Page, tags: readonly string[] = []): Promise<string[]> {
  const isThere = await page.evaluate('typeof axe === "object"');
  if (isThere !== true) await page.evaluate(axe.source);
  const violations = await page.evaluate(runAxe, tags);
  return violations.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}

/** Runs in the page. */
async function runAxe(tags: readonly string[]): Promise<readonly { readonly id: string; readonly targets: readonly string[] }[]> {
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
  const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe }; // put there just before
  const { violations } = await inPage.run(document, { resultTypes: ['violations'], ...(tags.length === 0 ? {} : { runOnly: [...tags] }) });
  return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
}
