import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/desk.ts';
import { CANDIDATE_SQL } from './candidate-queries.ts';

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.close());

const PARAMS = { key: '', serviceCode: '', from: 0, to: 1, south: 0, north: 1, west: 0, east: 1, latitude: 0, longitude: 0, shrink: 1 };

/** Asked while somebody types, over a million cases: whatever reads the table itself row by row is too slow. */
it.each([
  ['samePlace', /SEARCH c USING INDEX case_by_place \(place_key=\? AND is_open=\? AND received_at>\? AND received_at<\?\)/],
  ['near', /SEARCH case_ USING COVERING INDEX case_open_by_latitude \(latitude>\? AND latitude<\?\)/],
  ['nearOfService', /SEARCH case_ USING COVERING INDEX case_open_by_service_place \(service_code=\? AND latitude>\? AND latitude<\?\)/],
  ['ofService', /SEARCH c USING INDEX case_by_service_received \(service_code=\? AND received_at>\? AND received_at<\?\)/],
] as const)('%s finds its rows by an index', (name, plan) => {
  const steps = desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${CANDIDATE_SQL[name]}`).all(PARAMS) as { detail: string }[]; // safe: EXPLAIN's own columns
  const said = steps.map(({ detail }) => detail).join('; ');
  expect(said).toMatch(plan);
  expect(said).not.toMatch(/SCAN case_|SCAN c\b/);
});
