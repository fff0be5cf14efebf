import { parse } from 'csv-parse/sync';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const DELIMITER_LABELS: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

const SAMPLE_RECORDS = 50;

/**
 * What stands between the columns, judged by the first records: the mark that gives the most columns in the most records.
 *
 * `sample` begins at the beginning of the file and may end anywhere. Null when no mark gives two columns.
 */
export function guessDelimiter(sample: string): Delimiter | null {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sample, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : null;
}

/**
 * Columns of the usual record beyond the first, less the more records differ; the column names count double, because
 * decimal commas and commas in sentences stand in the rows below them.
 */
function score(sample: string, delimiter: Delimiter): number {
  const widths = sampleRecords(sample, delimiter).map((fields) => fields.length);
  const usual = mostFrequent(widths);
  const agreement = widths.filter((width) => width === usual).length / Math.max(widths.length, 1);
  return (usual - 1) * agreement ** 2 * (widths[0] === usual ? 2 : 1);
}

/** The first records of a text that hold anything, read leniently; the last one, which the sample may have cut, is left out when there are others. */
export function sampleRecords(sample: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const records = parse(sample, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    to: SAMPLE_RECORDS,
  });
  return records.length > 1 && records.length < SAMPLE_RECORDS && !/[\r\n]$/.test(sample) ? records.slice(0, -1) : records;
}

export function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0] as const)[0];
}
