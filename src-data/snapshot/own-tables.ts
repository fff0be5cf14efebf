/**
 * What a ready-made file does not have: everything of the workstation's own. Copied into it at the moment it takes the old
 * file's place, never before, so that nothing given meanwhile is missing.
 */
import type { WriteDb } from '../db/database.ts';
import { plainTables } from '../db/schema-level.ts';

/**
 * Tables that hold the city's cases, or are made from them: these come with the file. Every other table is the workstation's own
 * and is copied, also one that was added after this list was written.
 */
const TABLES_OF_CASES = new Set(['case_', 'case_document', 'case_number', 'case_file', 'case_promise', 'case_was_late', 'case_told', 'case_party', 'party_sound', 'place', 'heard_word', 'heard_service', 'heard_state', 'shadow', 'bucket', 'case_bucket', 'kept_case']);

/** In the file and in the workstation's own records, by version; what both have is taken from its own. */
const IN_BOTH = new Set(['catalogue', 'rule_book']);

const SQL = {
  attach: 'ATTACH DATABASE :path AS own',
  detach: 'DETACH DATABASE own',
  columns: 'SELECT name FROM pragma_table_info(:table) ORDER BY cid',
  places: `INSERT OR IGNORE INTO main.place (folded, text, latitude, longitude, is_address)
    SELECT folded, text, latitude, longitude, is_address FROM own.place WHERE true`,
  /** Taken here, and not among those the file may hold: its traces go as after a pull. */
  sealedAway: `INSERT OR IGNORE INTO main.sealed_away (case_id)
    SELECT case_id FROM own.case_ WHERE is_sealed = 1 AND case_id NOT IN (SELECT case_id FROM main.case_)`,
} as const;

/** The workstation's own tables, by name. */
export function ownTables(db: WriteDb): readonly string[] {
  return plainTables(db).filter((table) => !TABLES_OF_CASES.has(table));
}

/** Copies the workstation's own tables from the records at `ownPath` into `next`, in one transaction, and runs `also` in it. */
export function copyOwnTables(next: WriteDb, ownPath: string, also: () => void): void {
  next.write<{ path: string }>(SQL.attach).run({ path: ownPath });
  try {
    next.transaction(() => {
      for (const table of ownTables(next)) {
        const names = next.query<{ table: string }, { name: string }>(SQL.columns).all({ table }).map(({ name }) => `"${name}"`).join(', ');
        // Names come from the schema of this very file.
        next.exec(`DELETE FROM main."${table}" ${IN_BOTH.has(table) ? `WHERE version IN (SELECT version FROM own."${table}")` : ''}`);
        next.exec(`INSERT INTO main."${table}" (${names}) SELECT ${names} FROM own."${table}"`);
      }
      next.exec(SQL.places);
      next.exec(SQL.sealedAway);
      also();
    });
  } finally {
    next.exec(SQL.detach);
  }
}
