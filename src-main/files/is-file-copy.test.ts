import { expect, it } from 'vitest';
import { isFileCopy } from './is-file-copy.ts';

it.each([
  ['/data/copies/1b9d/letter.pdf', true],
  ['/data/copies/1b9d/Photo of a hole.JPG', true],
  ['/data/copies/1b9d/setup.exe', false],
  ['/data/copies/1b9d/page.html', false],
  ['/data/copies/1b9d/letter', false],
  ['/data/copies/letter.pdf', false],
  ['/data/copies/1b9d/deeper/letter.pdf', false],
  ['/data/copies/../records.pdf', false],
  ['/data/copies-of-mine/1b9d/letter.pdf', false],
  ['/etc/letter.pdf', false],
  ['letter.pdf', false],
  ['/data/copies/1b9d/letter.pdf\0.exe', false],
])('%s is opened: %s', (path, expected) => {
  expect(isFileCopy(path, '/data')).toBe(expected);
});
