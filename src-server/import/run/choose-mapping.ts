import type { CsvTable } from '../file/open-csv.ts';
import { fits } from '../mapping/bind-columns.ts';
import { builtInMappings } from '../mapping/load-mapping.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { rowContext } from './row-context.ts';
import { readRows } from './read-rows.ts';

const SAMPLE_ROWS = 200;
const ENOUGH = 0.5;

/**
 * The built-in mapping whose columns the file has and whose formats its first rows follow; null when none does.
 *
 * Mappings of one city differ only in the order of day and month: the one that reads more rows is taken.
 */
export async function recogniseMapping(table: CsvTable): Promise<Mapping | null> {
  const candidates = (await builtInMappings()).filter((mapping) => fits(mapping, table.columns));
  let best: { readonly mapping: Mapping; readonly share: number } | null = null;
  for (const mapping of candidates) {
    const share = await readableShare(table, mapping);
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { mapping, share };
  }
  return best?.mapping ?? null;
}

/** The share of the first rows that a mapping can read; 1 for a file without rows. */
export async function readableShare(table: CsvTable, mapping: Mapping): Promise<number> {
  let rows = 0;
  let readable = 0;
  for await (const row of readRows(table, rowContext(mapping))) {
    rows += 1;
    if (row.ok) readable += 1;
    if (rows >= SAMPLE_ROWS) break;
  }
  return rows === 0 ? 1 : readable / rows;
}
