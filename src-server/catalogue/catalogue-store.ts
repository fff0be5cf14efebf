import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ChangeLine } from '../../src-shared/catalogue/changes-between.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { takeRevision } from '../feed/clock.ts';
import { openRuleBooks, type ReadRuleBooks } from './rule-book-store.ts';

/** Reads catalogues; one per server process and database. */
export interface Catalogues {
  /** The newest catalogue that `connection` can see, or null when none was ever stored. One index look-up when it is known already. */
  newest(connection: Connection | Pool): Promise<Catalogue | null>;
  readonly ruleBooks: ReadRuleBooks;
}

const SQL = {
  newestVersion: 'SELECT max(version) AS version FROM catalogue',
  document: 'SELECT document FROM catalogue WHERE version = $1',
  nameFile: 'INSERT INTO city_file (sha256, since) VALUES ($1, $2) ON CONFLICT DO NOTHING',
  insert: 'INSERT INTO catalogue (version, document, rev, made_at, made_by, note, changes) VALUES ($1, $2, $3, $4, $5, $6, $7)',
};

/** A stored version never changes, so the last one parsed is kept. */
export function openCatalogues(): Catalogues {
  let last: Catalogue | null = null;
  return {
    ruleBooks: openRuleBooks(),
    async newest(connection) {
      const { rows } = await connection.query<{ version: number | null }>(SQL.newestVersion);
      const version = rows[0]?.version ?? null;
      if (version === null) return null;
      if (last?.version !== version) last = await readVersion(connection, version);
      return last;
    },
  };
}

async function readVersion(connection: Connection | Pool, version: number): Promise<Catalogue> {
  const { rows } = await connection.query<{ document: unknown }>(SQL.document, [version]);
  return Catalogue.parse(rows[0]?.document);
}

/** Who published a version, when and why. */
export interface Published {
  readonly at: UtcMs;
  /** Staff ID, or words for what loaded it. */
  readonly by: string;
  readonly note?: string;
  /** Line by line what it changed against the version before; left out where nobody compared. */
  readonly changes?: readonly ChangeLine[] | null;
}

/**
 * Stores a new version, in the caller's transaction; every workstation gets it with its next pull.
 *
 * Versions only rise and a stored one never changes: storing the same version twice throws.
 */
export async function publishCatalogue(tx: Connection, catalogue: Catalogue, made: Published): Promise<void> {
  const { rev } = await takeRevision(tx, made.at);
  await storeCatalogue(tx, catalogue, { ...made, rev });
}

/** The same under a revision that the caller's transaction has taken already. */
export async function storeCatalogue(tx: Connection, catalogue: Catalogue, { rev, at, by, note = '', changes = null }: Published & { readonly rev: number }): Promise<void> {
  await tx.query(SQL.insert, [catalogue.version, JSON.stringify(catalogue), rev, at, by, note, changes === null ? null : JSON.stringify(changes)]);  // From here on workstations may send and fetch it (blobs/access.ts).
  if (catalogue.gazetteer !== null) await tx.query(SQL.nameFile, [catalogue.gazetteer.sha256, at]);
}
