import type { CopyColumns } from '../db/copy.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** Everything a backup of this database consists of. */
export interface DatabaseContents {
  /** Each table after those it refers to, so that they can be filled in this order. */
  readonly tables: readonly CopyColumns[];
  readonly sequences: Readonly<Record<string, number | null>>;
}

const SQL = {
  // Kysely keeps its own two tables, filled by the migrations of the restore. Sessions end with a restore: their secrets
  // need not lie about in backups.
  columns: `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'kysely\\_%' AND c.relname <> 'session'
               AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
             GROUP BY c.relname ORDER BY c.relname`,
  references: `SELECT DISTINCT child.relname AS child, parent.relname AS parent
                 FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
                WHERE k.contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND k.conrelid <> k.confrelid`,
  sequences: `SELECT sequencename AS name, last_value AS "lastValue" FROM pg_sequences WHERE schemaname = current_schema()`,
};

/** Lists what there is, from the database's own catalogue: a table of a later version is never forgotten. */
export async function listContents(connection: Connection | Pool): Promise<DatabaseContents> {
  const columns = await connection.query<CopyColumns>(SQL.columns);
  const references = await connection.query<Reference>(SQL.references);
  const sequences = await connection.query<{ name: string; lastValue: number | null }>(SQL.sequences);
  return {
    tables: inOrderOfReference(columns.rows, references.rows),
    sequences: Object.fromEntries(sequences.rows.map(({ name, lastValue }) => [name, lastValue])),
  };
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

/** Throws when tables refer to each other in a circle: such a schema could not be filled table by table. */
export function inOrderOfReference(tables: readonly CopyColumns[], references: readonly Reference[]): readonly CopyColumns[] {
  const ordered: CopyColumns[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ table }) => table));
    const isFree = ({ table }: CopyColumns) => !references.some(({ child, parent }) => child === table && names.has(parent));
    const free = waiting.filter(isFree);
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...names].join(', ')}`);
    ordered.push(...free);
    waiting = waiting.filter((table) => !isFree(table));
  }
  return ordered;
}
