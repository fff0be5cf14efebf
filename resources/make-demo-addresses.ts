/**
 * `node resources/make-demo-addresses.ts`: writes `demo-addresses.csv`, the address list of the demo city, in the columns many cities use.
 * Made up, and the same each time; streets and places that the demo cases name stand where those cases say.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Degrees per house number: about 1.8 m, so that a block of 100 numbers is a city block. */
const [LAT_STEP, LON_STEP] = [0.0000162, 0.0000183];
/** Numbers of streets grow to the west from here, those of avenues to the north. */
const ORIGIN = { latitude: 26.532, longitude: -80.0502 };

interface Street {
  readonly name: string;
  readonly type: string;
  readonly direction: string;
  readonly runs: 'west' | 'north' | 'south';
  /** Latitude of a street that runs west, else longitude. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A generator of numbers from 0 to 1 that begins anew with each run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = numbersFrom(311);

const west = (name: string, type: string, at: number, [from, to]: readonly [number, number] = [1, 1400]): Street => ({ name, type, direction: '', runs: 'west', at, from, to });
const avenue = (name: string, type: string, at: number, to = 1700): readonly Street[] => [
  { name, type, direction: '', runs: 'north', at, from: 1, to },
  { name, type, direction: 'S', runs: 'south', at, from: 1, to: 1550 },
];
const th = (value: number): string => `${value}${value % 10 === 1 && value !== 11 ? 'ST' : value % 10 === 2 && value !== 12 ? 'ND' : value % 10 === 3 && value !== 13 ? 'RD' : 'TH'}`;

const STREETS: readonly Street[] = [
  ...Array.from({ length: 17 }, (_, at) => at + 1).filter((nth) => nth !== 2).map((nth) => west(th(nth), 'STREET', 26.53 + nth * 0.00165)),
  west('HARBOR', 'STREET', 26.53215),
  west('CHURCH', 'STREET', 26.5308, [1, 700]),
  west('MARINER', 'STREET', 26.5291),
  west('OCEAN', 'AVENUE', 26.5277, [1, 1500]),
  west('TARPON', 'STREET', 26.52985, [1, 900]),
  west('CALLE DEL MAR', '', 26.5254),
  west('PALMETTO', 'STREET', 26.52435),
  west('MANGROVE', 'DRIVE', 26.51768),
  west('CANAL', 'ROAD', 26.51228, [1, 1300]),
  ...['ELM', 'OAK', 'JASMINE', 'OLEANDER', 'IXORA', 'ALLAMANDA', 'CEIBA', 'MAHOGANY', 'LIGNUM', 'ROYAL POINCIANA', 'SEA OATS'].map((name, nth) => west(name, nth === 9 ? 'BOULEVARD' : 'STREET', 26.5226 - nth * 0.0015)),
  west('PELICAN', 'COURT', 26.54378, [1, 1600]),
  west('HERON', 'STREET', 26.5413),
  west('SANDPIPER', 'STREET', 26.5406, [1, 900]),
  west('BANYAN', 'LANE', 26.5285, [1, 1200]),
  west('INDUSTRIAL', 'DRIVE', 26.5546),
  west('TAMARIND', 'COURT', 26.5456, [1, 400]),
  west('HIBISCUS', 'WAY', 26.5395, [1, 1450]),
  ...avenue('CORAL', 'AVENUE', -80.05165),
  ...avenue('SEAGRAPE', 'AVENUE', -80.05428),
  ...avenue('EGRET', 'TERRACE', -80.05045, 1600),
  ...avenue('US 1', '', -80.0587),
  ...avenue('OLD DIXIE', 'HIGHWAY', -80.0602),
  ...avenue('2ND', 'AVENUE', -80.0621),
  ...avenue('BAYVIEW', 'DRIVE', -80.06385, 2400),
  ...['CYPRESS', 'GUMBO LIMBO', 'BUTTONWOOD', 'MAGNOLIA', 'PINE', 'SATINLEAF', 'WATER OAK'].flatMap((name, nth) => avenue(name, nth === 5 ? 'PLACE' : 'AVENUE', -80.0656 - nth * 0.00165)),
  { name: 'YACHT BASIN', type: 'ROAD', direction: '', runs: 'south', at: -80.0398, from: 1, to: 500 },
  { name: 'FLAGLER', type: 'POINT', direction: '', runs: 'south', at: -80.0358, from: 1, to: 900 },
  { name: 'OCEAN', type: 'BOULEVARD', direction: '', runs: 'north', at: -80.0335, from: 1, to: 1600 },
  { name: 'OCEAN', type: 'BOULEVARD', direction: 'S', runs: 'south', at: -80.0335, from: 1, to: 1500 },
];

/** Houses that demo cases and tests name: each is among the lines. */
const NAMED: Readonly<Record<string, readonly number[]>> = {
  'HARBOR STREET': [12, 100, 412], 'CALLE DEL MAR': [88], 'PELICAN COURT': [12, 1520], 'BANYAN LANE': [5, 27, 60], 'MANGROVE DRIVE': [640], 'YACHT BASIN ROAD': [9], 'HIBISCUS WAY': [61, 233],
  'CHURCH STREET': [18], 'OLD DIXIE HIGHWAY': [700], 'INDUSTRIAL DRIVE': [1101], 'EGRET TERRACE': [55], 'BAYVIEW DRIVE': [900, 1900, 2300], 'SANDPIPER STREET': [31, 418], 'CORAL AVENUE': [212],
  'TAMARIND COURT': [77], 'FLAGLER POINT': [14], 'HERON STREET': [302, 400], 'TARPON STREET': [88, 140, 152], 'ELM STREET': [1, 2, 3, 5, 9, 12, 240, 400], 'OAK STREET': [12],
};

type Line = readonly (string | number)[];
const HEADER: Line = ['house_number', 'predir', 'street_name', 'street_type', 'unit_type', 'unit', 'zip', 'status', 'latitude', 'longitude', 'type', 'landmark', 'aliases'];

const LANDMARKS: readonly (readonly [string, string, number, number])[] = [
  ['City Hall', 'town hall;ayuntamiento', 26.53156, -80.0523],
  ['Portreeve Bay Library', 'library;main library;biblioteca', 26.53138, -80.057202],
  ['Lagoon Park', 'lagoon', 26.523092, -80.0378],
  ['Lagoon Park boat ramp', 'boat ramp', 26.5227, -80.0371],
  ['Fishing pier', 'pier;muelle', 26.529849, -80.033738],
  ['Lagoon Elementary School', 'elementary school;lagoon elementary;escuela', 26.537506, -80.047837],
  ['Senior Center', 'center for seniors', 26.547416, -80.063949],
  ['Police headquarters', 'police station;police', 26.5337, -80.0561],
  ['Fire Station 1', 'fire station;bomberos', 26.5359, -80.0607],
  ['Mariner Street playground', 'playground', 26.5292, -80.0575],
  ['Railroad bridge', 'train bridge', 26.527416, -80.059518],
  ['Harborview Hospital', 'hospital', 26.5503, -80.0672],
];

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function placeOn({ runs, at }: Street, number: number): { readonly latitude: number; readonly longitude: number } {
  // Even numbers stand on one side, odd ones on the other, none of them quite in line.
  const side = (number % 2 === 0 ? 0.00013 : -0.00013) + (random() - 0.5) * 0.00004;
  if (runs === 'west') return { latitude: round(at + side), longitude: round(ORIGIN.longitude - number * LON_STEP) };
  return { latitude: round(ORIGIN.latitude + (runs === 'north' ? 1 : -1) * number * LAT_STEP), longitude: round(at + side) };
}

function linesOf(street: Street): readonly Line[] {
  const named = street.direction === '' ? (NAMED[`${street.name} ${street.type}`.trim()] ?? []) : [];
  const numbers = new Set(named);
  for (let number = street.from; number <= street.to; number += 9 + Math.floor(random() * 9)) if (random() > 0.22) numbers.add(number);
  return [...numbers].sort((one, other) => one - other).flatMap((number) => linesAt(street, number, named.includes(number)));
}

function linesAt(street: Street, number: number, isNamed: boolean): readonly Line[] {
  const { latitude, longitude } = placeOn(street, number);
  const status = !isNamed && random() < 0.006 ? 'Retired' : !isNamed && random() < 0.01 ? 'Pending' : 'Current';
  const line = (unitType: string, unit: string): Line => [number, street.direction, street.name, street.type, unitType, unit, latitude > 26.5365 ? 33445 : 33444, status, latitude, longitude, 'address', '', ''];
  if (isNamed || random() > 0.018) return [line('', '')];
  const [kind, count] = random() < 0.7 ? ['Apartment', 4 + Math.floor(random() * 20)] : ['Suite', 3 + Math.floor(random() * 6)];
  return [line('', ''), ...Array.from({ length: count }, (_, nth) => line(kind, String(kind === 'Suite' ? 100 + nth * 10 : nth + 1)))];
}

const landmarks = LANDMARKS.map(([name, aliases, latitude, longitude]): Line => ['', '', '', '', '', '', '', '', latitude, longitude, 'landmark', name, aliases]);
const lines = [HEADER, ...STREETS.flatMap(linesOf), ...landmarks];
writeFileSync(join(import.meta.dirname, 'demo-addresses.csv'), `${lines.map((line) => line.join(',')).join('\n')}\n`);
