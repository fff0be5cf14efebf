import { type GroundPoint, metersBetween, pointAt, squareAround, streetLines } from '../../src-shared/places/ground.ts';
import type { MapCase, MapQuestion, MapView } from '../../src-shared/protocol/data-rpc/place-views.ts';
import { toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { around } from '../duplicates/candidate-queries.ts';
import { type AddressAround, addressesAround } from './address-queries.ts';
import type { CityPlaces } from './find-places.ts';

/** The ground that is shown is wider than it is high, and cases are looked for somewhat farther than it is high. */
const WIDTH = 2.5;
const CASES_WITHIN = 1.7;
/** Streets go on past the edge. */
const BEYOND = 1.25;

/** Streets, addresses, landmarks and open cases around a point. Sealed cases are not among them. */
export function mapAround(db: ReadDb, { file, landmarks }: CityPlaces, { point, meters, exceptCaseId }: MapQuestion): MapView {
  const square = wideSquare(point, meters * BEYOND);
  const addresses = file === null ? [] : addressesAround(file.db, square);
  return {
    streets: streetsOf(addresses),
    addresses: addresses.map(({ number, latitude, longitude }) => ({ number, point: { latitude, longitude } })),
    landmarks: landmarks.flatMap(({ name, latitude, longitude }) => {
      const inside = latitude !== null && longitude !== null && latitude > square.south && latitude < square.north && longitude > square.west && longitude < square.east;
      return inside ? [{ name, point: { latitude, longitude } }] : [];
    }),
    cases: casesAround(db, point, meters * CASES_WITHIN, exceptCaseId),
  };
}

function wideSquare(point: GroundPoint, meters: number): ReturnType<typeof squareAround> {
  const { south, north } = squareAround(point, meters);
  const [left, right] = [pointAt(point, { east: -meters * WIDTH, north: 0 }), pointAt(point, { east: meters * WIDTH, north: 0 })];
  return { south, north, west: left.longitude, east: right.longitude };
}

function streetsOf(addresses: readonly AddressAround[]): MapView['streets'] {
  const streets = new Map<number, AddressAround[]>();
  for (const address of addresses) {
    const known = streets.get(address.street);
    if (known === undefined) streets.set(address.street, [address]);
    else known.push(address);
  }
  return [...streets.values()].map((those) => ({ label: those[0]?.label ?? '', lines: streetLines(those) })).filter(({ lines }) => lines.length > 0);
}

function casesAround(db: ReadDb, point: GroundPoint, meters: number, exceptCaseId: string | null): readonly MapCase[] {
  return around(db, point, meters, { from: 0, to: Number.MAX_SAFE_INTEGER })
    .flatMap(({ latitude, longitude, folded: _folded, placeKey: _key, ...stored }) => {
      if (latitude === null || longitude === null || stored.caseId === exceptCaseId) return [];
      const { caseId, trackingNumber, serviceCode, locationText, state } = toCaseRow(stored);
      const there = { latitude, longitude };
      return [{ caseId, trackingNumber, serviceCode, locationText, state, point: there, meters: Math.round(metersBetween(point, there)) }];
    })
    .filter((one) => one.meters <= meters)
    .sort((one, other) => one.meters - other.meters);
}
