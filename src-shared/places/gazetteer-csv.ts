/** Reads a city's own address file: whatever its columns are called, with or without positions, every line that cannot be taken named. */
import { type CsvRecord, readCsvRecords } from '../agencies/csv-records.ts';
import { t } from '../language/language.ts';
import { original } from '../util/csv.ts';
import { foldText } from '../util/fold-text.ts';
import type { AddressStatus, Gazetteer, GazetteerAddress, GazetteerLandmark, GazetteerStreet } from './gazetteer.ts';
import { type GazetteerColumns, gazetteerColumns, type GazetteerRole } from './gazetteer-columns.ts';
import { parseAddress, unitText } from './parse-address.ts';
import { namedAsWritten, splitStreet } from './split-street.ts';
import { DIRECTIONS, STREET_TYPES, streetWords, UNIT_WORDS } from './street-words.ts';

export interface FileProblem {
  readonly line: number;
  readonly message: string;
  /** The line was left out; else only something on it was. */
  readonly isRejected: boolean;
}

export type GazetteerRead =
  | { readonly ok: true; readonly gazetteer: Gazetteer; readonly addressCount: number; readonly withPosition: number; readonly problems: readonly FileProblem[]; readonly rejectedCount: number; readonly unusedColumns: readonly string[] }
  /** `message` says what to do. */
  | { readonly ok: false; readonly message: string };

/** More are counted, not kept: nobody reads past them. */
const MOST_PROBLEMS = 500;
const MAX_NUMBER = 999_999;
/** Farther than this from the middle of all others, a position is a slip of the columns. About 130 km. */
const MOST_DEGREES = 1.2;

/** Never throws. */
export function readGazetteerCsv(text: string): GazetteerRead {
  const records = readCsvRecords(text, delimiterOf(text));
  const [head, ...rows] = records;
  if (head === undefined || !head.ok || rows.length === 0) return { ok: false, message: t`There are no lines in this file. Save the address list as CSV with the names of its columns in the first line.` };
  const columns = gazetteerColumns(head.fields);
  const { of } = columns;
  const hasAddress = of.wholeAddress !== undefined || (of.number !== undefined && (of.street !== undefined || of.wholeStreet !== undefined));
  if (!hasAddress && of.landmark === undefined) {
    return { ok: false, message: t`No column of this file is known as an address. Name the columns in the first line, such as: number, street_name, street_type, unit, zip, latitude, longitude. It has: ${head.fields.join(', ')}.` };
  }
  return readRows(rows, columns);
}

function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length })).sort((one, other) => other.count - one.count)[0]?.sign ?? ',';
}

interface Taken {
  readonly streets: Map<string, GazetteerStreet & { addresses: Located[] }>;
  readonly landmarks: (GazetteerLandmark & { line: number })[];
  readonly known: Set<string>;
  readonly problems: FileProblem[];
  rejectedCount: number;
}
type Located = GazetteerAddress & { readonly line: number };

function readRows(rows: readonly CsvRecord[], columns: GazetteerColumns): GazetteerRead {
  const taken: Taken = { streets: new Map(), landmarks: [], known: new Set(), problems: [], rejectedCount: 0 };
  for (const record of rows) {
    if (record.ok) takeRow(taken, record.line, (role) => original(record.fields[columns.of[role] ?? -1]?.trim() ?? ''));
    else reject(taken, record.line, t`Line ${record.line} has a quotation mark that is never closed; it was left out.`);
  }
  const { gazetteer, withPosition } = withoutStrayPositions(taken);
  const addressCount = gazetteer.streets.reduce((sum, { addresses }) => sum + addresses.length, 0);
  if (addressCount + gazetteer.landmarks.length === 0) return { ok: false, message: t`No line of this file could be taken. ${taken.problems[0]?.message ?? ''}` };
  return { ok: true, gazetteer, addressCount, withPosition, problems: taken.problems, rejectedCount: taken.rejectedCount, unusedColumns: columns.unused };
}

