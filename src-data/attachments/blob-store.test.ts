import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { utcMs } from '../../src-shared/util/time.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { createBlobStore } from './blob-store.ts';

let desk: Desk;
let folder: string;
beforeEach(() => {
  desk = openDesk();
  folder = mkdtempSync(join(tmpdir(), 'portreeve-blobs-'));
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOW = utcMs(1_000);
const SCAN = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const filesIn = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));

it('keeps a file whole, alone in its place, and finds it again after a restart', () => {
  const directory = join(folder, 'not', 'made', 'yet');
  const { sha256, sizeBytes } = createBlobStore(desk.db, directory).keep(SCAN, 'image/png', NOW);
  expect(sizeBytes).toBe(SCAN.byteLength);
  const path = join(directory, sha256.slice(0, 2), sha256.slice(2));
  expect(filesIn()).toEqual([path]);
  expect(readFileSync(path).equals(SCAN)).toBe(true);
  expect(Buffer.from(createBlobStore(desk.db, directory).read(sha256) ?? []).equals(SCAN)).toBe(true);
});

it('keeps the same bytes once, an empty file too, and says when a file is not here', () => {
  const blobs = createBlobStore(desk.db, folder);
  expect(blobs.keep(SCAN, 'image/png', NOW)).toEqual(blobs.keep(SCAN, 'image/png', NOW));
  const empty = blobs.keep(new Uint8Array(), 'text/plain', NOW);
  expect(filesIn()).toHaveLength(2);
  expect(blobs.read(empty.sha256)).toHaveLength(0);
  expect(blobs.read('0'.repeat(64))).toBeNull();
});
