import { t } from '../../src-shared/language/language.ts';
import { placeKey } from '../../src-shared/places/place-key.ts';
import type { PlaceMatch } from '../../src-shared/protocol/data-rpc/place-views.ts';
import type { ReadDb } from '../db/database.ts';
import { ftsQuery } from '../search/fts-query.ts';
import { findInGazetteer } from './find-in-gazetteer.ts';
import type { Landmarks } from './landmarks.ts';
import type { PlaceFile } from './place-file.ts';
import type { Priced } from './priced.ts';

interface PlaceRow {
  readonly text: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const SQL = {
  find: `SELECT p.text AS text, p.latitude AS latitude, p.longitude AS longitude
    FROM place_search s JOIN place p ON p.place_key = s.rowid
    WHERE place_search MATCH :match ORDER BY length(p.text), p.text LIMIT :limit`,
} as const;

/** The city's own places, as far as they have come to this workstation. */
export interface CityPlaces {
  readonly file: PlaceFile | null;
  readonly landmarks: Landmarks;
}

export const NO_CITY_PLACES: CityPlaces = { file: null, landmarks: [] };

/** So much worse than a place used before, and the city's own comes after it. */
const GOOD_COST = 1.6;

/** Places that the words may mean: the city's own that fit well, then places used before, then those that are farther off. */
export function findPlaces(db: ReadDb, text: string, limit: number, { file, landmarks }: CityPlaces = NO_CITY_PLACES): readonly PlaceMatch[] {
  const ofCity = findInGazetteer(file, landmarks, text);
  const good = ofCity.filter(({ cost }) => cost <= GOOD_COST);
  const others = ofCity.filter(({ cost }) => cost > GOOD_COST);
  return withoutRepeats([...good, ...usedBefore(db, text, limit), ...others]).slice(0, limit);
}

function usedBefore(db: ReadDb, text: string, limit: number): readonly PlaceMatch[] {
  const match = ftsQuery(text);
  if (match === null) return [];
  return db
    .query<{ match: string; limit: number }, PlaceRow>(SQL.find)
    .all({ match, limit })
    .map(({ text: place, latitude, longitude }) => ({
      text: place,
      point: latitude !== null && longitude !== null ? { latitude, longitude } : null,
      ...({ why: 'usedBefore', kind: 'usedBefore', exactness: 'begins', isApproximate: false, unit: '', units: [] } as const),
      note: t`used before`,
    }));
}

/** One of each place, however it is written. */
function withoutRepeats(places: readonly (PlaceMatch | Priced)[]): readonly PlaceMatch[] {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    const key = placeKey(place.text);
    if (seen.has(key)) return [];
    seen.add(key);
    const { cost: _cost, ...match } = { cost: 0, ...place };
    return [match];
  });
}
