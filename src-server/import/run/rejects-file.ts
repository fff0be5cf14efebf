import { constants } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BYTE_ORDER_MARK, csvLine } from '../../../src-shared/util/csv.ts';
import { ImportProblem } from '../import-problem.ts';

/** The first two columns of every rejects file; a file that begins with them is one. */
export const REJECT_COLUMNS = ['Rejected line', 'Rejected because'] as const;

/** A list of rows that could not be imported. It appears under its name only when it is complete. */
export interface RejectsFile {
  readonly path: string;
  add(line: number, reason: string, fields: readonly string[]): Promise<void>;
  /** Puts the file in its place; with no row in it, takes away what an earlier run left there. */
  finish(): Promise<void>;
  /** Throws away what was written so far. */
  abandon(): Promise<void>;
}

export function isRejectsFile(columns: readonly string[]): boolean {
  return REJECT_COLUMNS.every((name, index) => columns[index] === name);
}

/** Opens `given`, or NAME.rejects.csv beside the imported file; where that folder may not be written, in the working folder. */
export async function openRejects(importedFile: string, given: string | null, columns: readonly string[]): Promise<RejectsFile> {
  const target = given ?? (await besideOrHere(importedFile));
  const part = `${target}.part`;
  const handle = await open(part, 'w', 0o600).catch(() => {
    throw new ImportProblem(`The rejects file ${target} cannot be written. Give another place with --rejects FILE.`);
  });
  let rows = 0;
  return {
    path: target,
    async add(line, reason, fields) {
      if (rows === 0) await handle.write(BYTE_ORDER_MARK + csvLine([...REJECT_COLUMNS, ...columns]));
      rows += 1;
      await handle.write(csvLine([line, reason, ...fields]));
    },
    async finish() {
      await handle.close();
      await (rows > 0 ? rename(part, target) : rm(part));
      if (rows === 0 && given === null) await rm(target, { force: true });
    },
    async abandon() {
      await handle.close();
      await rm(part, { force: true });
    },
  };
}

/** A place for a file about `file`: in its folder, or in the working folder where that one may not be written. */
export async function besideOrHere(file: string, ending = '.rejects.csv'): Promise<string> {
  const folder = path.dirname(file);
  const name = path.basename(file, path.extname(file)) + ending;
  const isWritable = await access(folder, constants.W_OK).then(() => true, () => false);
  return path.join(isWritable ? folder : '.', name);
}
