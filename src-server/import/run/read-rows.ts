import { createHash } from 'node:crypto';
import { original } from '../../../src-shared/util/csv.ts';
import type { CsvTable } from '../file/open-csv.ts';
import { bindColumns } from '../mapping/bind-columns.ts';
import type { RowContext } from '../row/dates.ts';
import { type MappedRow, mapRow } from '../row/map-row.ts';
import { isRejectsFile } from './rejects-file.ts';

/** A row of the file and what became of it. */
export type ReadRow =
  | { readonly ok: true; readonly line: number; readonly fields: readonly string[]; readonly mapped: Extract<MappedRow, { ok: true }> }
  | { readonly ok: false; readonly line: number; readonly fields: readonly string[]; readonly reason: string };

interface FirstOfItsId {
  readonly line: number;
  /** Of the whole row: the rows themselves are not kept, a file may hold millions. */
  readonly digest: string;
}

/**
 * All rows of the file in order, mapped; of several with the same case number the first is taken.
 *
 * A rejects file of an earlier run may be read again after it was corrected: its apostrophes before formula characters are
 * taken away.
 */
export async function* readRows(table: CsvTable, context: RowContext): AsyncGenerator<ReadRow> {
  const columnOf = bindColumns(context.mapping, table.columns);
  const restore = isRejectsFile(table.columns) ? original : (text: string) => text;
  const seen = new Map<string, FirstOfItsId>();
  for await (const row of table.rows()) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const values = new Map([...row.values].map(([column, value]) => [column, restore(value).trim()]));
    const fields = [...row.values.values()].map(restore);
    const text = JSON.stringify(fields);
    const read = (column: string) => values.get(columnOf.get(column) ?? '') ?? '';
    const mapped = mapRow({ line: row.line, text, read }, context);
    const reason = mapped.ok ? repeatOf(mapped.imported.sourceId, { line: row.line, digest: digestOf(text) }, seen) : mapped.reason;
    yield mapped.ok && reason === null
      ? { ok: true, line: row.line, fields, mapped }
      : { ok: false, line: row.line, fields, reason: reason ?? '' };
  }
}

function repeatOf(sourceId: string, row: FirstOfItsId, seen: Map<string, FirstOfItsId>): string | null {
  const first = seen.get(sourceId);
  if (first === undefined) {
    seen.set(sourceId, row);
    return null;
  }
  if (first.digest === row.digest) return `This row repeats line ${first.line}, word for word.`;
  return `This row has the same case number as line ${first.line}, but says something else. Line ${first.line} was taken.`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