function reject(taken: Taken, line: number, message: string): void {
  taken.rejectedCount += 1;
  note(taken, line, message, true);
}

function note(taken: Taken, line: number, message: string, isRejected = false): void {
  if (taken.problems.length < MOST_PROBLEMS) taken.problems.push({ line, message, isRejected });
}

type Field = (role: GazetteerRole) => string;

function takeRow(taken: Taken, line: number, field: Field): void {
  const name = field('landmark');
  const isLandmark = /landmark|park|school|building|facility|lugar/i.test(field('kind'));
  if (name !== '' && (isLandmark || (field('number') === '' && field('wholeAddress') === ''))) return takeLandmark(taken, line, field);
  const street = streetOf(field);
  if (street === null) return reject(taken, line, t`Line ${line} names no street; it was left out.`);
  const number = /^(\d+)(?:\.0+)?\s*(?:(1\/2|1\/4|3\/4)|-?([A-Za-z]))?$/.exec(field('number') || wholeNumber(field));
  const value = Number(number?.[1] ?? Number.NaN);
  if (!(value >= 1 && value <= MAX_NUMBER)) return reject(taken, line, t`Line ${line}: ${field('number') || field('wholeAddress')} is no house number; it was left out.`);
  const status = statusOf(field('status'));
  const fraction = number?.[2] ?? (field('fraction').replace(/[^\d/]/g, '') || parseAddress(field('wholeAddress')).fraction);
  const unit = unitOf(field, number?.[3]);
  const key = `${value} ${fraction} ${street.label} ${unit}`;
  if (taken.known.has(key)) return reject(taken, line, t`Line ${line} repeats ${[value, street.label, unit].filter((part) => part !== '').join(' ')}; the first one counts.`);
  taken.known.add(key);
  const known = taken.streets.get(street.label) ?? { ...street, addresses: [] };
  known.addresses.push({ line, number: value, fraction, unit, zip: /\d{5}/.exec(field('zip'))?.[0] ?? '', status, ...positionOf(taken, line, field) });
  taken.streets.set(street.label, known);
}

function takeLandmark(taken: Taken, line: number, field: Field): void {
  const number = field('number');
  const street = streetOf(field);
  const address = number !== '' && street !== null ? `${number} ${street.label}` : namedAsWritten(field('wholeAddress'));
  const otherNames = field('otherNames').split(/[;|]/).map((name) => name.trim()).filter((name) => name !== '');
  taken.landmarks.push({ line, name: namedAsWritten(field('landmark')), otherNames, address, ...positionOf(taken, line, field) });
}

function wholeNumber(field: Field): string {
  const { kind, number } = parseAddress(field('wholeAddress'));
  return kind === 'address' && number !== null ? String(number) : '';
}

/** From the columns of its parts, else the words of the whole. Null when none names it. */
function streetOf(field: Field): GazetteerStreet | null {
  const [name, whole] = [field('street'), field('wholeStreet')];
  if (name !== '' && field('type') + field('before') + field('after') !== '') return fromParts(field, name);
  const said = name || whole;
  const parsed = said === '' ? parseAddress(field('wholeAddress')) : null;
  if (parsed !== null && parsed.kind !== 'address') return null;
  const words = parsed?.street ?? streetWords(foldText(said).split(' '));
  if (words.length === 0 || words[0] === '') return null;
  const label = parsed === null ? namedAsWritten(said) : words.join(' ').toUpperCase();
  return { ...splitStreet(words), label: withShortDirections(namedAsWritten(label)) };
}

function fromParts(field: Field, name: string): GazetteerStreet {
  const direction = (role: 'before' | 'after'): string => DIRECTIONS.get(foldText(field(role)).replaceAll(' ', '')) ?? '';
  const [before, after, type] = [direction('before'), direction('after'), foldText(field('type'))];
  const label = [before.toUpperCase(), namedAsWritten(name), namedAsWritten(field('type')), after.toUpperCase()].filter((part) => part !== '').join(' ');
  return { label, before, core: streetWords(foldText(name).split(' ')), type: STREET_TYPES.get(type) ?? type, after };
}

