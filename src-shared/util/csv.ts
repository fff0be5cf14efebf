/**
 * Writing CSV that no spreadsheet mistakes for formulas.
 *
 * A text that a spreadsheet would calculate (it begins with = + - @, a tab or a line break, perhaps after spaces) gets an
 * apostrophe in front. The rule can be undone without loss: a text that already stands behind apostrophes gets one more,
 * so `original(neutral(text)) === text` for every text. Values typed as numbers are written as they are.
 */
export type CsvValue = string | number | null;

const CALCULATED = /^'*(?:[\t\r\n]|[\s\uFEFF]*[=+\-@＝＋－＠])/u;
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/u;

/** First character of a CSV file for spreadsheets: without it Excel reads UTF-8 as Windows-1252. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The text as a spreadsheet may safely open it. */
export function neutral(text: string): string {
  return CALCULATED.test(text) ? `'${text}` : text;
}

/** Takes back what `neutral` did; any other text stays as it is. */
export function original(text: string): string {
  return text.startsWith("'") && CALCULATED.test(text.slice(1)) ? text.slice(1) : text;
}

/** One record with its line end (RFC 4180: commas, CRLF). Null is an empty field. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutral(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
