import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  newest: 'SELECT document FROM catalogue ORDER BY version DESC LIMIT 1',
  byVersion: 'SELECT document FROM catalogue WHERE version = :version',
  newestVersion: 'SELECT ifnull(max(version), 0) AS version FROM catalogue',
  save: 'INSERT INTO catalogue (version, document) VALUES (:version, :document) ON CONFLICT (version) DO UPDATE SET document = excluded.document',
} as const;

/** The newest catalogue pulled; null on a workstation that has never reached its server. */
export function currentCatalogue(db: ReadDb): Catalogue | null {
  return read(db, SQL.newest, {});
}

/** The catalogue a case was received under; null when this workstation never held that version. */
export function catalogueOfVersion(db: ReadDb, version: number): Catalogue | null {
  return read(db, SQL.byVersion, { version });
}

export function catalogueVersion(db: ReadDb): number {
  return db.query<Record<string, never>, { version: number }>(SQL.newestVersion).get({})?.version ?? 0;
}

export function saveCatalogue(db: WriteDb, catalogue: Catalogue): void {
  db.write(SQL.save).run({ version: catalogue.version, document: JSON.stringify(catalogue) });
}

function read(db: ReadDb, sql: string, params: Record<string, unknown>): Catalogue | null {
  const row = db.query<Record<string, unknown>, { document: string }>(sql).get(params);
  // Safe: parsed by its schema when it came from the server.
  return row ? (JSON.parse(row.document) as Catalogue) : null;
}
