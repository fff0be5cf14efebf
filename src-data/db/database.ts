/**
 * The only door to SQLite. Reading code takes a `ReadDb`, writing code a `WriteDb`, so that a query cannot write by accident.
 */
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
  const raw = new SqliteDatabase(path);
  raw.pragma('journal_mode = WAL');
  // FULL: an issued number survives a power cut. better-sqlite3's default with WAL is NORMAL, which may lose the last commits.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  // Cases that leave this workstation's scope are overwritten on disk, not only unlinked.
  raw.pragma('secure_delete = ON');
  raw.pragma('cache_size = -65536');
  return wrap(raw);
}

export function closeDatabase(db: WriteDb): void {
  db.raw.pragma('optimize');
  db.raw.close();
}

function wrap(raw: SqliteDatabase.Database): WriteDb {
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = (sql: string): SqliteDatabase.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = raw.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const db = {
    raw,
    query: prepare,
    write: prepare,
    exec: (sql: string) => void raw.exec(sql),
    transaction: <T>(work: () => T): T => (raw.inTransaction ? raw.transaction(work)() : raw.transaction(work).immediate()),
  };
  // Safe: the two brands exist for the compiler only, and better-sqlite3's statements have these methods.
  return db as unknown as WriteDb;
}
