import { expect, it } from 'vitest';
import { StationId } from '../../src-shared/util/ids.ts';
import { openDesk } from '../testing/desk.ts';
import { pullRequest } from '../sync/round-requests.ts';
import { noteStationNames, readStationNames } from './station-names.ts';

it('are kept as the city has them, and asked for again when there are more', () => {
  const desk = openDesk();
  const id = StationId.parse('st-000000000001');
  expect(pullRequest(desk.db, id).stationsKnown).toBe(0);
  noteStationNames(desk.db, { stations: [{ id, name: 'Counter 2' }] });
  noteStationNames(desk.db, {});
  expect(readStationNames(desk.db)).toEqual({ [id]: 'Counter 2' });
  desk.db.transaction(() => desk.db.exec('UPDATE sync_state SET cut_rev = 1'));
  expect(pullRequest(desk.db, id).stationsKnown).toBe(1);
  desk.close();
});
