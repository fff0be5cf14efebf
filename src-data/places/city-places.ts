/**
 * Keeps the gazetteer of the catalogue in force on this disk: its file is fetched like a file of a case, made into a place file, and put
 * in the earlier one's place. Until then the earlier one answers. docs/decisions/0020-gazetteer.md
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GazetteerLandmark, GazetteerReference } from '../../src-shared/places/gazetteer.ts';
import type { Landmark } from '../../src-shared/places/landmark.ts';
import type { BlobFiles } from '../attachments/blob-files.ts';
import { noteKnown, wantBlob } from '../attachments/blob-rows.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { WriteDb } from '../db/database.ts';
import { type CityPlaces, NO_CITY_PLACES } from './find-places.ts';
import { findInGazetteer } from './find-in-gazetteer.ts';
import { knownLandmarks } from './landmarks.ts';
import { makePlaceFile, openPlaceFile, type PlaceFile } from './place-file.ts';

export interface CityPlacesOptions {
  readonly db: WriteDb;
  readonly dataDir: string;
  readonly files: BlobFiles;
  readonly now: () => number;
  /** There is a file to fetch. */
  readonly onWork: () => void;
  /** Places are found anew. */
  readonly onChanged: () => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** `current`: in use. `coming`: on its way, an earlier one answers or none does. `none`: the city has none. */
export type GazetteerStanding = 'none' | 'current' | 'coming';

export interface CityPlacesKeeper {
  current(): CityPlaces;
  standing(): GazetteerStanding;
  /** The catalogue or the files here may have changed. Resolves when the place file is the one wanted, or is still to come. */
  look(): Promise<void>;
  close(): void;
}

/** Also where practice mode, whose folder lies in this one, finds what the workstation has made already. */
export const PLACES_FOLDER = 'places';
const FRESH_MS = 15_000;
const GAZETTEER_MEDIA_TYPE = 'text/plain';

const SQL = {
  note: 'INSERT INTO city_file (sha256, is_draft) VALUES (:sha256, 0) ON CONFLICT (sha256) DO UPDATE SET is_draft = 0',

  forgetOthers: 'DELETE FROM city_file WHERE sha256 <> :sha256 AND is_draft = 0',
} as const;

export function createCityPlaces(options: CityPlacesOptions): CityPlacesKeeper {
  const { db, dataDir } = options;
  const folder = join(dataDir, PLACES_FOLDER);
  let file: PlaceFile | null = null;
  let shown: CityPlaces = NO_CITY_PLACES;
  let seen: string | null = null;
  let at: string | null = null;
  let turn: Promise<void> = Promise.resolve();
  let isClosed = false;

  const wanted = (): GazetteerReference | null => currentCatalogue(db)?.gazetteer ?? null;
  const pathOf = (sha256: string, base = dataDir): string => join(base, PLACES_FOLDER, `${sha256}.sqlite`);

  function show(): void {
    const kept = (currentCatalogue(db)?.landmarks ?? []).filter(({ isActive }) => isActive);
    shown = { file, landmarks: knownLandmarks([...kept.map((landmark) => withPosition(file, landmark)), ...(file?.landmarks ?? [])]) };
    options.onChanged();
  }

  function take(sha256: string): boolean {
    // Practice mode looks where its workstation keeps them: one folder up.
    const path = [pathOf(sha256), pathOf(sha256, join(dataDir, '..'))].find(existsSync);
    const next = path === undefined ? null : openPlaceFile(path);
    if (next === null) return false;
    file?.close();
    [file, at] = [next, sha256];
    show();
    return true;
  }

  async function lookOnce(): Promise<void> {
    if (isClosed) return;
    const reference = wanted();
    const landmarks = JSON.stringify(currentCatalogue(db)?.landmarks ?? []);
    if (landmarks !== seen) {
      seen = landmarks;
      show();
    }
    if (reference === null) return putAway();
    if (at === reference.sha256) return;
    if (take(reference.sha256)) return removeOthers(reference.sha256);
    const bytes = options.files.read(reference.sha256);
    if (bytes === null) return fetch(reference);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await makePlaceFile(Buffer.from(bytes).toString('utf8'), pathOf(reference.sha256));
    if (!isClosed && take(reference.sha256)) removeOthers(reference.sha256);
  }

  function putAway(): void {
    if (file === null) return;
    file.close();
    [file, at] = [null, null];
    show();
  }

  function fetch({ sha256, sizeBytes }: GazetteerReference): void {
    db.transaction(() => {
      db.write(SQL.note).run({ sha256 });
      db.write(SQL.forgetOthers).run({ sha256 });
      noteKnown(db, { sha256, mediaType: GAZETTEER_MEDIA_TYPE, sizeBytes }, options.now(), FRESH_MS);
      wantBlob(db, sha256, 'asked');
    });
    options.onWork();
  }

  function removeOthers(sha256: string): void {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) if (!name.startsWith(sha256)) rmSync(join(folder, name), { force: true });
  }

  return {
    current: () => shown,
    standing: () => (wanted() === null ? 'none' : at === wanted()?.sha256 ? 'current' : 'coming'),
    look() {
      turn = turn.then(lookOnce).catch((error: unknown) => options.log('the gazetteer could not be put in place', { problem: error instanceof Error ? error.message : String(error) }));
      return turn;
    },
    close() {
      isClosed = true;
      file?.close();
      file = null;
    },
  };
}

/** Where its address is, when the administrator gave none. */
function withPosition(file: PlaceFile | null, { name, otherNames, address, position }: Landmark): GazetteerLandmark {
  const [given] = position;
  const [found] = given !== undefined || address === '' ? [] : findInGazetteer(file, [], `${address} `);
  const point = given ?? (found?.kind === 'address' ? found.point : null);
  return { name, otherNames, address, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
}
