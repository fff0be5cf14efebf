import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CsvTable } from '../file/open-csv.ts';
import { ImportProblem } from '../import-problem.ts';
import { suggestMapping } from '../suggest/suggest-mapping.ts';
import { besideOrHere } from './rejects-file.ts';

export interface WrittenSuggestion {
  readonly path: string;
  readonly questions: readonly string[];
}

const MOST_NAMES_TRIED = 100;

/** Writes a suggested mapping beside the file, under a name that is free. */
export async function writeSuggestion(table: CsvTable, file: string): Promise<WrittenSuggestion> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { mapping, questions } = await suggestMapping(table, path.basename(file), zone);
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  for (let count = 1; count <= MOST_NAMES_TRIED; count += 1) {
    const target = await besideOrHere(file, count === 1 ? '.mapping.json' : `.mapping-${count}.json`);
    if (await writeIfFree(target, text)) return { path: target, questions };
  }
  throw new ImportProblem(`There are too many suggested mappings for ${path.basename(file)} already. Delete those no longer needed and try again.`);
}

async function writeIfFree(target: string, text: string): Promise<boolean> {
  try {
    await writeFile(target, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new ImportProblem(`The suggested mapping ${target} cannot be written. Copy the CSV file to a folder of your own and try again.`);
  }
}
