import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './database.ts';
import { schemaVersion } from './migrate.ts';

const SQL = { objects: `SELECT name, ifnull(sql, '') AS text FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name` } as const;

/** Level and a hash of the whole schema, `1-0123456789abcdef`: two files with the same have the same tables, column for column. */
export function schemaLevel(db: WriteDb): string {
  const hash = createHash('sha256');
  for (const { name, text } of db.query<Record<string, never>, { name: string; text: string }>(SQL.objects).all({})) hash.update(`${name}\n${text}\n`);
  return `${schemaVersion(db)}-${hash.digest('hex').slice(0, 16)}`;
}

/** Every ordinary table, by name, in the order it was made; virtual tables and what belongs to them are left out. */
export function plainTables(db: ReadDb): readonly string[] {
  const rows = db.query<Record<string, never>, { name: string; sql: string }>(TABLES).all({});
  const virtual = rows.filter((row) => /^CREATE VIRTUAL TABLE/i.test(row.sql)).map((row) => row.name);
  const isPlain = (name: string): boolean => !virtual.some((owner) => name === owner || name.startsWith(`${owner}_`));
  return rows.map((row) => row.name).filter(isPlain);
}

const TABLES = `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`;
