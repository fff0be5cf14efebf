import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBlobFiles } from './blob-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-blobs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SCAN = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const HASH = createHash('sha256').update(SCAN).digest('hex');
const filesIn = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));

it('keeps a file whole, alone in its place, once, and finds it again after a restart', () => {
  const directory = join(folder, 'not', 'made', 'yet');
  createBlobFiles(directory).write(HASH, SCAN);
  createBlobFiles(directory).write(HASH, SCAN);
  const path = join(directory, HASH.slice(0, 2), HASH.slice(2));
  expect(filesIn()).toEqual([path]);
  expect(readFileSync(path).equals(SCAN)).toBe(true);
  expect(Buffer.from(createBlobFiles(directory).read(HASH) ?? []).equals(SCAN)).toBe(true);
});

it('reads pieces, up to the end, and says when a file is not here', () => {
  const files = createBlobFiles(folder);
  files.write(HASH, SCAN);
  expect(files.readPiece(HASH, 299_000, 5_000)).toEqual(SCAN.slice(299_000));
  expect(files.readPiece(HASH, 300_000, 10)).toHaveLength(0);
  expect(files.readPiece('0'.repeat(64), 0, 10)).toBeNull();
});

it('a file that is fetched grows beside its place, and takes it when its hash is right', () => {
  const files = createBlobFiles(folder);
  files.addToPart(HASH, 0, SCAN.subarray(0, 100_000));
  files.addToPart(HASH, 100_000, SCAN.subarray(100_000, 250_000));
  files.addToPart(HASH, 100_000, SCAN.subarray(100_000, 200_000)); // after a torn write: what was beyond goes
  expect(createBlobFiles(folder).partSize(HASH)).toBe(200_000);
  expect(files.isHere(HASH)).toBe(false);
  files.addToPart(HASH, 200_000, SCAN.subarray(200_000));
  expect(files.finishPart(HASH)).toBe(true);
  expect(Buffer.from(files.read(HASH) ?? []).equals(SCAN)).toBe(true);
});

it('a fetched file of another hash is thrown away', () => {
  const files = createBlobFiles(folder);
  files.addToPart(HASH, 0, SCAN.subarray(1));
  expect(files.finishPart(HASH)).toBe(false);
  expect(filesIn()).toEqual([]);
});

it('leaves nothing behind when a file is removed, also of a half fetched one', () => {
  const files = createBlobFiles(folder);
  files.write(HASH, SCAN);
  files.addToPart('ab'.repeat(32), 0, SCAN);
  files.remove(HASH);
  files.remove('ab'.repeat(32));
  files.remove('cd'.repeat(32));
  expect(filesIn()).toEqual([]);
});
