import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** The colour tokens of every block whose selector the root element matches, later blocks over earlier ones. */
function tokensFor(attributes: Readonly<Record<string, string>>): Tokens {
  const tokens = new Map<string, string>();
  for (const [, selectors = '', body = ''] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    if (!selectors.split(',').some((selector) => matches(selector.trim(), attributes))) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) tokens.set(name, value);
  }
  return tokens;
}

function matches(selector: string, attributes: Readonly<Record<string, string>>): boolean {
  const wanted = [...selector.matchAll(/\[data-(\w+)='(\w+)'\]/g)];
  return wanted.every(([, name = '', value]) => attributes[name] === value);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(tokens.get(name) ?? ''));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const SURFACES = ['page', 'surface', 'surface-sunken', 'surface-hover', 'surface-raised'];
const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...SURFACES.flatMap((surface) => [['text', surface] as const, ['text-muted', surface] as const]),
  ['text', 'accent-soft'],
  ['accent-soft-text', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['danger-text', 'surface'],
  ['neutral-text', 'neutral-soft'],
  ['info-text', 'info-soft'],
  ['success-text', 'success-soft'],
  ['warning-text', 'warning-soft'],
  ['danger-text', 'danger-soft'],
  ['warning-text', 'surface-sunken'],
  ['danger-text', 'surface-sunken'],
];
const EDGE_PAIRS: readonly (readonly [string, string])[] = SURFACES.flatMap((surface) => [['line-strong', surface] as const, ['focus', surface] as const, ['focus', 'accent-soft'] as const]);

const THEMES = ['light', 'dark'].flatMap((theme) => ['normal', 'more'].map((contrastLevel) => ({ theme, contrast: contrastLevel })));

describe.each(THEMES)('the theme $theme with contrast $contrast', (attributes) => {
  const tokens = tokensFor(attributes);
  const textGoal = attributes.contrast === 'more' ? 7 : 4.5;

  it.each(TEXT_PAIRS)('%s can be read on %s', (text, surface) => {
    expect(contrast(tokens, text, surface)).toBeGreaterThanOrEqual(textGoal);
  });

  it.each(EDGE_PAIRS)('%s can be seen on %s', (edge, surface) => {
    expect(contrast(tokens, edge, surface)).toBeGreaterThanOrEqual(3);
  });
});
