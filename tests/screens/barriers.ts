import type { Page } from '@playwright/test';
import { axeViolations } from '../axe.ts';
import { readTree } from './tree/read-tree.ts';
import { barriersToHearing, type InterfaceLanguage } from './tree/tree-rules.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'section508', 'best-practice'];

/** What is in somebody's way on the page as it is now, in words; none is what is wanted. */
export async function barriersOf(page: Page, language: InterfaceLanguage = 'en'): Promise<readonly string[]> {
  const found = await axeViolations(page, RULES);
  found.push(...barriersToHearing(await readTree(page), language));
  if (await isCutAt200(page)) found.push('at 200 % the page has to be moved sideways');
  return found;
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
