import { expect, test } from 'vitest';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { openLocalStation } from '../../fleet/local-station.ts';
import { useServer } from '../../testing/test-server.ts';
import { BatchRequest } from '../import-protocol.ts';
import { addToCatalogue } from './add-to-catalogue.ts';
import { importBatch } from './import-batch.ts';

const addition = addToCatalogue(SMALL_CITY, { departments: [], services: [], dispositions: [] });
if (!addition.ok) throw new Error(addition.sentence);
const { catalogue } = addition;
const server = useServer({ catalogue });

/** Rows of one case number: one that names a service the city does not have, then two good ones. */
const batch = BatchRequest.parse({
  system: 'old',
  cases: ['NO-SUCH-SERVICE', 'QUESTION', 'QUESTION'].map((serviceCode, index) => ({
    line: index + 2,
    sourceId: 'A-1',
    flags: [],
    opening: {
      ...{ channel: 'phone', serviceCode, departmentCode: null, assigneeId: null, description: `Line ${index + 2}`, location: null, requester: null },
      ...{ receivedAt: Date.UTC(2020, 0, 2), kind: null },
    },
    later: [],
  })),
  isDryRun: false,
  additions: null,
});

async function stored(): Promise<readonly string[]> {
  const { rows } = await server().deps.pool.query<{ description: string }>("SELECT document->>'description' AS description FROM case_ WHERE source_system = 'old'");
  return rows.map(({ description }) => description);
}

test('a good row comes in although an earlier one of the same case number was refused', async () => {
  const { deps } = server();
  const station = await openLocalStation(deps, 'Import', []);
  const around = { pool: deps.pool, catalogue, station };
  const run = { system: 'old', station: station.id, importedBy: StaffId.parse('agent'), importedAt: utcMs(Date.UTC(2026, 0, 5)) };

  const rehearsed = await importBatch({ ...around, station: null, run }, batch);
  expect(rehearsed.map(({ status }) => status)).toEqual(['refused', 'imported', 'alreadyHere']);
  expect(await stored()).toEqual([]);

  const results = await importBatch({ ...around, run }, batch);
  expect(results.map(({ line, status }) => [line, status])).toEqual([[2, 'refused'], [3, 'imported'], [4, 'alreadyHere']]);
  expect(await stored()).toEqual(['Line 3']);
});
