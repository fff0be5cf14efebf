import type { PlaceMatch } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { ReadDb } from '../db/database.ts';
import { ftsQuery } from '../search/fts-query.ts';

interface PlaceRow {
  readonly text: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isAddress: number;
}

const SQL = {
  find: `SELECT p.text AS text, p.latitude AS latitude, p.longitude AS longitude, p.is_address AS isAddress
    FROM place_search s JOIN place p ON p.place_key = s.rowid
    WHERE place_search MATCH :match ORDER BY p.is_address DESC, length(p.text), p.text LIMIT :limit`,
} as const;

/** Places whose words begin with what was typed: the city's addresses first, then places used before. */
export function findPlaces(db: ReadDb, text: string, limit: number): readonly PlaceMatch[] {
  const match = ftsQuery(text);
  if (match === null) return [];
  return db
    .query<{ match: string; limit: number }, PlaceRow>(SQL.find)
    .all({ match, limit })
    .map(({ text: place, latitude, longitude, isAddress }) => ({
      text: place,
      point: latitude !== null && longitude !== null ? { latitude, longitude } : null,
      why: isAddress ? 'address' : 'usedBefore',
    }));
}
