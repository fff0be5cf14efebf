import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GazetteerLandmark, gazetteerText } from '../../../src-shared/places/gazetteer.ts';
import { readGazetteerCsv } from '../../../src-shared/places/gazetteer-csv.ts';
import type { CityPlaces } from '../find-places.ts';
import { knownLandmarks } from '../landmarks.ts';
import { makePlaceFile, openPlaceFile } from '../place-file.ts';

/** A place file of an address file, in a folder of its own that goes with `close`. */
export async function openPlaces(csv: string, landmarks: readonly GazetteerLandmark[] = []): Promise<CityPlaces & { close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-places-'));
  const read = readGazetteerCsv(csv);
  if (!read.ok) throw new Error(read.message);
  await makePlaceFile(gazetteerText(read.gazetteer), join(folder, 'places.sqlite'));
  const file = openPlaceFile(join(folder, 'places.sqlite'));
  return {
    file,
    landmarks: knownLandmarks(landmarks),
    close() {
      file?.close();
      rmSync(folder, { recursive: true });
    },
  };
}
