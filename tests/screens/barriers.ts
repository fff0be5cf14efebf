import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readTree } from './tree/read-tree.ts';
import { barriersToHearing, type InterfaceLanguage } from './tree/tree-rules.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'section508', 'best-practice'];

/** What is in somebody's way on the page as it is now, in words; none is what is wanted. */
export async function barriersOf(page: Page, language: InterfaceLanguage = 'en'): Promise<readonly string[]> {
  const found = await violations(new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES));
  found.push(...barriersToHearing(await readTree(page), language));
  if (await isCutAt200(page)) found.push('at 200 % the page has to be moved sideways');
  return found;
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  // Legacy mode: Electron cannot open the second page that the other mode needs.
  const result = await axe.setLegacyMode(true).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The window at twice its size: WCAG 1.4.4 and 1.4.10. */
function isCutAt200(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    const before = root.style.getPropertyValue('--zoom');
    root.style.setProperty('--zoom', '2');
    const isCut = root.scrollWidth > root.clientWidth;
    root.style.setProperty('--zoom', before);
    return isCut;
  });
}
