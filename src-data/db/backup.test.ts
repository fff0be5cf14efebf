import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countCases } from '../cases/case-queries.ts';
import { openArgs, openDesk } from '../testing/desk.ts';
import { soundnessProblem, writeVerifiedBackup } from './backup.ts';
import { closeDatabase, openDatabase } from './database.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'portreeve-backup-'));

it('copies the records while they are in use, and the copy opens', async () => {
  const desk = openDesk();
  desk.give({ type: 'case.open', args: openArgs() });
  const path = join(folder(), 'copy.sqlite');
  await writeVerifiedBackup(desk.db, path);
  const copy = openDatabase(path);
  expect(countCases(copy)).toBe(1);
  closeDatabase(copy);
  desk.close();
});

it('leaves an older copy alone until the new one has proved sound', async () => {
  const desk = openDesk();
  const path = join(folder(), 'copy.sqlite');
  await writeVerifiedBackup(desk.db, path);
  const before = readFileSync(path);
  desk.db.raw.close();
  await expect(writeVerifiedBackup(desk.db, path)).rejects.toThrow();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}.unfinished`)).toBe(false);
});

it('finds a damaged file', () => {
  const desk = openDesk(2_000);
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = Buffer.from(desk.db.raw.serialize());
  bytes.fill(0x5a, 4_096 * 3, 4_096 * 6);
  const path = join(folder(), 'damaged.sqlite');
  writeFileSync(path, bytes);
  expect(soundnessProblem(path)).not.toBeNull();
  desk.close();
});
