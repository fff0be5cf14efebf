/**
 * Reads a directory of outside agencies from a CSV file, as other offices give it away, and writes the city's own.
 *
 * Columns are found by their names. A row without name, address or phone is rejected with its line and what to do; none is dropped
 * silently. Reading the same file again changes nothing; reading a newer one updates what is there.
 */
import { t } from '../language/language.ts';
import { listWords } from '../util/list-words.ts';
import { BYTE_ORDER_MARK, csvLine } from '../util/csv.ts';
import type { Agency } from './agency.ts';
import { readCsvRecords, type CsvRecord } from './csv-records.ts';
import { essentialColumns, findDirectoryColumns, type DirectoryColumns } from './directory-columns.ts';
import { identityOf, mergeDirectory, type NumberedRow } from './directory-merge.ts';
import { readDirectoryRow, type DirectoryProblem } from './directory-row.ts';

export type DirectoryImport =
  | {
      readonly ok: true;
      /** The whole directory as it would be: what was there in its order, changed where the file says so, then what is new. */
      readonly agencies: readonly Agency[];
      readonly addedCodes: readonly string[];
      readonly updatedCodes: readonly string[];
      readonly unchangedCount: number;
      readonly rejectedCount: number;
      /** By line. Those with `isRejected` are the rows that are not in `agencies`. */
      readonly problems: readonly DirectoryProblem[];
      readonly unusedColumns: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'empty' | 'missingColumns'; readonly message: string };

export interface DirectoryOptions {
  /** The directory so far. */
  readonly existing: readonly Agency[];
  /** Codes of the city's services, for a column that names them. */
  readonly serviceCodes: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads the text of a directory file (see `decodeText` for its bytes).
 *
 * A row is the agency that has its code, else its name and address, else its name where only one agency has it; so an agency
 * that moved keeps its code. A cell that is empty, and a column the file does not have, leave what staff entered as it is. Agencies
 * that are not in the file stay.
 */
export function readAgencyDirectory(text: string, options: DirectoryOptions): DirectoryImport {
  const table = readTable(text);
  if (table === null) return { ok: false, reason: 'empty', message: t`The file is empty. Export the directory again.` };
  const missing = missingColumns(table.columns);
  if (missing.length > 0) return { ok: false, reason: 'missingColumns', message: missingMessage(missing, table.header) };
  const context = { columns: table.columns, serviceCodes: new Set(options.serviceCodes) };
  const problems: DirectoryProblem[] = [];
  const rows: NumberedRow[] = [];
  for (const record of table.records) {
    const read = record.ok ? readDirectoryRow(record.fields, { ...context, line: record.line }) : damaged(record.line);
    problems.push(...read.problems);
    if (read.row) rows.push({ line: record.line, row: read.row });
  }
  const merged = mergeDirectory(withoutRepeats(rows, problems), options.existing);
  return { ok: true, ...merged, ...tally([...problems, ...merged.problems]), unusedColumns: table.columns.unused };
}

/** The directory as a file that `readAgencyDirectory` reads back: changed by nobody, it changes nothing. */
export function agencyDirectoryCsv(agencies: readonly Agency[]): string {
  const header = ['code', 'name', 'address', 'phone', 'hours', 'handles', 'email', 'website', 'service codes', 'places', 'from', 'until'];
  const lines = agencies.map(({ code, name, address, phone, hours, handles, email, website, serviceCodes, placeWords, from, until }) =>
    csvLine([code, name, address, phone, hours, handles, email, website, serviceCodes.join('; '), placeWords.join('; '), from, until]),
  );
  return BYTE_ORDER_MARK + csvLine(header) + lines.join('');
}

interface Table {
  readonly header: readonly string[];
  readonly columns: DirectoryColumns;
  readonly records: readonly CsvRecord[];
}

/** Read with the mark between columns that makes most sense of the header. Null for a file without one. */
function readTable(text: string): Table | null {
  const tables = DELIMITERS.flatMap((delimiter): readonly Table[] => {
    const [first, ...records] = readCsvRecords(text, delimiter);
    return first?.ok ? [{ header: first.fields, columns: findDirectoryColumns(first.fields), records }] : [];
  });
  const sense = ({ columns, header }: Table): number => essentialColumns(columns) * 1_000 + header.length;
  return tables.reduce<Table | null>((best, table) => (best === null || sense(table) > sense(best) ? table : best), null);
}

function missingColumns({ of }: DirectoryColumns): readonly string[] {
  const needed = [
    [t`the agency’s name`, of.name ?? of.program],
    [t`its street address`, of.street],
    [t`its phone number`, of.phone],
  ] as const;
  return needed.filter(([, column]) => column === undefined).map(([what]) => what);
}

function missingMessage(missing: readonly string[], header: readonly string[]): string {
  const found = header.slice(0, 12).map((name) => `“${name.trim().slice(0, 40)}”`).join(', ');
  return t`There is no column for ${listWords(missing)}. The first line of the file must name the columns, for example: name, address, phone. It names ${found}.`;
}

function damaged(line: number): { readonly row: null; readonly problems: readonly DirectoryProblem[] } {
  const message = t`Line ${line} has a quotation mark that is not closed. Close it in the file, then import it again.`;
  return { row: null, problems: [{ line, isRejected: true, reason: 'damagedLine', message }] };
}

function withoutRepeats(rows: readonly NumberedRow[], problems: DirectoryProblem[]): readonly NumberedRow[] {
  const firstLines = new Map<string, number>();
  return rows.filter(({ line, row }) => {
    const keys = [identityOf(row), ...(row.code ? [t`code ${row.code}`] : [])];
    const first = keys.map((key) => firstLines.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!firstLines.has(key)) firstLines.set(key, first ?? line);
    if (first === undefined) return true;
    const message = t`Line ${line} (${row.name}) is the same agency as line ${first}, and line ${first} was taken. Keep one of them in the file.`;
    problems.push({ line, isRejected: true, reason: 'repeated', message });
    return false;
  });
}

function tally(problems: DirectoryProblem[]): { readonly rejectedCount: number; readonly problems: readonly DirectoryProblem[] } {
  const rejectedLines = new Set(problems.filter(({ isRejected }) => isRejected).map(({ line }) => line));
  return { rejectedCount: rejectedLines.size, problems: problems.sort((a, b) => a.line - b.line) };
}
