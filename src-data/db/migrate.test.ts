import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase, type WriteDb } from './database.ts';
import { migrate, MigrationError, schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

const fresh = (): WriteDb => openDatabase(join(mkdtempSync(join(tmpdir(), 'portreeve-migrate-')), 'records.sqlite'));
const tables = (db: WriteDb): readonly string[] =>
  db.query<Record<string, never>, { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_%data%' ESCAPE '\\' ORDER BY name`).all({}).map((row) => row.name);

it('step 1 turns an empty file into the first schema', () => {
  const db = fresh();
  expect(tables(db)).toEqual([]);
  migrate(db, MIGRATIONS.slice(0, 1));
  expect(schemaVersion(db)).toBe(1);
  expect(tables(db)).toEqual(expect.arrayContaining(['case_', 'outbox', 'shadow', 'number_pool', 'sync_state', 'draft', 'spool_job']));
});

it('versions run from 1 without gaps, and running twice changes nothing', () => {
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  const db = fresh();
  migrate(db);
  const before = tables(db);
  migrate(db);
  expect(tables(db)).toEqual(before);
});

it('a failing step leaves the file at the step before and stops with a sentence', () => {
  const db = fresh();
  migrate(db);
  const broken = { version: 2, name: 'broken', up: (target: WriteDb) => target.exec('CREATE TABLE half (a); CREATE TABLE half (a)') };
  expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow(MigrationError);
  expect(schemaVersion(db)).toBe(1);
  expect(tables(db)).not.toContain('half');
});

it('a file of a newer version is not opened', () => {
  const db = fresh();
  migrate(db);
  db.raw.pragma('user_version = 99');
  expect(() => migrate(db)).toThrow(/newer version of Portreeve/);
});

it('every commit is flushed to disk', () => {
  expect(fresh().raw.pragma('synchronous', { simple: true })).toBe(2); // FULL
});
