import { existsSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../../src-data/cases/catalogue.ts';
import { countCases } from '../../src-data/cases/case-queries.ts';
import { queuePage } from '../../src-data/search/queue-queries.ts';
import { putCases } from '../../src-server/testing/many-cases.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { madeUpCase } from '../bench/made-up-cases.ts';
import { freshStation, type OpenStation, until } from './fresh-station.ts';

const CASES = 2_500;
const server = useServer({ catalogue: SMALL_CITY });
let url = '';

beforeAll(async () => {
  await putCases(server().deps.pool, Array.from({ length: CASES }, (_, index) => madeUpCase(index, CASES)));
  url = await server().app.listen({ port: 0, host: '127.0.0.1' });
});

function search(workstation: OpenStation, text: string): number {
  return queuePage(workstation.db, { view: 'all', search: text, staffId: null, departmentCodes: [], now: utcMs(Date.now()) }, { sort: 'receivedNewest', after: null, limit: 50 }).rows.length;
}

it('a fresh workstation gets its cases as a file, and finds one by a typed word', async () => {
  const station = freshStation(url);
  const workstation = station.open();
  await until(() => currentCatalogue(workstation.db) !== null);
  await until(() => countCases(workstation.db) === CASES && workstation.loop.connection().kind === 'online');
  expect(station.events.filter((event) => event.startsWith('records taken over'))).toEqual([`records taken over {"kind":"taken","caseCount":${CASES}}`]);
  expect(search(workstation, 'Report 1234')).toBe(1);
  expect(workstation.getReady.progress()).toBeNull();
  expect(existsSync(station.gettingReadyFolder)).toBe(false);
  await workstation.close();
  station.remove();
});
