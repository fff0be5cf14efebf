/** The city's address list as a file for a spreadsheet, in the columns that `gazetteer-csv.ts` reads: what is written is read again as it was. */
import { csvLine, type CsvValue } from '../util/csv.ts';
import type { GazetteerAddress, GazetteerLandmark, GazetteerLine, GazetteerStreet } from './gazetteer.ts';
import { readGazetteerCsv } from './gazetteer-csv.ts';
import { foldText } from '../util/fold-text.ts';
import { STREET_TYPES } from './street-words.ts';

const COLUMNS = [
  ...(['label', 'number', 'fraction', 'directional', 'street_name', 'street_type', 'postdirectional', 'full_street_name'] as const),
  ...(['subaddress_id', 'subaddress_type', 'zip', 'status', 'lat', 'lon', 'type', 'landmark', 'other_names'] as const),
] as const;
type Fields = Readonly<Partial<Record<(typeof COLUMNS)[number], CsvValue>>>;

const HEAD = csvLine(COLUMNS);
const record = (fields: Fields): string => csvLine(COLUMNS.map((column) => fields[column] ?? null));

/** Lines of the file, its head first, each with its line end; in the order of `lines`. */
export function* gazetteerCsvLines(lines: Iterable<GazetteerLine>): Generator<string> {
  yield HEAD;
  let street: Fields = {};
  for (const line of lines) {
    if (line.kind === 'street') street = streetFields(line.street);
    else yield record(line.kind === 'address' ? { ...street, ...addressFields(line.address) } : landmarkFields(line.landmark));
  }
}

/** In parts where they are read again as this very street, else whole. */
function streetFields(street: GazetteerStreet): Fields {
  const [parts, whole] = [partsOf(street), { full_street_name: street.label }];
  return [parts, whole].find((fields) => isReadAs(fields, street)) ?? parts;
}

function partsOf({ label, before, type, after }: GazetteerStreet): Fields {
  const words = label.split(' ');
  if (before !== '' && words[0]?.toLowerCase() === before) words.shift();
  if (after !== '' && words.at(-1)?.toLowerCase() === after) words.pop();
  const last = foldText(words.at(-1) ?? '');
  const isTyped = type !== '' && words.length > 1 && (STREET_TYPES.get(last) ?? last) === type;
  const written = isTyped ? words.pop() : '';
  return { directional: before.toUpperCase(), street_name: words.join(' '), street_type: written ?? '', postdirectional: after.toUpperCase() };
}

function isReadAs(fields: Fields, { label, before, core, type, after }: GazetteerStreet): boolean {
  const read = readGazetteerCsv(HEAD + record({ number: 1, ...fields }));
  const again = read.ok ? read.gazetteer.streets[0] : undefined;
  return again?.label === label && again.before === before && again.core.join(' ') === core.join(' ') && again.type === type && again.after === after;
}

function addressFields({ number, fraction, unit, zip, status, latitude, longitude }: GazetteerAddress): Fields {
  return { number, fraction, ...unitFields(unit), zip, status, lat: latitude, lon: longitude, type: 'address' };
}

/** `#A`, `Apt 3`, `Laundry`. */
function unitFields(unit: string): Fields {
  if (unit.startsWith('#')) return { subaddress_id: unit.slice(1) };
  const space = unit.lastIndexOf(' ');
  return space === -1 ? { subaddress_type: unit } : { subaddress_type: unit.slice(0, space), subaddress_id: unit.slice(space + 1) };
}

function landmarkFields({ name, otherNames, address, latitude, longitude }: GazetteerLandmark): Fields {
  return { label: address, landmark: name, other_names: otherNames.join(';'), lat: latitude, lon: longitude, type: 'landmark' };
}
