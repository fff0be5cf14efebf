/**
 * The only door to SQLite. Reading code takes a `ReadDb`, writing code a `WriteDb`, so that a query cannot write by accident.
 */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A prepared statement with its parameters and rows typed. */
export interface Statement<Params, Row> {
  get(params: Params): Row | undefined;
  all(params: Params): Row[];
  iterate(params: Params): IterableIterator<Row>;
}

export interface WriteStatement<Params> {
  run(params: Params): { readonly changes: number; readonly lastInsertRowid: number | bigint };
}

export interface ReadDb {
  readonly [readBrand]: true;
  /** Prepares a SELECT; named parameters (`:name`) come as an object. Statements are kept for the connection's life. */
  query<Params, Row>(sql: string): Statement<Params, Row>;
}

export interface WriteDb extends ReadDb {
  readonly [writeBrand]: true;
  write<Params>(sql: string): WriteStatement<Params>;
  /**
   * Runs `work` in one IMMEDIATE transaction: all of it is on disk when this returns, or none when it throws.
   *
   * `work` must be synchronous; an async function is a type error. A call inside a running one is a
   * savepoint: when it throws, only its own part is undone.
   */
  transaction<T>(work: () => T extends Promise<unknown> ? never : T): T;
  /** Runs DDL or several statements. For migrations and pragmas only. */
  exec(sql: string): void;
  readonly raw: SqliteDatabase.Database;
}

/** Opens the file (made when missing) with the settings every part relies on. Throws when it is not a database. */
export function openDatabase(path: string): WriteDb {
  return wrap(openRaw(path));
}

export function closeDatabase(db: WriteDb): void {
  db.raw.pragma('optimize');
  db.raw.close();
}

/**
 * Closes the file at `path`, which `db` has open, puts the finished file `nextPath` in its place and goes on with that one;
 * everybody who holds `db` reads and writes the new file from then on.
 *
 * The rename is the moment that counts: killed before it, the old file is whole; after it, the new one. No write-ahead log may
 * be left beside the old file then, for SQLite would play it into the new one. `atBoundary` is called between the steps.
 * Throws when the old file cannot be put away, and goes on with it if it is open still; when the new one does not open, the process has to end and start again.
 */
export function replaceDatabaseFile(db: WriteDb, path: string, nextPath: string, atBoundary: (step: string) => void = () => undefined): void {
  const reopen = reopeners.get(db);
  if (!reopen) throw new Error('replaceDatabaseFile: not a database opened here');
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const mode = db.raw.pragma('journal_mode = DELETE', { simple: true });
  if (mode !== 'delete') throw new Error(`replaceDatabaseFile: somebody else has the file open (its journal is ${String(mode)})`);
  atBoundary('old file has no log');
  db.raw.close();
  syncFolder(dirname(path));
  atBoundary('old file closed');
  renameSync(nextPath, path);
  atBoundary('renamed');
  syncFolder(dirname(path));
  reopen(openRaw(path));
}

/** Turns a file that was being written into one without a log, complete on disk. */
export function finishDatabaseFile(db: WriteDb): void {
  const path = db.raw.name;
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  db.raw.pragma('journal_mode = DELETE');
  db.raw.close();
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function openRaw(path: string): SqliteDatabase.Database {
  const raw = new SqliteDatabase(path);
  raw.pragma('journal_mode = WAL');
  // FULL: an issued number survives a power cut. better-sqlite3's default with WAL is NORMAL, which may lose the last commits.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  // Cases that leave this workstation's scope are overwritten on disk, not only unlinked.
  raw.pragma('secure_delete = ON');
  raw.pragma('cache_size = -65536');
  return raw;
}

/** Renames survive a power cut once the folder is on disk. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** How each open database is given another file; kept out of `WriteDb`, so that only this file can. */
const reopeners = new WeakMap<WriteDb, (next: SqliteDatabase.Database) => void>();

function wrap(first: SqliteDatabase.Database): WriteDb {
  let raw = first;
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = (sql: string): SqliteDatabase.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = raw.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const db = {
    get raw() {
      return raw;
    },
    query: prepare,
    write: prepare,
    exec: (sql: string) => void raw.exec(sql),
    transaction: <T>(work: () => T): T => (raw.inTransaction ? raw.transaction(work)() : raw.transaction(work).immediate()),
  };
  // Safe: the two brands exist for the compiler only, and better-sqlite3's statements have these methods.
  const writeDb = db as unknown as WriteDb;
  reopeners.set(writeDb, (next) => {
    statements.clear();
    raw = next;
  });
  return writeDb;
}