function withShortDirections(label: string): string {
  const words = label.split(' ');
  return words.map((word, at) => (words.length > 2 && (at === 0 || at === words.length - 1) && /^(n|s)?(e|w)?$/i.test(word) ? word.toUpperCase() : word)).join(' ');
}

function unitOf(field: Field, letter: string | undefined): string {
  const id = field('unit').replace(/^#\s*/, '');
  if (id === '') return unitWithoutId(field, letter);
  if (/\s/.test(id)) return unitText(parseAddress(`1 x ${id}`).unit) || id;
  const type = UNIT_WORDS.get(foldText(field('unitType')));
  return type === undefined ? (field('unitType') === '' ? `#${id.toUpperCase()}` : `${namedAsWritten(field('unitType'))} ${id.toUpperCase()}`) : unitText({ type, id: id.toUpperCase() });
}

/** `Laundry`, the letter behind the number, or what the whole address ends with. */
function unitWithoutId(field: Field, letter: string | undefined): string {
  if (letter !== undefined) return `#${letter.toUpperCase()}`;
  return namedAsWritten(field('unitType')) || unitText(parseAddress(field('wholeAddress')).unit);
}

function statusOf(text: string): AddressStatus {
  const word = foldText(text);
  if (/retired|inactive|historic|demolish|obsolete|retirad|baja/.test(word)) return 'retired';
  return /pending|proposed|planned|future|reserved|pendiente/.test(word) ? 'pending' : 'current';
}

interface Position {
  readonly latitude: number | null;
  readonly longitude: number | null;
}
const NOWHERE: Position = { latitude: null, longitude: null };

function positionOf(taken: Taken, line: number, field: Field): Position {
  const [north, east] = [field('latitude'), field('longitude')];
  if (north === '' && east === '') return NOWHERE;
  const [latitude, longitude] = [Number(north), Number(east)];
  const isOnEarth = north !== '' && east !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  if (isOnEarth) return { latitude, longitude };
  note(taken, line, t`Line ${line}: ${north}, ${east} is no position in degrees; the address was taken without one.`);
  return NOWHERE;
}

/** A position far from all others is left out: two columns were swapped, or a sign is missing. */
function withoutStrayPositions(taken: Taken): { readonly gazetteer: Gazetteer; readonly withPosition: number } {
  const all = [...[...taken.streets.values()].flatMap(({ addresses }) => addresses), ...taken.landmarks];
  const middle = { latitude: median(all.map(({ latitude }) => latitude)), longitude: median(all.map(({ longitude }) => longitude)) };
  let withPosition = 0;
  const judged = <T extends Position & { readonly line: number }>({ line, ...one }: T): Omit<T, 'line'> => {
    if (one.latitude === null || one.longitude === null) return one;
    const isStray = Math.abs(one.latitude - middle.latitude) > MOST_DEGREES || Math.abs(one.longitude - middle.longitude) > MOST_DEGREES;
    if (isStray) note(taken, line, t`Line ${line}: ${one.latitude}, ${one.longitude} is far from all others; the address was taken without a position.`);
    else withPosition += 1;
    return isStray ? { ...one, ...NOWHERE } : one;
  };
  const compare = (one: GazetteerAddress, other: GazetteerAddress): number => one.number - other.number || (one.fraction + one.unit < other.fraction + other.unit ? -1 : 1);
  const streets = [...taken.streets.values()].sort((one, other) => (one.label < other.label ? -1 : 1)).map((street) => ({ ...street, addresses: street.addresses.map(judged).sort(compare) }));
  return { gazetteer: { streets, landmarks: taken.landmarks.map(judged) }, withPosition };
}

function median(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  return known[Math.floor(known.length / 2)] ?? 0;
}
