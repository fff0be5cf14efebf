import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import { readOrMakeSetting, readSetting, writeSetting } from '../db/server-setting.ts';
import { type LocalStationDeps, openLocalStation } from '../fleet/local-station.ts';
import { DemoCase } from './demo-case.ts';
import { demoCommands } from './demo-commands.ts';
import { DemoOffice, loadDemoOffice } from './demo-office.ts';
import { readAddresses } from './read-addresses.ts';
import { FirstPasswords, storeCity } from './store-city.ts';

const ADDRESSES = 'demo-addresses.csv';
const RESOURCES = path.join(import.meta.dirname, '..', '..', 'resources');
/** Set, to the time of loading, as soon as loading begins; every moment in the demo cases counts back from it. */
const BEGUN = 'demoCityBegunAt';
const DONE = 'demoCityLoaded';

/**
 * Loads the demo city once: its catalogue, its staff with hashed passwords, its cases and what its office keeps, which go the way all
 * others go. Interrupted at any point, the next start finishes it; finished, it does nothing.
 *
 * A database that already has a catalogue of its own is left as it is.
 */
export async function loadDemoCity(deps: LocalStationDeps): Promise<void> {
  if ((await readSetting(deps.pool, DONE)) === true) return;
  const isOwnCity = (await readSetting(deps.pool, BEGUN)) === null && (await deps.catalogues.newest(deps.pool)) !== null;
  if (isOwnCity) {
    deps.log.warn('the database holds a city already: the demo city was not loaded');
    return;
  }
  const loadedAt = UtcMs.parse(await readOrMakeSetting(deps.pool, BEGUN, deps.now));
  await loadCatalogueAndStaff(deps, loadedAt);
  const count = await loadCases(deps, loadedAt);
  await writeSetting(deps.pool, DONE, true);
  deps.log.info({ cases: count }, 'demo city loaded');
}

async function loadCatalogueAndStaff(deps: LocalStationDeps, loadedAt: UtcMs): Promise<void> {
  if ((await deps.catalogues.newest(deps.pool)) !== null) return;
  const addresses = readAddresses(readFileSync(path.join(RESOURCES, ADDRESSES), 'utf8'), ADDRESSES, loadedAt);
  const catalogue = { ...Catalogue.parse(readResource('demo-city.json')), gazetteer: addresses.reference };
  await storeCity(deps.pool, { catalogue, addresses: addresses.text, passwords: FirstPasswords.parse(readResource('demo-staff.json')) }, { at: loadedAt, by: 'demo city' });
}

/** Commands of an earlier, interrupted loading have the same ids and are answered as before. */
async function loadCases(deps: LocalStationDeps, loadedAt: UtcMs): Promise<number> {
  const catalogue = await deps.catalogues.newest(deps.pool);
  if (catalogue === null) throw new Error('the catalogue was just stored');
  const cases = z.array(DemoCase).parse(readResource('demo-cases.json'));
  const station = await openLocalStation(deps, 'Demo city', catalogue.departments.map((department) => department.code));
  const numbers = [...(await station.leaseNumbers(2 * cases.length))];
  const further = numbers.splice(cases.length);
  const numberOf = (index: number) => numbers[index] ?? fail('a demo case is tied to one that is not there');
  const takeNumber = () => further.pop() ?? fail('a demo case has more numbers than were leased');
  const commands = cases.flatMap((demo, index) => demoCommands(demo, index, { catalogue, station: station.id, loadedAt, numberOf, takeNumber }));
  const results = await station.submit(commands);
  const refused = results.find((result) => result.status !== 'accepted');
  if (refused !== undefined) {
    const { type, caseId } = commands[refused.seq - 1] ?? {};
    throw new Error(`demo cases: ${type} on ${caseId} was ${refused.status} (${refused.code} ${JSON.stringify(refused.detail)})`);
  }
  await loadDemoOffice(deps, DemoOffice.parse(readResource('demo-office.json')), { station: station.id, loadedAt, timeZone: catalogue.city.timeZone });
  return cases.length;
}

function readResource(name: string): unknown {
  return JSON.parse(readFileSync(path.join(RESOURCES, name), 'utf8'));
}

function fail(message: string): never {
  throw new Error(message);
}
