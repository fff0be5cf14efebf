import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeDatabase, openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { addNumbers, countNumbersLeft } from '../outbox/number-pool.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { noticeCopy, renewToken } from './copied-records.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portreeve-copied-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What a start does with the records of a folder. */
function start(folder: string, work: (db: WriteDb) => void = () => undefined): boolean {
  const db = openDatabase(join(root, folder, 'records.sqlite'));
  migrate(db);
  const isCopy = noticeCopy(db, join(root, folder));
  work(db);
  closeDatabase(db);
  return isCopy;
}

function makeOriginal(): void {
  cpSync(mkdtempSync(join(root, 'empty-')), join(root, 'desk'), { recursive: true });
  start('desk', (db) => {
    updateSyncState(db, { station: 'st-0000000000aa', enrolment: 7 });
    addNumbers(db, [trackingNumberFromPayload(123_456_789)]);
  });
}

it('takes records that stay where they are for what they are, also in a folder that was renamed', () => {
  makeOriginal();
  expect(start('desk')).toBe(false);
  renameSync(join(root, 'desk'), join(root, 'moved'));
  expect(start('moved', (db) => expect(countNumbersLeft(db)).toBe(1))).toBe(false);
});

it('makes a copied folder give out other numbers at once, and leaves the original alone', () => {
  makeOriginal();
  cpSync(join(root, 'desk'), join(root, 'copy'), { recursive: true });
  const isCopy = start('copy', (db) => {
    expect(countNumbersLeft(db)).toBe(0);
    expect(readSyncState(db)).toMatchObject({ isCopied: 1, station: 'st-0000000000aa', selfIssued: 0 });
    expect(readSyncState(db).enrolment).toBeGreaterThanOrEqual(90_000);
  });
  expect(isCopy).toBe(true);
  expect(start('desk', (db) => expect(readSyncState(db)).toMatchObject({ isCopied: 0, enrolment: 7 }))).toBe(false);
});

it('notices an older copy of the records put back in their own folder', () => {
  makeOriginal();
  cpSync(join(root, 'desk', 'records.sqlite'), join(root, 'old.sqlite'));
  expect(start('desk')).toBe(false);
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(root, 'desk', `records.sqlite${suffix}`), { force: true });
  cpSync(join(root, 'old.sqlite'), join(root, 'desk', 'records.sqlite'));
  expect(start('desk', (db) => expect(readSyncState(db).isCopied).toBe(1))).toBe(true);
});

it('notices a copy made while it ran, once the word was renewed', () => {
  makeOriginal();
  start('desk', (db) => {
    db.raw.exec(`VACUUM INTO '${join(root, 'backup.sqlite')}'`);
    renewToken(db, join(root, 'desk'));
  });
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(root, 'desk', `records.sqlite${suffix}`), { force: true });
  cpSync(join(root, 'backup.sqlite'), join(root, 'desk', 'records.sqlite'));
  expect(start('desk')).toBe(true);
});

it('is nobody’s copy before it has enrolled', () => {
  makeOriginal();
  start('desk', (db) => updateSyncState(db, { station: null }));
  cpSync(join(root, 'desk'), join(root, 'copy'), { recursive: true });
  start('copy', (db) => expect(readSyncState(db).isCopied).toBe(0));
});
