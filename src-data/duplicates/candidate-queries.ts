/** Where cases that may be the same thing are looked for: at the place, around it, and among those of the same service. */
import type { ReadDb } from '../db/database.ts';
import { ROW_COLUMNS, type StoredRow } from '../cases/case-queries.ts';
import { boxAround, type Point } from './distance.ts';

export type Candidate = StoredRow & {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly folded: string;
  /** `placeKey` of its place. */
  readonly placeKey: string;
};

/** Received from `from` to `to`, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Of each kind as many of the nearest, or the newest: more than are ever shown. */
const MOST = 60;
/** Cases of a service without a place, compared by their words. */
const MOST_READ = 400;

const COLUMNS = `${ROW_COLUMNS}, c.latitude AS latitude, c.longitude AS longitude, c.location_folded AS folded, c.place_key AS placeKey`;
const IN_PERIOD = 'received_at BETWEEN :from AND :to';
const IN_BOX = 'latitude BETWEEN :south AND :north AND longitude BETWEEN :west AND :east';
/** Squares on a flat map: enough to put the nearest first. */
const NEAREST = '(latitude - :latitude) * (latitude - :latitude) + (longitude - :longitude) * (longitude - :longitude) * :shrink';

/**
 * Sealed cases are no candidates: who asks may not be one of those who see them. A plus sign keeps SQLite from taking another index
 * than the one that is meant (`candidate-plans.test.ts`).
 */
export const CANDIDATE_SQL = {
  samePlace: `SELECT ${COLUMNS} FROM case_ c WHERE place_key = :key AND place_key <> '' AND is_open = 1 AND ${IN_PERIOD} AND is_sealed = 0
    ORDER BY received_at DESC LIMIT ${MOST}`,
  near: `SELECT ${COLUMNS} FROM (
      SELECT case_key FROM case_ WHERE state <> 'closed' AND latitude IS NOT NULL AND ${IN_BOX} AND +${IN_PERIOD} ORDER BY ${NEAREST} LIMIT ${MOST}
    ) JOIN case_ c USING (case_key) WHERE c.is_sealed = 0`,
  nearOfService: `SELECT ${COLUMNS} FROM (
      SELECT case_key FROM case_ WHERE state <> 'closed' AND latitude IS NOT NULL AND service_code = :serviceCode AND ${IN_BOX} AND +${IN_PERIOD}
      ORDER BY ${NEAREST} LIMIT ${MOST}
    ) JOIN case_ c USING (case_key) WHERE c.is_sealed = 0`,
  ofService: `SELECT ${COLUMNS} FROM case_ c WHERE service_code = :serviceCode AND ${IN_PERIOD} AND +is_open = 1 AND is_sealed = 0
    ORDER BY received_at DESC LIMIT ${MOST_READ}`,
} as const;

const ask = (db: ReadDb, sql: string, params: Record<string, unknown>): readonly Candidate[] => db.query<Record<string, unknown>, Candidate>(sql).all(params);

/** At the place of this key (`placeKey`); newest first. */
export function atPlace(db: ReadDb, key: string, period: Period): readonly Candidate[] {
  return key === '' ? [] : ask(db, CANDIDATE_SQL.samePlace, { key, ...period });
}

/** Around a point, nearest first; of one service only when it is named. */
export function around(db: ReadDb, point: Point, meters: number, period: Period & { readonly serviceCode?: string }): readonly Candidate[] {
  const { serviceCode, from, to } = period;
  const params = { ...boxAround(point, meters), from, to };
  return serviceCode === undefined ? ask(db, CANDIDATE_SQL.near, params) : ask(db, CANDIDATE_SQL.nearOfService, { ...params, serviceCode });
}

/** Of a service, wherever; newest first. */
export function ofService(db: ReadDb, serviceCode: string, period: Period): readonly Candidate[] {
  return ask(db, CANDIDATE_SQL.ofService, { serviceCode, ...period });
}
