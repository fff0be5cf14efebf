import { RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  all: 'SELECT document FROM rule_book ORDER BY version',
  newestVersion: 'SELECT ifnull(max(version), 0) AS version FROM rule_book',
  dropAfter: 'DELETE FROM rule_book WHERE version > :version',
  save: 'INSERT INTO rule_book (version, document) VALUES (:version, :document) ON CONFLICT (version) DO UPDATE SET document = excluded.document',
} as const;

/** Parsed books, for as long as their connection lives: few, and asked for with every case that is shown. */
const parsed = new WeakMap<ReadDb, readonly RuleBook[]>();

/** Version of the newest book held; 0 when none is. */
export function ruleBookVersion(db: ReadDb): number {
  return db.query<Record<string, never>, { version: number }>(SQL.newestVersion).get({})?.version ?? 0;
}

/**
 * Keeps books as the server sent them. Those held with a version above `after` are of a life of the server that is gone: they go
 * first.
 */
export function keepRuleBooks(db: WriteDb, books: readonly RuleBook[], after: number): void {
  parsed.delete(db);
  db.write(SQL.dropAfter).run({ version: after });
  for (const book of books) db.write(SQL.save).run({ version: book.version, document: JSON.stringify(book) });
}

/** All books held, in order of version. */
export function ruleBooks(db: ReadDb): readonly RuleBook[] {
  const known = parsed.get(db);
  if (known) return known;
  const rows = db.query<Record<string, never>, { document: string }>(SQL.all).all({});
  const books = rows.map(({ document }) => RuleBook.parse(JSON.parse(document))); // kept as it came; read as this version understands it
  parsed.set(db, books);
  return books;
}
