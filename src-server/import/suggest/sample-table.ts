import type { CsvTable } from '../file/open-csv.ts';

/** What is known of a column after looking at the file. */
export interface ColumnSample {
  readonly name: string;
  /** Values of the first rows, trimmed; empty ones included. */
  readonly values: readonly string[];
  /** Different values with how often each comes, of the whole file; null when there are too many to be a list of words. */
  readonly words: ReadonlyMap<string, number> | null;
  readonly isUnique: boolean;
  readonly isEverFilled: boolean;
}

const FIRST_ROWS = 1_000;
const MAX_WORDS = 200;
const MAX_UNIQUE_CHECKED = 200_000;

/** Reads the whole file once. */
export async function sampleTable(table: CsvTable): Promise<readonly ColumnSample[]> {
  const collectors = table.columns.map(columnCollector);
  let row = 0;
  for await (const next of table.rows()) {
    if (!next.ok) continue;
    for (const collector of collectors) collector.add(next.values.get(collector.name)?.trim() ?? '', row);
    row += 1;
  }
  return collectors.map((collector) => collector.sample());
}

function columnCollector(name: string) {
  const values: string[] = [];
  let words: Map<string, number> | null = new Map();
  let unique: Set<string> | null = new Set();
  let isEverFilled = false;
  return {
    name,
    add(value: string, row: number): void {
      if (row < FIRST_ROWS) values.push(value);
      if (value !== '') isEverFilled = true;
      words?.set(value, (words.get(value) ?? 0) + 1);
      if (words && words.size > MAX_WORDS) words = null;
      if (unique && (value === '' || unique.has(value))) unique = null;
      else if (unique && unique.size < MAX_UNIQUE_CHECKED) unique.add(value);
    },
    sample: (): ColumnSample => ({ name, values, words, isUnique: unique !== null && unique.size > 0, isEverFilled }),
  };
}
