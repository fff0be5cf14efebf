import path from 'node:path';
import { type CsvTable, openCsv } from '../file/open-csv.ts';
import type { ImportOptions } from '../cli-arguments.ts';
import { ImportProblem } from '../import-problem.ts';
import { loadMapping } from '../mapping/load-mapping.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { recogniseMapping } from './choose-mapping.ts';
import { collectNeeds, type FileNeeds } from './needs.ts';
import { readRows } from './read-rows.ts';
import { findRejectsPath, openRejects, type RejectsFile } from './rejects-file.ts';
import { rowContext } from './row-context.ts';
import { type RowCounts, sendRows } from './send-rows.ts';
import { connect, type ImportServer } from './server-client.ts';
import { writeSuggestion } from './write-suggestion.ts';

/** How a run ended, as the command's exit code. */
export type RunEnd = 'done' | 'mappingNeeded';

export interface Console {
  /** One sentence or table line for the person at the keyboard. */
  readonly say: (line: string) => void;
  readonly progress: (done: number, total: number) => void;
  /** Aborted when the person wants to stop; the run then ends with an ImportProblem. */
  readonly stopping: AbortSignal;
}

/** The whole import of one file. Throws ImportProblem for what a person can mend; nothing is half done then, only unfinished. */
export async function runImport(options: ImportOptions, out: Console): Promise<RunEnd> {
  const given = options.mapping === null ? null : await loadMapping(options.mapping);
  const table = await openCsv(options.file, given?.file);
  try {
    table.notes.forEach(out.say);
    const mapping = given ?? (await recogniseMapping(table));
    if (mapping === null) return await suggest(table, options, out);
    if (given === null) out.say(`These are the columns of ${mapping.title}: the mapping ${mapping.name} is used.`);
    await importTable(table, mapping, options, out);
    return 'done';
  } finally {
    await table.close();
  }
}

async function suggest(table: CsvTable, options: ImportOptions, out: Console): Promise<RunEnd> {
  const { path: file, questions } = await writeSuggestion(table, options.file);
  out.say('');
  out.say(`No built-in mapping fits these columns: ${table.columns.join(', ')}.`);
  out.say(`A suggested mapping was written to ${file}. Nothing was imported.`);
  questions.forEach((question) => out.say(`  - ${question}`));
  out.say('Check it, change what is not right, then try it without writing anything:');
  out.say(`  npm run import -- ${quoted(options.file)} --server ${options.serverUrl} --mapping ${quoted(file)} --dry-run`);
  return 'mappingNeeded';
}

function quoted(name: string): string {
  return /^[\w./\\:-]+$/.test(name) ? name : `"${name}"`;
}

async function importTable(table: CsvTable, mapping: Mapping, options: ImportOptions, out: Console): Promise<void> {
  const rejectsPath = await findRejectsPath({ importedFile: options.file, given: options.rejectsFile, isDryRun: options.isDryRun });
  const context = rowContext(mapping);
  const rows = () => untilStopped(readRows(table, context), out.stopping);
  const needs = await collectNeeds(rows(), mapping);
  const server = await connect(options.serverUrl, options.signIn);
  const rejects = await openRejects(rejectsPath, table.columns);
  try {
    out.say(`${options.isDryRun ? 'Trying' : 'Importing'} ${count(needs.rowCount, 'row')} into ${options.serverUrl}, signed in as ${server.signedInAs}.`);
    await prepareCatalogue(server, needs, options, out);
    const counts = await sendRows(rows(), {
      send: (cases) => server.importBatch({ system: mapping.system, cases: [...cases], isDryRun: options.isDryRun, additions: options.isDryRun ? needs.additions : null }),
      reject: (line, reason, fields) => rejects.add(line, reason, fields),
      progress: (soFar) => out.progress(soFar.imported + soFar.alreadyHere + soFar.rejected, needs.rowCount),
    });
    await rejects.finish();
    summary(counts, rejects, options, out);
  } catch (error) {
    await rejects.abandon();
    throw error;
  } finally {
    await server.signOut();
  }
}

async function* untilStopped<T>(items: AsyncIterable<T>, stopping: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    if (stopping.aborted) throw new ImportProblem('Stopped. What was imported until now stays; the same command again goes on from there.');
    yield item;
  }
}

async function prepareCatalogue(server: ImportServer, needs: FileNeeds, { isDryRun }: ImportOptions, out: Console): Promise<void> {
  if (needs.rowCount === 0) return;
  const { addedDepartments, addedServices, addedDispositions, version } = await server.addToCatalogue({ additions: needs.additions, isDryRun });
  const additions = [
    ...(addedDepartments > 0 ? [count(addedDepartments, 'department')] : []),
    ...(addedServices > 0 ? [count(addedServices, 'service')] : []),
    ...(addedDispositions > 0 ? [count(addedDispositions, 'outcome')] : []),
  ];
  if (additions.length > 0) out.say(`${isDryRun ? 'Would add' : 'Added'} ${additions.join(', ')} to the city’s catalogue (version ${version}).`);
}

function summary(counts: RowCounts, rejects: RejectsFile, { file, isDryRun }: ImportOptions, out: Console): void {
  out.say('');
  out.say(`${path.basename(file)}: ${count(counts.rows, 'row')}`);
  out.say(`  ${figure(counts.imported)} ${isDryRun ? 'would be imported' : 'imported'}`);
  out.say(`  ${figure(counts.alreadyHere)} here already, left as they are`);
  out.say(`  ${figure(counts.rejected)} ${isDryRun ? 'would be rejected' : 'rejected'}${counts.rejected > 0 ? `: line and reason of each are in ${rejects.path}` : ''}`);
  if (counts.rows === 0) out.say('There are no rows below the column names.');
  if (isDryRun) out.say('This was a dry run: no case was written. Run it again without --dry-run to import.');
}

function figure(number: number): string {
  return number.toLocaleString('en-US').padStart(9);
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;
}
