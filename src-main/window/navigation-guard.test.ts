import { expect, it } from 'vitest';
import { isAllowedNavigation } from './navigation-guard.ts';

const page = 'app://portreeve/index.html';

it.each([page, `${page}#queue`, `${page}?view=mine#x`])('lets a page go to itself: %s', (to) => {
  expect(isAllowedNavigation(page, to)).toBe(true);
});

it.each([
  'https://portreeve/index.html',
  'app://portreeve/other.html',
  'app://trouble/index.html',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
])('stops %s', (to) => {
  expect(isAllowedNavigation(page, to)).toBe(false);
});
