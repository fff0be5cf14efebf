import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { decodeText } from '../../src-shared/agencies/decode-text.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { LocalStationDeps } from '../fleet/local-station.ts';
import { StartupError } from '../startup-error.ts';
import { type CityAddresses, readAddresses } from './read-addresses.ts';
import { FirstPasswords, storeCity } from './store-city.ts';

const ADDRESSES = 'addresses.csv';

/**
 * Loads a city of one's own from a folder, once: `city.json` (a catalogue), `passwords.json` (first passwords), and `addresses.csv` (its
 * list of addresses) if there is one.
 *
 * A database that has a catalogue already is left as it is. Throws StartupError with the file and the first thing wrong in it.
 */
export async function loadCity(deps: LocalStationDeps, folder: string): Promise<void> {
  if ((await deps.catalogues.newest(deps.pool)) !== null) {
    deps.log.warn('the database holds a city already: the one given with --city was not loaded');
    return;
  }
  const catalogue = readJson(path.join(folder, 'city.json'), Catalogue);
  const passwords = readJson(path.join(folder, 'passwords.json'), FirstPasswords);
  const stranger = Object.keys(passwords).find((id) => !catalogue.staff.some((member) => member.id === id));
  if (stranger !== undefined) throw new StartupError(`passwords.json names "${stranger}", who is not among the staff in city.json. Correct one of them.`);
  const addresses = addressesIn(folder, deps.now());
  const city = addresses === null ? { catalogue } : { catalogue: { ...catalogue, gazetteer: addresses.reference }, addresses: addresses.text };
  await storeCity(deps.pool, { ...city, passwords }, { at: deps.now(), by: 'city folder' });
  deps.log.info({ services: catalogue.services.length, staff: catalogue.staff.length }, 'city loaded');
}

function addressesIn(folder: string, at: UtcMs): CityAddresses | null {
  const file = path.join(folder, ADDRESSES);
  return existsSync(file) ? readAddresses(decodeText(readFileSync(file)), ADDRESSES, at) : null;
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}). Correct it, then start again.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartupError(`${file} is not right: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. Correct it, then start again; resources/demo-city.json shows the shape.`);
}
