import type { Location } from '../../src-shared/domain/case.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import type { WriteDb } from '../db/database.ts';

const SQL = {
  remember: `INSERT INTO place (folded, text, latitude, longitude, is_address)
    VALUES (:folded, :text, :latitude, :longitude, :isAddress) ON CONFLICT (folded) DO NOTHING`,
} as const;

/** Keeps a place for later completion. `isAddress`: from the city's own list of addresses, else as staff once typed it. */
export function rememberPlace(db: WriteDb, location: Pick<Location, 'text' | 'point'>, isAddress: boolean): void {
  const folded = foldText(location.text);
  if (folded.length === 0) return;
  db.write(SQL.remember).run({
    folded,
    text: location.text,
    latitude: location.point?.latitude ?? null,
    longitude: location.point?.longitude ?? null,
    isAddress: Number(isAddress),
  });
}
