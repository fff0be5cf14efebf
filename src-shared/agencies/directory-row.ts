import { t } from '../language/language.ts';
import { original } from '../util/csv.ts';
import { digitsOf, foldText } from '../util/fold-text.ts';
import { Code } from '../util/ids.ts';
import { IsoDate } from '../util/time.ts';
import { AGENCY_ADDRESS_MAX, AGENCY_HANDLES_MAX, AGENCY_HOURS_MAX, AGENCY_NAME_MAX, AGENCY_PHONE_MAX, type Agency } from './agency.ts';
import type { ColumnRole, DirectoryColumns } from './directory-columns.ts';

export const DIRECTORY_PROBLEM_REASONS = [
  'damagedLine',
  'noName',
  'noAddress',
  'noPhone',
  'tooLong',
  'badDate',
  'repeated',
  'cutShort',
  'unreadableCode',
  'unknownService',
] as const;
export type DirectoryProblemReason = (typeof DIRECTORY_PROBLEM_REASONS)[number];

/** Something about one row, with what to do in `message`. `isRejected`: the row is not in the directory because of it. */
export interface DirectoryProblem {
  /** Line of the file the row begins on, from 1. */
  readonly line: number;
  readonly isRejected: boolean;
  readonly reason: DirectoryProblemReason;
  readonly message: string;
}

/** What a row says of an agency. A field is missing when the file has no column for it or its cell is empty. */
export type AgencyRow = Pick<Agency, 'name' | 'address' | 'phone'> & Partial<Omit<Agency, 'name' | 'address' | 'phone'>>;

export type ReadRow =
  | { readonly row: AgencyRow; readonly problems: readonly DirectoryProblem[] }
  | { readonly row: null; readonly problems: readonly DirectoryProblem[] };

export interface RowContext {
  readonly columns: DirectoryColumns;
  readonly line: number;
  /** Codes of the city's services; a code that is none of them is left out, with a word about it. */
  readonly serviceCodes: ReadonlySet<string>;
}

/** Reads one row. Without name, address or phone it is rejected: a reply could not refer to it (S2, Policy). */
export function readDirectoryRow(fields: readonly string[], context: RowContext): ReadRow {
  const cell = (role: ColumnRole): string => tidyCell(fields[context.columns.of[role] ?? -1] ?? '');
  const notes = new RowNotes(context.line);
  const { name, program } = nameOf(cell('name'), cell('program').replaceAll('., ', ', ')); // “Central Region., Veterans Office” is how one county writes it
  const address = addressOf(cell);
  const phone = cell('phone');
  const { line } = context;
  const where = name === '' ? String(line) : `${line} (${name.slice(0, 60)}${name.length > 60 ? '…' : ''})`;
  if (name === '') notes.reject('noName', t`Line ${line} has no name. Add the agency’s name in the file, then import it again.`);
  if (address === '') notes.reject('noAddress', t`Line ${where} has no street address. Add it in the file, then import it again.`);
  if (!isPhone(phone)) notes.reject('noPhone', t`Line ${where} has no phone number. Add it in the file, then import it again.`);
  if (name.length > AGENCY_NAME_MAX || address.length > AGENCY_ADDRESS_MAX || phone.length > AGENCY_PHONE_MAX) {
    notes.reject('tooLong', t`Line ${where} has a name, address or phone that is too long for a letter. Shorten it in the file.`);
  }
  const [from, until] = [notes.day(cell('from'), 'first'), notes.day(cell('until'), 'last')];
  if (from && until && from > until) notes.reject('badDate', t`Line ${where} ends on ${until}, before it begins. Correct the dates in the file.`);
  if (notes.isRejected) return { row: null, problems: notes.problems };
  const handles = [...context.columns.handles.map((column) => tidyLines(fields[column] ?? '')), program].filter((text) => text !== '');
  const optional = {
    code: notes.code(cell('code')),
    hours: notes.cut(cell('hours'), AGENCY_HOURS_MAX, t`Line ${line} has hours of more than ${AGENCY_HOURS_MAX} characters; the rest was left out.`),
    handles: notes.cut(handles.join('\n'), AGENCY_HANDLES_MAX, t`Line ${line} has a description of more than ${AGENCY_HANDLES_MAX} characters; the rest was left out.`),
    email: cell('email').slice(0, 254),
    website: cell('website').slice(0, 300),
    serviceCodes: notes.services(listOf(cell('serviceCodes')), context.serviceCodes),
    placeWords: listOf(cell('placeWords')).map((word) => foldText(word).slice(0, 100)).filter((word) => word !== ''),
    from,
    until,
  };
  const said = Object.entries(optional).filter(([, value]) => value !== null && value.length > 0);
  return { row: { name, address, phone, ...Object.fromEntries(said) }, problems: notes.problems };
}

