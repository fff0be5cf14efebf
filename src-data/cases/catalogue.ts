import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { keepRuleBooks } from './rule-book-table.ts';

const SQL = {
  byVersion: 'SELECT document FROM catalogue WHERE version = :version',
  newestVersion: 'SELECT ifnull(max(version), 0) AS version FROM catalogue',
  // Under minus its version: out of the way, and found by what was given under it.
  setAside: 'UPDATE OR REPLACE catalogue SET version = -version WHERE version > :version OR (version = :version AND document <> :document)',
  follow: 'UPDATE outbox SET catalogue_version = -catalogue_version WHERE catalogue_version > 0 AND NOT EXISTS (SELECT 1 FROM catalogue WHERE version = catalogue_version)',
  isOfAnotherLife: `SELECT 1 AS one FROM catalogue WHERE version > :version OR (version = :version AND document <> :document) LIMIT 1`,
  save: 'INSERT INTO catalogue (version, document) VALUES (:version, :document) ON CONFLICT (version) DO UPDATE SET document = excluded.document',
} as const;

const NO_RULES = { books: [], areAll: false };

/** Parsed catalogues by version, for as long as their connection lives: a city's is a quarter of a megabyte of JSON. */
const parsed = new WeakMap<ReadDb, Map<number, Catalogue>>();

/** The newest catalogue pulled; null on a workstation that has never reached its server. */
export function currentCatalogue(db: ReadDb): Catalogue | null {
  const version = catalogueVersion(db);
  return version === 0 ? null : catalogueOfVersion(db, version);
}

/** The catalogue a case was received under; null when this workstation never held that version. */
export function catalogueOfVersion(db: ReadDb, version: number): Catalogue | null {
  const known = parsed.get(db)?.get(version);
  if (known) return known;
  const row = db.query<{ version: number }, { document: string }>(SQL.byVersion).get({ version });
  if (!row) return null;
  const catalogue = Catalogue.parse(JSON.parse(row.document)); // kept as it came; read as this version understands it
  const versions = parsed.get(db) ?? new Map<number, Catalogue>();
  parsed.set(db, versions.set(version, catalogue));
  return catalogue;
}

export function catalogueVersion(db: ReadDb): number {
  return db.query<Record<string, never>, { version: number }>(SQL.newestVersion).get({})?.version ?? 0;
}

/**
 * Keeps the server's newest. Newer ones held here, and another one of the same version, are of a life of the server that is
 * gone: they are set aside, because what was given under them is shown under them until it is settled.
 *
 * `rules`: the rule books that came with it; `areAll` when the server was asked for every one it has, so that others go.
 */
export function saveCatalogue(db: WriteDb, catalogue: Catalogue, rules: { readonly books: readonly RuleBook[]; readonly areAll: boolean } = NO_RULES): void {
  keepRuleBooks(db, rules.books, rules.areAll ? 0 : catalogue.version);
  parsed.delete(db);
  const row = { version: catalogue.version, document: JSON.stringify(catalogue) };
  if (db.query<typeof row, { one: number }>(SQL.isOfAnotherLife).get(row)) {
    db.write(SQL.setAside).run(row);
    db.write(SQL.follow).run({});
  }
  db.write(SQL.save).run(row);
}
