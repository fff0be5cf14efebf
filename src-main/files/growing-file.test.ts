import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGrowingFiles } from './growing-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-growing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const REQUEST = { title: 'cases', suggestedName: 'Open', extension: 'csv' } as const;
const files = (path: string | null = join(folder, 'Open.csv')) => createGrowingFiles(() => Promise.resolve(path));

async function begun(growing = files()) {
  const result = await growing.begin(REQUEST);
  if (result.outcome !== 'begun') throw new Error(result.outcome);
  return { growing, id: result.id };
}

it('stands under its name only once it is whole, in the place of what was there', async () => {
  writeFileSync(join(folder, 'Open.csv'), 'of yesterday');
  const { growing, id } = await begun();
  for (const text of ['number\n', '48-2913-5067\n']) expect(await growing.append(id, text)).toEqual({ outcome: 'written' });
  expect(readFileSync(join(folder, 'Open.csv'), 'utf8')).toBe('of yesterday');
  expect(await growing.finish(id)).toEqual({ outcome: 'saved', path: join(folder, 'Open.csv') });
  expect(readdirSync(folder)).toEqual(['Open.csv']);
  expect(readFileSync(join(folder, 'Open.csv'), 'utf8')).toBe('number\n48-2913-5067\n');
});

it('leaves nothing behind when it is stopped, or its page is gone', async () => {
  const { growing, id } = await begun();
  await growing.append(id, 'half');
  await growing.abandon(id);
  expect(await growing.append(id, 'more')).toMatchObject({ outcome: 'failed' });
  const other = await begun(growing);
  await other.growing.append(other.id, 'half');
  await growing.abandonAll();
  expect(readdirSync(folder)).toEqual([]);
});

it('says what the disk said, and asks for another place', async () => {
  expect(await files(null).begin(REQUEST)).toEqual({ outcome: 'cancelled' });
  expect(await files(join(folder, 'no', 'such', 'Open.csv')).begin(REQUEST)).toMatchObject({ outcome: 'failed', message: 'The file was not saved there. Choose another folder or name.' });
  mkdirSync(join(folder, 'Open.csv'));
  const { growing, id } = await begun();
  expect(await growing.finish(id)).toMatchObject({ outcome: 'failed' });
  expect(readdirSync(folder)).toEqual(['Open.csv']);
});
