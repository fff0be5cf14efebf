/** Places of the city that words may mean, best first: the words taken apart (`parseAddress`), each part looked up. */
import { t } from '../../src-shared/language/language.ts';
import { metersBetween, nearestApproach, pointBetween } from '../../src-shared/places/ground.ts';
import { matchStreets, type StreetMatch } from '../../src-shared/places/match-street.ts';
import { parseAddress, type ParsedAddress, type PlaceRelation, unitText } from '../../src-shared/places/parse-address.ts';
import type { PlaceMatch } from '../../src-shared/protocol/data-rpc/place-views.ts';
import type { ReadDb } from '../db/database.ts';
import { type AddressRow, addressesAt, endsOf, neighboursOf, numbersGoingOn, pointsOf } from './address-queries.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';
import type { KnownStreet, PlaceFile } from './place-file.ts';
import type { Priced } from './priced.ts';

type Street = StreetMatch<KnownStreet>;

const MOST_STREETS = 12;
/** Streets are taken to cross when addresses of both are so near; the point is between those. */
const CROSSING_METERS = 260;
const SAME_CORNER_METERS = 90;
const COST = { notListed: 0.7, noPoint: 1.5, retired: 0.6, goesOn: 1, street: 0.3 } as const;

/** Best first. `landmarks` are those of the file and those the administrator keeps. */
export function findInGazetteer(places: PlaceFile | null, landmarks: Landmarks, text: string): readonly Priced[] {
  const parsed = parseAddress(text);
  const isUnfinished = !/[\s,]$/.test(text);
  const found = [...(places === null ? [] : inStreets(places, parsed, isUnfinished)), ...findLandmarks(landmarks, text, isUnfinished)];
  return withoutHopeless(found.sort((one, other) => one.cost - other.cost)).map((place) => withRelation(place, parsed.relation));
}

/** Where the words fit well, streets that have no such number are of no use. */
function withoutHopeless(found: readonly Priced[]): readonly Priced[] {
  const isSure = found.some(({ cost, point }) => point !== null && cost < 1);
  return isSure ? found.filter(({ kind, point }) => point !== null || kind === 'street' || kind === 'landmark') : found;
}

function inStreets(places: PlaceFile, parsed: ParsedAddress, isUnfinished: boolean): readonly Priced[] {
  const streetsOf = (words: readonly string[], mayGoOn: boolean): readonly Street[] => matchStreets(places.streets, words, { limit: MOST_STREETS, isUnfinished: mayGoOn });
  switch (parsed.kind) {
    case 'address':
      return streetsOf(parsed.street, isUnfinished && parsed.unit === null).flatMap((street, at) => numbered(places.db, street, parsed, isUnfinished && at === 0));
    case 'block':
      return streetsOf(parsed.street, isUnfinished).flatMap((street) => block(places, street, parsed.number ?? 0));
    case 'crossing':
      return crossings(places, streetsOf(parsed.street, false), streetsOf(parsed.cross, isUnfinished));
    default:
      return streetsOf(parsed.street, isUnfinished).flatMap((street) => wholeStreet(places, street));
  }
}

const PLAIN = { why: 'address', isApproximate: false, note: '', unit: '', units: [], point: null } as const;

function numbered(db: ReadDb, match: Street, parsed: ParsedAddress, mayGoOn: boolean): readonly Priced[] {
  const { street, exactness, cost } = match;
  const number = parsed.number ?? 0;
  const rows = addressesAt(db, street.key, number);
  const listed = groupByFraction(rows, parsed.fraction);
  if (listed.length > 0) {
    return listed.map(([fraction, those]) => ({ ...PLAIN, kind: 'address', exactness, text: textOf(number, fraction, street.label), ...placeOf(those, parsed), cost: cost + (fraction === parsed.fraction ? 0 : 0.4) + costOf(those) }));
  }
  const further = mayGoOn ? numbersGoingOn(db, street.key, number, 3) : [];
  return [notListed(db, match, parsed), ...further.flatMap((next) => numbered(db, { street, exactness: 'begins', cost: cost + COST.goesOn }, { ...parsed, number: next }, false))];
}

function groupByFraction(rows: readonly AddressRow[], said: string): readonly (readonly [string, readonly AddressRow[]])[] {
  const groups = new Map<string, AddressRow[]>();
  for (const row of rows) groups.set(row.fraction, [...(groups.get(row.fraction) ?? []), row]);
  const exact = groups.get(said);
  return said !== '' && exact !== undefined ? [[said, exact]] : [...groups];
}

function textOf(number: number, fraction: string, label: string): string {
  return [number, fraction, label].filter((part) => part !== '').join(' ');
}

/** The building, or the unit that was said, with the units it has. */
function placeOf(rows: readonly AddressRow[], { unit }: ParsedAddress): Pick<PlaceMatch, 'point' | 'note' | 'unit' | 'units'> {
  const units = rows.filter((row) => row.unit !== '');
  const said = unit === null ? null : (units.find((row) => idOf(row.unit) === unit.id) ?? null);
  const at = said ?? rows.find((row) => row.unit === '' && row.latitude !== null) ?? rows.find((row) => row.latitude !== null) ?? rows[0];
  const point = at !== undefined && at.latitude !== null && at.longitude !== null ? { latitude: at.latitude, longitude: at.longitude } : null;
  return { point, note: noteOf(at, unit !== null && said === null && units.length > 0 ? unitText(unit) : null), unit: said?.unit ?? unitText(unit), units: inOrder(units) };
}

