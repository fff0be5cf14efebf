import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TROUBLE_STYLES } from './trouble-styles.ts';

const tokens = readFileSync(new URL('../../src-renderer/ui/tokens.css', import.meta.url), 'utf8');

/** Name and value of each colour between `start` and the next closing brace. */
function coloursAfter(text: string, start: string): Map<string, string> {
  const block = text.slice(text.indexOf(start)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

it.each([
  ['light', ':root {', ":root[data-theme='light'] {"],
  ['dark', '(prefers-color-scheme: dark)', ":root[data-theme='dark'] {"],
])('has the %s colours of the page', (_theme, ours, theirs) => {
  const colours = coloursAfter(TROUBLE_STYLES, ours);
  const ofPage = coloursAfter(tokens, theirs);
  expect(colours.size).toBeGreaterThanOrEqual(11);
  for (const [name, value] of colours) expect(`${name} ${value}`).toBe(`${name} ${ofPage.get(name)}`);
});
