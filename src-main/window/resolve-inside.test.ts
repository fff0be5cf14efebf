import { relative, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveInside } from './resolve-inside.ts';

const root = resolve('/app/out/renderer');

describe('resolveInside', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main-4f2a.js', 'assets/main-4f2a.js'],
    ['/assets/Courier%20Prime.woff2', 'assets/Courier Prime.woff2'],
    ['/a..b/...c', 'a..b/...c'],
  ])('finds %s', (urlPath, file) => {
    expect(resolveInside(root, urlPath)).toBe(resolve(root, file));
  });

  it.each([
    '/../secrets',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/main/index.js',
    '/assets/..%5c..%5cmain',
    '/assets/%00.js',
    '/%E0%A4%A',
    '/./index.html',
    'index.html',
    '',
  ])('refuses %s', (urlPath) => {
    expect(resolveInside(root, urlPath)).toBeNull();
  });

  it('never leaves the folder', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'C:', '%00', '~', ''), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = resolveInside(root, `/${pieces.join('/')}`);
        if (file !== null) expect(relative(root, file)).not.toMatch(/^\.\.(?:\/|$)/);
      }),
      { numRuns: 2_000 },
    );
  });
});
