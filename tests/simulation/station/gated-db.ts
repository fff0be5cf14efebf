import type { WriteDb } from '../../../src-data/db/database.ts';

/** The process was killed at a statement: nothing after it ran, an open transaction is gone. */
export class Killed extends Error {
  override readonly name = 'Killed';
  constructor(who: string) {
    super(`${who} was killed`);
  }
}

/** What SQLite throws when the disk is full. */
export class NoRoom extends Error {
  override readonly name = 'SqliteError';
  readonly code = 'SQLITE_FULL';
  constructor() {
    super('database or disk is full');
  }
}

export interface DbGate {
  readonly onStatement: () => void;
  readonly rewrite: (sql: string) => string;
}

/** The same database, with `onStatement` called before every statement that is run. */
export function gatedDb(db: WriteDb, { onStatement, rewrite }: DbGate): WriteDb {
  const guard = <T extends object>(statement: T): T =>
    new Proxy(statement, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          onStatement();
          return value.apply(target, args) as unknown;
        };
      },
    });
  const query = (sql: string): unknown => guard(db.query(rewrite(sql)));
  const write = (sql: string): unknown => guard(db.write(rewrite(sql)));
  return { ...db, query, write } as unknown as WriteDb; // safe: same methods, guarded
}
