import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase, type WriteDb } from './database.ts';
import { checkpointWhenQuiet } from './quiet-checkpoint.ts';

let folder = '';
let db: WriteDb;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'portreeve-quiet-'));
  db = openDatabase(join(folder, 'records.sqlite'));
  db.exec('CREATE TABLE one (a TEXT)');
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
});
afterEach(() => {
  vi.useRealTimers();
  closeDatabase(db);
  rmSync(folder, { recursive: true });
});

const write = (text: string): void => void db.write<{ a: string }>('INSERT INTO one VALUES (:a)').run({ a: text });
const writePages = (count: number): void =>
  db.transaction(() => {
    for (let page = 0; page < count; page += 1) write('x'.repeat(4_000));
  });
const fileSize = (): number => statSync(join(folder, 'records.sqlite')).size;
const logSize = (): number => statSync(join(folder, 'records.sqlite-wal')).size;

test('what was written is in the file a quiet second later, not while somebody writes', () => {
  const before = fileSize();
  const timer = checkpointWhenQuiet(db);
  for (let second = 0; second < 3; second += 1) {
    write('x'.repeat(50_000));
    vi.advanceTimersByTime(1_000);
    expect(fileSize()).toBe(before);
  }
  vi.advanceTimersByTime(1_000);
  expect(fileSize()).toBeGreaterThan(before + 140_000);
  clearInterval(timer);
});

test('the log begins anew after it, instead of growing', () => {
  const timer = checkpointWhenQuiet(db);
  write('x'.repeat(50_000));
  const once = logSize();
  for (let call = 0; call < 20; call += 1) {
    vi.advanceTimersByTime(2_000);
    write('x'.repeat(50_000));
  }
  expect(logSize()).toBeLessThan(2 * once);
  clearInterval(timer);
});

test('no write of some cases waits for it, and the log of a long import is bounded', () => {
  const before = fileSize();
  const timer = checkpointWhenQuiet(db);
  for (let call = 0; call < 4; call += 1) writePages(500); // SQLite alone would have moved it
  expect(fileSize()).toBe(before);
  for (let call = 0; call < 14; call += 1) writePages(500);
  expect(fileSize()).toBeGreaterThan(before);
  clearInterval(timer);
});
