import type { CsvTable } from '../file/open-csv.ts';
import type { MappingFile } from '../mapping/mapping.ts';
import { type DateFormats, type DayOrder, dayOrderOf, guessDateFormats } from './date-formats.ts';
import { findColumns, type FoundColumns } from './find-columns.ts';
import { type ColumnSample, sampleTable } from './sample-table.ts';
import { suggestChannel, suggestClosing, suggestLocation, suggestRequester, suggestState } from './suggested-parts.ts';

export interface Suggestion {
  readonly mapping: MappingFile;
  /** What a person has to look at, one sentence each; also written into the file's `notes`. */
  readonly questions: readonly string[];
}

/** Stands where a column has to be named and none was found; no file has such a column. */
export const COLUMN_TO_NAME = '(name the column here)';

/**
 * A mapping for a file nobody has described yet, from the names and values of its columns. Nothing is left out: columns
 * that play no part are kept in a note on each case. Reads the whole file once.
 */
export async function suggestMapping(table: CsvTable, fileName: string, timeZone: string): Promise<Suggestion> {
  const columns = await sampleTable(table);
  const found = findColumns(columns);
  const dates = suggestDates(found);
  const questions = missingColumns(found);
  const ask = (question: string) => void questions.push(question);
  if (dates.isAmbiguous) ask(`Every date fits both with the day first and with the month first; ${dates.received.formats[0] ?? ''} is written here. Check the formats.`);
  if (!dates.saysOffset) ask(`The file does not say its time zone. ${timeZone} is written here: put the city’s own in timeZone.name, such as America/New_York.`);
  const name = nameOf(fileName);
  const codePrefix = `${(name.split('-')[0] ?? 'old').slice(0, 8).toUpperCase()}-`;
  const mapping: MappingFile = {
    portreeveMapping: 1,
    name,
    title: `the earlier system (${fileName})`,
    notes: questions,
    system: name,
    timeZone: { name: timeZone },
    sourceId: found.sourceId ? { columns: [found.sourceId.name] } : { fromWholeRow: true },
    receivedAt: { columns: names(found.receivedDate, found.receivedTime), formats: orIso(dates.received) },
    closedAt: found.closedDate
      ? { columns: names(found.closedDate, found.closedTime), formats: orIso(dates.closed), daysOpen: found.daysOpen?.name ?? null }
      : null,
    state: suggestState(found.state, ask),
    channel: suggestChannel(found.channel, ask),
    service: { columns: names(found.service), create: { codePrefix, serviceGroup: found.serviceGroup ? { columns: [found.serviceGroup.name] } : null } },
    department: { columns: found.department ? [found.department.name] : [], create: { codePrefix, nameWithoutText: 'Imported cases' } },
    location: suggestLocation(found, ask),
    description: found.description ? { columns: [found.description.name] } : null,
    requester: suggestRequester(found),
    statusNote: found.statusNote ? { columns: [found.statusNote.name] } : null,
    closing: suggestClosing(found),
    keep: leftOver(columns, found).map((column) => ({ column: column.name, label: column.name })),
  };
  return { mapping, questions };
}

function missingColumns(found: FoundColumns): string[] {
  const questions: string[] = [];
  if (!found.receivedDate) questions.push('No column with the date of receipt was recognised: name it in receivedAt.columns, and its format in receivedAt.formats.');
  if (!found.sourceId) {
    questions.push('No column with a case number was recognised: every case gets an id made from its whole row, so a row that was changed comes in again. If there is such a column, write "sourceId": { "columns": ["its name"] }.');
  }
  if (!found.service) questions.push('No column that says what was asked for was recognised: name it in service.columns.');
  if (!found.department) questions.push('No column with a department was recognised: all new services belong to the one named in department.create. If there is such a column, name it in department.columns.');
  if (!found.state) questions.push('No column with the state of the case was recognised: a case with a closing date counts as closed, all others as new.');
  return questions;
}

interface SuggestedDates {
  readonly received: DateFormats;
  readonly closed: DateFormats;
  readonly isAmbiguous: boolean;
  readonly saysOffset: boolean;
}

/** All date columns of a file are written alike: what one of them tells of day and month holds for the other. */
function suggestDates(found: FoundColumns): SuggestedDates {
  const receivedTexts = joinedValues(found.receivedDate, found.receivedTime);
  const closedTexts = joinedValues(found.closedDate, found.closedTime);
  const order: DayOrder | null = dayOrderOf(receivedTexts) ?? dayOrderOf(closedTexts);
  const received = guessDateFormats(receivedTexts, order);
  const closed = guessDateFormats(closedTexts, order);
  const filled = receivedTexts.filter((text) => text !== '');
  return {
    received,
    closed,
    isAmbiguous: received.isAmbiguous || closed.isAmbiguous,
    saysOffset: filled.length > 0 && filled.every((text) => /(Z|[+-]\d{2}:?\d{2})$/i.test(text) && /:/.test(text)),
  };
}

function joinedValues(date: ColumnSample | undefined, time: ColumnSample | undefined): readonly string[] {
  return date?.values.map((value, row) => [value, time?.values[row] ?? ''].filter((part) => part !== '').join(' ')) ?? [];
}

function orIso({ formats }: DateFormats): string[] {
  return formats.length > 0 ? [...formats] : ['ISO'];
}

function names(...columns: readonly (ColumnSample | undefined)[]): string[] {
  const there = columns.filter((column) => column !== undefined).map((column) => column.name);
  return there.length > 0 ? there : [COLUMN_TO_NAME];
}

function leftOver(columns: readonly ColumnSample[], found: FoundColumns): readonly ColumnSample[] {
  const used = new Set(Object.values(found));
  return columns.filter((column) => column.isEverFilled && !used.has(column));
}

/** A mapping's name from a file's: `Springfield 311 (2024).csv` gives `springfield-311-2024`. */
function nameOf(fileName: string): string {
  const slug = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug || 'imported-file';
}
