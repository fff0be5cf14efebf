import { constants } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
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

export interface RejectsPlace {
  readonly importedFile: string;
  /** Null: NAME.rejects.csv beside the imported file; where that folder may not be written, in the working folder. */
  readonly given: string | null;
  /** A dry run lists its rows in a file of its own, NAME.dry-run.csv, and leaves alone what a real run has listed. */
  readonly isDryRun: boolean;
}

/** Where the rejects go. Throws ImportProblem where writing there would cost the imported file, or one that holds something else. */
export async function findRejectsPath({ importedFile, given, isDryRun }: RejectsPlace): Promise<string> {
  const wanted = given ?? (await besideOrHere(importedFile));
  const target = isDryRun ? dryRunName(wanted) : wanted;
  for (const written of [wanted, target, partOf(target)]) {
    if (await isSameFile(written, importedFile)) throw new ImportProblem(`The rejects file ${written} is the file to import itself. Give another place with --rejects FILE.`);
  }
  if (!(await isFreeOrRejects(target))) {
    throw new ImportProblem(`${target} is there already and is not a list of rejected rows, so it was left as it is. Move it away, or give another place with --rejects FILE.`);
  }
  return target;
}

/** Opens a place that `findRejectsPath` found. */
export async function openRejects(target: string, columns: readonly string[]): Promise<RejectsFile> {
  const part = partOf(target);
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
      if (rows === 0) await rm(target, { force: true });
    },
    async abandon() {
      await handle.close();
      await rm(part, { force: true });
    },
  };
}

function partOf(target: string): string {
  return `${target}.part`;
}

function dryRunName(target: string): string {
  const { dir, name, ext } = path.parse(target);
  return path.join(dir, `${name}.dry-run${ext}`);
}

/** By device and number, so that links and other spellings of a name are seen through. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => stat(file, { bigint: true }).catch(() => null)));
  return first != null && second != null && first.dev === second.dev && first.ino === second.ino;
}

/** A spreadsheet may have saved it with another separator, or with quotation marks. */
const REJECTS_BEGINNING = new RegExp(`^\\uFEFF?"?${REJECT_COLUMNS[0]}"?[,;\\t]"?${REJECT_COLUMNS[1]}"?(?:[,;\\t\\r\\n]|$)`);
const BEGINNING_BYTES = 64;

async function isFreeOrRejects(target: string): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  if (found === null) return true;
  if (!found.isFile()) return false;
  const handle = await open(target).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return REJECTS_BEGINNING.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** A place for a file about `file`: in its folder, or in the working folder where that one may not be written. */
export async function besideOrHere(file: string, ending = '.rejects.csv'): Promise<string> {
  const folder = path.dirname(file);
  const name = path.basename(file, path.extname(file)) + ending;
  const isWritable = await access(folder, constants.W_OK).then(() => true, () => false);
  return path.join(isWritable ? folder : '.', name);
}
