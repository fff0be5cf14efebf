import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBlob } from '../../src-data/attachments/blob-rows.ts';
import { saveCatalogue } from '../../src-data/cases/catalogue.ts';
import { createCityPlaces } from '../../src-data/places/city-places.ts';
import { findPlaces } from '../../src-data/places/find-places.ts';
import { importGazetteer } from '../../src-data/places/import-gazetteer.ts';
import { publishCatalogue } from '../../src-server/catalogue/catalogue-store.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { loadDemoCity } from '../../src-server/seed/load-demo-city.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { type PairedDesk, pairedDesk } from './paired-desk.ts';

const server = useServer();
const demo = useServer({ catalogue: null });

/** A workstation that keeps the city's places, and its folder. */
async function deskWithPlaces(app: Parameters<typeof pairedDesk>[0]) {
  const desk = await pairedDesk(app);
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-city-'));
  const places = createCityPlaces({ db: desk.db, dataDir, files: desk.files, now: desk.now, onWork: () => undefined, onChanged: () => undefined, log: (event, details) => expect.fail(`${event} ${JSON.stringify(details)}`) });
  return {
    ...desk,
    places,
    find: (text: string) => findPlaces(desk.db, text, 3, places.current()).map((place) => place.text),
    async take(catalogue: Catalogue) {
      desk.db.transaction(() => saveCatalogue(desk.db, catalogue));
      await places.look();
    },
    close() {
      places.close();
      desk.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function allSteps(desk: PairedDesk): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    await desk.step();
    desk.pass(700_000);
  }
}

const csv = (streets: readonly string[]): string => `number,street,lat,lon\n${streets.map((street, at) => `12,${street},26.5,${-80 - at / 1000}`).join('\n')}\n`;
const options = (desk: Awaited<ReturnType<typeof deskWithPlaces>>) => ({ db: desk.db, files: desk.files, now: desk.now, current: desk.places.current().file });

test('an administrator\u2019s file reaches every workstation, a later one takes its place, and an undo brings the first one back', async () => {
  const [one, two] = [await deskWithPlaces(server().app), await deskWithPlaces(server().app)];
  let version = 1;
  const publish = async (file: string): Promise<Catalogue> => {
    const preview = importGazetteer(options(one), 'addresses.csv', file);
    if (!preview.ok) throw new Error(preview.sentence);
    const catalogue = { ...SMALL_CITY, version: (version += 1), gazetteer: preview.reference };
    await inTransaction(server().deps.pool, {}, (tx) => publishCatalogue(tx, catalogue, { at: server().deps.now(), by: 'admin' }));
    return catalogue;
  };
  const first = await publish(csv(['Elm Street', 'Oak Street']));
  await one.take(first);
  expect(one.find('12 elm')).toEqual(['12 Elm Street']);
  await two.take(first);
  expect([two.find('12 elm'), two.places.standing()]).toEqual([[], 'coming']);
  await allSteps(one);
  await allSteps(two);
  await two.places.look();
  expect([two.find('12 elm'), two.places.standing()]).toEqual([['12 Elm Street'], 'current']);

  const second = await publish(csv(['Elm Street', 'Pine Street']));
  for (const desk of [one, two]) await desk.take(second);
  expect(two.find('12 oak')).toEqual(['12 Oak Street']); // until the new one has come
  await allSteps(one);
  await allSteps(two);
  await two.places.look();
  expect([two.find('12 pine'), two.find('12 oak')]).toEqual([['12 Pine Street'], []]);

  const undone = { ...first, version: (version += 1) };
  await inTransaction(server().deps.pool, {}, (tx) => publishCatalogue(tx, undone, { at: server().deps.now(), by: 'admin' }));
  await two.take(undone);
  await allSteps(two);
  await two.places.look();
  expect(two.find('12 oak')).toEqual(['12 Oak Street']);
  await two.take({ ...undone, version: (version += 1), gazetteer: null });
  expect(two.find('12 oak')).toEqual([]);
  for (const desk of [one, two]) desk.close();
});

test('a file that no version of the catalogue names goes nowhere', async () => {
  const [one, two] = [await deskWithPlaces(server().app), await deskWithPlaces(server().app)];
  const preview = importGazetteer(options(one), 'addresses.csv', csv(['Secret Street']));
  if (!preview.ok) throw new Error(preview.sentence);
  await allSteps(one);
  expect(findBlob(one.db, preview.reference.sha256)).toMatchObject({ serverState: 'notExpected', isHere: 1 });
  expect((await two.station.request('GET', `/sync/v1/blob/${preview.reference.sha256}`)).statusCode).toBe(404);
  for (const desk of [one, two]) desk.close();
});

test('the demo city has its addresses: thousands of them, on a new workstation', async () => {
  await loadDemoCity(demo().deps);
  const catalogue = must(await demo().deps.catalogues.newest(demo().deps.pool), 'the demo city is loaded');
  expect(catalogue.gazetteer?.addressCount).toBeGreaterThan(5_000);
  const desk = await deskWithPlaces(demo().app);
  await desk.take(catalogue);
  await allSteps(desk);
  await desk.places.look();
  expect(desk.find('412 harbor')).toEqual(['412 Harbor Street']);
  expect(desk.find('seagrape and 7th')).toEqual(['Seagrape Avenue and 7th Street']);
  expect(findPlaces(desk.db, 'water tower', 3, desk.places.current())[0]?.point).toEqual(findPlaces(desk.db, '240 Elm Street', 3, desk.places.current())[0]?.point);
  desk.close();
});
