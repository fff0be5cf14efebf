import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-whole-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('takes the place of the file before, and leaves nothing beside it', async () => {
  const path = join(folder, 'Receipt.pdf');
  writeFileSync(path, 'before');
  await writeWhole(path, new Uint8Array([1, 2, 3]));
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['Receipt.pdf']);
});

test('is never seen half written under its name', async () => {
  const path = join(folder, 'Long.pdf');
  const content = 'x'.repeat(20_000_000);
  const lengths = new Set<number>();
  const look = (): void => {
    if (readdirSync(folder).includes('Long.pdf')) lengths.add(readFileSync(path).length);
  };
  const watcher = watch(folder, look);
  const writing = writeWhole(path, content);
  let isOver = false;
  void writing.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    look();
    await new Promise(setImmediate);
  }
  await writing;
  look();
  watcher.close();
  expect([...lengths]).toEqual([content.length]);
});

test('where it cannot be written nothing is left of it, and what stood there stays', async () => {
  const path = join(folder, 'taken');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'kept');
  await expect(writeWhole(path, 'new')).rejects.toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
});

test('a link stays a link, and a device a device', async () => {
  const [link, target] = [join(folder, 'link.pdf'), join(folder, 'target.pdf')];
  writeFileSync(target, 'before');
  symlinkSync(target, link);
  await writeWhole(link, 'after');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, 'utf8')).toBe('after');

  await expect(writeWhole('/dev/full', 'no room')).rejects.toThrow('ENOSPC');
  expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
});
