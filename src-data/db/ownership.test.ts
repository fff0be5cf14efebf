import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeOwnership } from './ownership.ts';

it('has one owner at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-owner-'));
  const first = takeOwnership(folder);
  expect(() => takeOwnership(folder)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }) as Error);
  first.release();
  takeOwnership(folder).release();
});
