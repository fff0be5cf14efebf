/** What is asked of the addresses of one street, and of those around a point. */
import type { GazetteerAddress } from '../../src-shared/places/gazetteer.ts';
import type { NumberedPoint } from '../../src-shared/places/ground.ts';
import type { ReadDb } from '../db/database.ts';

/** As the file of addresses had it. */
export type AddressRow = GazetteerAddress;

const COLUMNS = 'number, fraction, unit, zip, status, latitude, longitude';
export const ADDRESS_SQL = {
  atNumber: `SELECT ${COLUMNS} FROM address WHERE street_key = :street AND number = :number ORDER BY fraction, unit LIMIT 400`,
  below: `SELECT number, latitude, longitude FROM address WHERE street_key = :street AND number < :number AND number % 2 = :side AND latitude IS NOT NULL
    ORDER BY number DESC LIMIT 1`,
  above: `SELECT number, latitude, longitude FROM address WHERE street_key = :street AND number > :number AND number % 2 = :side AND latitude IS NOT NULL
    ORDER BY number LIMIT 1`,
  between: `SELECT DISTINCT number, latitude, longitude FROM address WHERE street_key = :street AND number BETWEEN :from AND :to AND latitude IS NOT NULL ORDER BY number LIMIT 4000`,
  ends: 'SELECT min(number) AS low, max(number) AS high FROM address WHERE street_key = :street',
  numbersBetween: `SELECT DISTINCT number FROM address WHERE street_key = :street AND number BETWEEN :from AND :to AND status <> 'retired' ORDER BY number LIMIT :limit`,
  around: `SELECT a.street_key AS street, s.label AS label, a.number AS number, a.latitude AS latitude, a.longitude AS longitude
    FROM address a JOIN street s USING (street_key)
    WHERE a.latitude BETWEEN :south AND :north AND a.longitude BETWEEN :west AND :east GROUP BY a.street_key, a.number LIMIT 6000`,
} as const;

export function addressesAt(db: ReadDb, street: number, number: number): readonly AddressRow[] {
  return db.query<object, AddressRow>(ADDRESS_SQL.atNumber).all({ street, number });
}

/** The nearest numbers of the same side of the street, with positions. */
export function neighboursOf(db: ReadDb, street: number, number: number): { readonly below: NumberedPoint | null; readonly above: NumberedPoint | null } {
  const params = { street, number, side: number % 2 };
  return { below: db.query<object, NumberedPoint>(ADDRESS_SQL.below).get(params) ?? null, above: db.query<object, NumberedPoint>(ADDRESS_SQL.above).get(params) ?? null };
}

/** Positions of the numbers `from` to `to`, both included, in their order. */
export function pointsOf(db: ReadDb, street: number, from = 0, to = 9_999_999): readonly NumberedPoint[] {
  return db.query<object, NumberedPoint>(ADDRESS_SQL.between).all({ street, from, to });
}

/** Its lowest and highest number; null when nothing stands on it. */
export function endsOf(db: ReadDb, street: number): { readonly low: number; readonly high: number } | null {
  const row = db.query<object, { low: number | null; high: number | null }>(ADDRESS_SQL.ends).get({ street });
  return row === undefined || row.low === null || row.high === null ? null : { low: row.low, high: row.high };
}

/** Numbers that go on from the digits typed: of `24` those from 240 to 249, then from 2400 to 2499. */
export function numbersGoingOn(db: ReadDb, street: number, number: number, limit: number): readonly number[] {
  const of = (factor: number): readonly number[] =>
    db.query<object, { number: number }>(ADDRESS_SQL.numbersBetween).all({ street, from: number * factor, to: number * factor + factor - 1, limit }).map((row) => row.number);
  return [...of(10), ...of(100)].slice(0, limit);
}

export interface AddressAround extends NumberedPoint {
  readonly street: number;
  readonly label: string;
}

export function addressesAround(db: ReadDb, square: { readonly south: number; readonly north: number; readonly west: number; readonly east: number }): readonly AddressAround[] {
  return db.query<object, AddressAround>(ADDRESS_SQL.around).all(square);
}
