import { createHash } from 'node:crypto';
import { gazetteerText, type GazetteerReference } from '../../src-shared/places/gazetteer.ts';
import { readGazetteerCsv } from '../../src-shared/places/gazetteer-csv.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { StartupError } from '../startup-error.ts';

/** A list of addresses as it travels, and what the catalogue says of it. */
export interface CityAddresses {
  readonly text: string;
  readonly reference: GazetteerReference;
}

/** Reads an address file. Lines that cannot be taken are left out; throws StartupError when none can. */
export function readAddresses(csv: string, fileName: string, readAt: UtcMs): CityAddresses {
  const read = readGazetteerCsv(csv);
  if (!read.ok) throw new StartupError(`${fileName}: ${read.message}`);
  const text = gazetteerText(read.gazetteer);
  const { streets, landmarks } = read.gazetteer;
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text, reference: { sha256, sizeBytes: bytes.length, fileName, addressCount: read.addressCount, streetCount: streets.length, landmarkCount: landmarks.length, readAt } };
}
