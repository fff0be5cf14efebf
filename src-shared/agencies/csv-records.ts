/**
 * Reads the text of a CSV file into records with the line each begins on, and gets past damage.
 *
 * A pure reader of its own: this folder runs in the window too, where the parser of the server's import has no place. It reads
 * RFC 4180 (a test compares the two on any table) and forgives spaces around quotation marks and a stray
 * quotation mark inside a field. A quotation mark that is
 * never closed costs the one line it stands on, not the rest of the file.
 */
export type CsvRecord =
  | { readonly ok: true; readonly line: number; readonly fields: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly text: string };

/** A record longer than this is taken for a quotation mark that was never closed. */
const MAX_RECORD_LENGTH = 64 * 1024;

/** All records that hold anything, the header included; lines count from 1. `delimiter` is one character. Never throws. */
export function readCsvRecords(text: string, delimiter: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (position < text.length) {
    const read = readRecord(text, position, delimiter);
    const end = read?.end ?? lineEnd(text, position);
    const raw = text.slice(position, end);
    if (read === null) records.push({ ok: false, line, text: raw.trim().slice(0, 200).toWellFormed() });
    else if (read.fields.some((field) => field.trim() !== '')) records.push({ ok: true, line, fields: read.fields });
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
    position = end;
  }
  return records;
}

interface ReadRecord {
  readonly fields: readonly string[];
  /** Offset behind the record's line end. */
  readonly end: number;
}

/** Null when a quoted field does not end. */
function readRecord(text: string, start: number, delimiter: string): ReadRecord | null {
  const fields: string[] = [];
  for (let position = start; ; position += 1) {
    const begin = skipSpaces(text, position);
    const field = text[begin] === '"' ? readQuoted(text, begin, delimiter) : readPlain(text, position, delimiter);
    if (field === null) return null;
    fields.push(field.value);
    position = field.end;
    if (text[position] === delimiter) continue;
    if (text.startsWith('\r\n', position)) return { fields, end: position + 2 };
    return { fields, end: Math.min(position + 1, text.length) };
  }
}

interface ReadField {
  readonly value: string;
  /** Offset of the delimiter or line end behind the field, or the end of the text. */
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): ReadField {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

/** Spaces around a quoted field are nobody's meaning. */
function skipSpaces(text: string, start: number): number {
  let position = start;
  while (text[position] === ' ') position += 1;
  return position;
}

/** A quotation mark ends the field where a delimiter or line end follows; two are one; any other stands for itself. */
function readQuoted(text: string, start: number, delimiter: string): ReadField | null {
  let value = '';
  let position = start + 1;
  const limit = Math.min(text.length, start + MAX_RECORD_LENGTH);
  while (position < limit) {
    const quote = text.indexOf('"', position);
    if (quote < 0) return null;
    value += text.slice(position, quote);
    const after = skipSpaces(text, quote + 1);
    const next = text[after];
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return { value, end: after };
    value += '"';
    position = quote + (text[quote + 1] === '"' ? 2 : 1);
  }
  return null;
}

/** Offset behind the line end of the line that `start` is in. */
function lineEnd(text: string, start: number): number {
  const { end } = readPlain(text, start, '\n');
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}
