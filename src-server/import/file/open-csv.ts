import { open } from 'node:fs/promises';
import path from 'node:path';
import { ImportProblem } from '../import-problem.ts';
import { DELIMITER_LABELS, type Delimiter, guessDelimiter, mostFrequent, sampleRecords } from './delimiter.ts';
import { nameColumns } from './header.ts';
import { type CsvRecord, readRecords } from './read-records.ts';
import { ENCODING_LABELS, type Encoding } from './text-encoding.ts';
import { openUtf8, type Utf8File } from './utf8-file.ts';

/** A row as it stands in the file: its values by column name, or why it cannot be read. */
export type CsvRow =
  | { readonly ok: true; readonly line: number; readonly values: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly line: number; readonly fields: readonly string[]; readonly reason: string };

export interface CsvTable {
  readonly columns: readonly string[];
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** How the file was read, one sentence each. */
  readonly notes: readonly string[];
  /** All rows below the column names, in order. May be asked for again. */
  rows(): AsyncGenerator<CsvRow>;
  close(): Promise<void>;
}

export interface CsvOptions {
  /** Null: found out. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

const SAMPLE_BYTES = 256 * 1024;

/** Opens a CSV file and finds out how it is written. Throws ImportProblem when it is none, or has no columns to speak of. */
export async function openCsv(file: string, options: CsvOptions = { encoding: null, delimiter: null }): Promise<CsvTable> {
  const utf8 = await openUtf8(file, options.encoding);
  try {
    return await describeTable(utf8, path.basename(file), options);
  } catch (error) {
    await utf8.close();
    throw error;
  }
}

async function describeTable(utf8: Utf8File, name: string, options: CsvOptions): Promise<CsvTable> {
  const sample = await readSample(utf8);
  const stated = /^sep=([,;\t|])\r?\n/.exec(sample)?.[1] as Delimiter | undefined; // safe: the pattern lists the delimiters
  const delimiter = options.delimiter ?? stated ?? guessDelimiter(sample);
  if (delimiter === null) throw oneColumn(name);
  const above = recordsAboveHeader(sampleRecords(sample, delimiter));
  const headerRecord = await nthRecord(utf8, delimiter, above);
  const { columns, notes } = nameColumns(headerRecord.fields);
  return {
    columns,
    encoding: utf8.encoding,
    delimiter,
    notes: [
      `Read as ${ENCODING_LABELS[utf8.encoding]}, columns separated by ${DELIMITER_LABELS[delimiter]}.`,
      ...(above > 0 ? [`The column names are on line ${headerRecord.line}; what stands above them was passed over.`] : []),
      ...notes,
    ],
    rows: () => rowsBelow(utf8, delimiter, headerRecord.line, columns),
    close: () => utf8.close(),
  };
}

async function readSample(utf8: Utf8File): Promise<string> {
  const handle = await open(utf8.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, utf8.start);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function oneColumn(name: string): ImportProblem {
  return new ImportProblem(
    `${name} has only one column: nothing in it looks like a table with commas, semicolons, tabs or vertical bars between the columns. Look at it in a text editor; if another sign separates the columns, save it again as CSV.`,
  );
}

/** Titles and remarks above the column names fill only a cell or two where the table has many; Excel’s `sep=;` is none either. */
function recordsAboveHeader(records: readonly (readonly string[])[]): number {
  const usual = mostFrequent(records.map((fields) => fields.length));
  const isAbove = (fields: readonly string[]) => {
    const filled = fields.filter((field) => field.trim() !== '').length;
    return fields[0] === 'sep=' || filled <= usual / 4 || (filled <= 1 && (usual >= 3 || fields.length < usual));
  };
  return Math.max(records.findIndex((fields) => !isAbove(fields)), 0);
}

async function nthRecord(utf8: Utf8File, delimiter: Delimiter, index: number): Promise<Extract<CsvRecord, { ok: true }>> {
  let seen = 0;
  for await (const record of readRecords(utf8, delimiter)) {
    if (record.ok && seen === index) return record;
    seen += 1;
  }
  throw new ImportProblem('The file has no line with column names. Export it again from the old system, with column names.');
}

async function* rowsBelow(utf8: Utf8File, delimiter: Delimiter, headerLine: number, columns: readonly string[]): AsyncGenerator<CsvRow> {
  for await (const record of readRecords(utf8, delimiter)) {
    if (record.line > headerLine) yield rowOf(record, columns);
  }
}

function rowOf(record: CsvRecord, columns: readonly string[]): CsvRow {
  if (!record.ok) return { ok: false, line: record.line, fields: [record.text], reason: record.reason };
  const { line, fields } = record;
  const extra = fields.slice(columns.length);
  if (fields.length < columns.length || extra.some((field) => field.trim() !== '')) {
    return { ok: false, line, fields, reason: `The row has ${fields.length} ${fields.length === 1 ? 'column' : 'columns'}, but there are ${columns.length} column names.` };
  }
  return { ok: true, line, values: new Map(columns.map((column, index) => [column, fields[index] ?? ''])) };
}