function noteOf(row: AddressRow | undefined, unknownUnit: string | null): string {
  if (unknownUnit !== null) return t`${unknownUnit} is not listed there`;
  if (row?.status === 'retired') return t`retired address`;
  return row?.status === 'pending' ? t`not built yet` : '';
}

function idOf(unit: string): string {
  return unit.replace(/^.*[\s#]/, '');
}

function inOrder(rows: readonly AddressRow[]): readonly string[] {
  return [...new Set(rows.filter(({ status }) => status !== 'retired').map(({ unit }) => unit))].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

function costOf(rows: readonly AddressRow[]): number {
  return rows.every(({ status }) => status === 'retired') ? COST.retired : 0;
}

/** A number the city does not list: where it would stand. */
function notListed(db: ReadDb, { street, exactness, cost }: Street, parsed: ParsedAddress): Priced {
  const number = parsed.number ?? 0;
  const { below, above } = neighboursOf(db, street.key, number);
  const point = pointBetween(number, below, above);
  const ends = endsOf(db, street.key);
  const around = [below, above].flatMap((one) => (one === null ? [] : [one.number]));
  const note = point === null ? outside(ends) : around.length === 2 ? t`approximate: between ${around[0] ?? ''} and ${around[1] ?? ''}` : t`approximate: next to ${around[0] ?? ''}`;
  return { ...PLAIN, kind: 'address', exactness, text: textOf(number, parsed.fraction, street.label), point, isApproximate: true, note, unit: unitText(parsed.unit), cost: cost + (point === null ? COST.noPoint : COST.notListed) };
}

function outside(ends: ReturnType<typeof endsOf>): string {
  return ends === null ? t`no such number` : t`no such number: the street has ${ends.low} to ${ends.high}`;
}

function block({ db }: PlaceFile, { street, exactness, cost }: Street, from: number): readonly Priced[] {
  const points = pointsOf(db, street.key, from, from + 99);
  const middle = points[Math.floor(points.length / 2)];
  const [first, last] = [points[0]?.number ?? 0, points.at(-1)?.number ?? 0];
  const note = middle === undefined ? outside(endsOf(db, street.key)) : t`approximate: middle of ${first} to ${last}`;
  const point = middle === undefined ? null : { latitude: middle.latitude, longitude: middle.longitude };
  return [{ ...PLAIN, kind: 'block', exactness, text: `${from} block of ${street.label}`, point, isApproximate: true, note, cost: cost + (point === null ? COST.noPoint : 0) }];
}

function crossings(places: PlaceFile, streets: readonly Street[], others: readonly Street[]): readonly Priced[] {
  const found: Priced[] = [];
  for (const one of goodOnes(streets)) {
    for (const other of goodOnes(others)) {
      if (one.street.key === other.street.key) continue;
      const near = nearestApproach(places.pointsOf(one.street.key), places.pointsOf(other.street.key));
      if (near === null || near.gapMeters > CROSSING_METERS) continue;
      const exactness = one.exactness === 'exact' ? other.exactness : one.exactness;
      const text = `${one.street.label} and ${other.street.label}`;
      found.push({ ...PLAIN, kind: 'crossing', exactness, text, point: near.point, isApproximate: true, note: t`approximate corner`, cost: one.cost + other.cost + near.gapMeters / 400 });
    }
  }
  // Where four quarters of a city meet, one corner has many names: the best one stands for those beside it.
  const best = found.sort((one, other) => one.cost - other.cost);
  return best.filter((one, at) => !best.slice(0, at).some((better) => better.point !== null && one.point !== null && metersBetween(better.point, one.point) < SAME_CORNER_METERS));
}

/** A name that several streets have: each of them may be meant, but none that is much farther off. */
function goodOnes(streets: readonly Street[]): readonly Street[] {
  const best = streets[0]?.cost ?? 0;
  return streets.filter(({ cost }) => cost <= best + 1.5).slice(0, 5);
}

function wholeStreet({ db }: PlaceFile, { street, exactness, cost }: Street): readonly Priced[] {
  const ends = endsOf(db, street.key);
  return [{ ...PLAIN, kind: 'street', exactness, text: street.label, note: ends === null ? '' : t`street: ${ends.low} to ${ends.high}`, cost: cost + COST.street }];
}

/** What was said of how it stands to the place stays said. These words go into the case, for everybody: they are in no desk's own language. */
const RELATION_WORDS: Readonly<Record<PlaceRelation, string>> = { at: '', near: 'Near ', acrossFrom: 'Across from ', behind: 'Behind ' };

function withRelation(place: Priced, relation: PlaceRelation): Priced {
  return relation === 'at' ? place : { ...place, text: RELATION_WORDS[relation] + place.text, isApproximate: true };
}