/** Collects what is to be said about one row. */
class RowNotes {
  readonly problems: DirectoryProblem[] = [];
  private readonly line: number;

  constructor(line: number) {
    this.line = line;
  }

  get isRejected(): boolean {
    return this.problems.some((problem) => problem.isRejected);
  }

  reject(reason: DirectoryProblemReason, message: string): void {
    this.add(reason, message, true);
  }

  cut(text: string, max: number, message: string): string {
    if (text.length <= max) return text;
    this.add('cutShort', message, false);
    return text.slice(0, max).toWellFormed();
  }

  code(text: string): string {
    if (text === '' || Code.safeParse(text).success) return text;
    this.add('unreadableCode', t`Line ${this.line} has the code “${text.slice(0, 40)}”, which is none: letters, digits, dots and dashes only. A code was made from the name.`, false);
    return '';
  }

  services(codes: readonly string[], known: ReadonlySet<string>): readonly string[] {
    const unknown = codes.filter((code) => !known.has(code));
    if (unknown.length > 0) this.add('unknownService', t`Line ${this.line} names services the city does not have (${unknown.join(', ')}); they were left out.`, false);
    return codes.filter((code) => known.has(code));
  }

  day(text: string, which: 'first' | 'last'): string | null {
    if (text === '') return null;
    const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    const iso = american ? [american[3], american[1]?.padStart(2, '0'), american[2]?.padStart(2, '0')].join('-') : text;
    if (IsoDate.safeParse(iso).success) return iso;
    const written = text.slice(0, 40);
    const message =
      which === 'first'
        ? t`Line ${this.line} has “${written}” as its first day. Write dates like 2026-01-31 or 1/31/2026, then import it again.`
        : t`Line ${this.line} has “${written}” as its last day. Write dates like 2026-01-31 or 1/31/2026, then import it again.`;
    this.reject('badDate', message);
    return null;
  }

  private add(reason: DirectoryProblemReason, message: string, isRejected: boolean): void {
    this.problems.push({ line: this.line, isRejected, reason, message });
  }
}

/** One line, single spaces; an apostrophe that kept a spreadsheet from calculating is taken off again. */
function tidyCell(text: string): string {
  return original(text.trim()).replace(/[\u0000-\u0020\u007f\u00a0]+/g, ' ').toWellFormed().trim();
}

/** As `tidyCell`, with its lines. */
function tidyLines(text: string): string {
  const lines = original(text.trim()).split(/\r\n|\r|\n/).map((line) => line.replace(/[\u0000-\u0020\u007f\u00a0]+/g, ' ').trim());
  return lines.join('\n').toWellFormed().trim();
}

/** A program that makes the name too long for a letter goes to what the agency handles. */
function nameOf(agency: string, program: string): { readonly name: string; readonly program: string } {
  if (agency === '' || program === '' || foldText(agency) === foldText(program)) return { name: agency || program, program: '' };
  const name = `${agency}, ${program}`;
  return name.length <= AGENCY_NAME_MAX ? { name, program: '' } : { name: agency, program };
}

/** Street, city, state and ZIP in one line, as they stand on an envelope; empty without a street. */
function addressOf(cell: (role: ColumnRole) => string): string {
  const street = [cell('street'), cell('street2')].filter((part) => part !== '').join(', ');
  if (street === '') return '';
  const region = [cell('state'), cell('zip')].filter((part) => part !== '').join(' ');
  const rest = [cell('city'), region].filter((part) => part !== '' && !` ${foldText(street)} `.includes(` ${foldText(part)} `));
  return [street, ...rest].join(', ');
}

/** Seven digits or more, or a short number such as 311. */
function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 7 || /^\d11$/.test(digits);
}

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(/[;|]/).map((part) => part.trim()).filter((part) => part !== ''))];
}
