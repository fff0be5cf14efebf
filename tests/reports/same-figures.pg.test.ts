/** The same cases give the same report, wherever it is counted: at the server over PostgreSQL, at a workstation over its SQLite. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { saveCatalogue } from '../../src-data/cases/catalogue.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { casesBehindFigure, monthlyReport, type ReportDesk, reportTrend } from '../../src-data/reports/ask-report.ts';
import { beginSession } from '../../src-data/session/session.ts';
import { setCursor } from '../../src-data/sync/buckets.ts';
import { type Desk, openDesk } from '../../src-data/testing/desk.ts';
import { noteSignIn } from '../../src-server/auth/signed-in-at.ts';
import { putCases } from '../../src-server/testing/many-cases.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { TestStation } from '../../src-server/testing/test-station.ts';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { MEASURE_KEYS } from '../../src-shared/reports/measure.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { arbitraryCase, BUSY_CITY } from '../../src-shared/reports/testing/random-histories.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';

const boss = { ...must(BUSY_CITY.staff[0], 'it has staff'), id: 'boss', name: 'boss', roles: ['cityManager'], departmentCodes: [] };
const city = Catalogue.parse({ ...BUSY_CITY, version: 2, staff: [...BUSY_CITY.staff, boss] });
const NOW = utcMs(Date.UTC(2027, 0, 20, 15));
const server = useServer({ catalogue: city, deps: { now: () => NOW } });
const sample = fc.sample(arbitraryCase(true), { numRuns: 120, seed: 31 });
const cases = sample.filter(({ id, trackingNumber }, at) => !sample.slice(0, at).some((other) => other.id === id || other.trackingNumber === trackingNumber));
let station: TestStation;
let desk: Desk;

beforeAll(async () => {
  const { app, deps } = server();
  station = await TestStation.enrol(app, 'Office');
  desk = openDesk();
  for (const staffId of ['boss', 'water.head'] as const) await noteSignIn(deps.pool, { staffId, station: station.id, now: NOW });
  await putCases(deps.pool, cases);
  desk.db.transaction(() => {
    saveCatalogue(desk.db, city);
    for (const current of cases) writeCase(desk.db, current, 'confirmed');
    setCursor(desk.db, 'city', 1);
  });
});
afterAll(() => desk.close());

/** Asks the real server, signed as the workstation, or finds it out of reach. */
function reportDesk(isOnline: boolean): ReportDesk {
  const ask: ReportDesk['ask'] = async ({ path, reply }) => {
    if (!isOnline) return { ok: false, sentence: 'not there' };
    const response = await station.request('GET', path);
    // Safe: what the schema gives is what the schema's type says.
    return response.statusCode === 200 ? { ok: true, value: reply.parse(response.json()) as z.infer<typeof reply> } : { ok: false, sentence: response.body };
  };
  return { db: desk.db, ask, isOnline: () => isOnline, now: () => NOW };
}

test.each([
  ['boss', '2026-10', false],
  ['boss', '2026-12', true],
  ['water.head', '2026-11', false],
])('for %s in %s, without sealed cases: %s', async (staffId, one, withoutSealed) => {
  beginSession(desk.db, must(city.staff.find(({ id }) => id === staffId), 'they are in the city'), 'server', NOW);
  const month = ReportMonth.parse(one);
  const [there, here] = [await monthlyReport(reportDesk(true), { month, withoutSealed }), await monthlyReport(reportDesk(false), { month, withoutSealed })];
  if (!there.ok || !here.ok) throw new Error('both are counted');
  expect([there.source.place, here.source.place]).toEqual(['server', 'workstation']);
  expect(here.report).toEqual(there.report);
  const trends = [await reportTrend(reportDesk(true), { month, withoutSealed, asOf: NOW, place: 'server' }), await reportTrend(reportDesk(false), { month, withoutSealed, asOf: NOW, place: 'workstation' })];
  expect(trends[1]).toEqual(trends[0]);
  expect(Object.keys(here.report.figures.groups).length).toBeGreaterThan(10);
  for (const measure of MEASURE_KEYS) {
    const asked = { figure: { month, measure, group: 'all' }, withoutSealed, asOf: NOW };
    const lists = [await casesBehindFigure(reportDesk(true), { ...asked, place: 'server' }), await casesBehindFigure(reportDesk(false), { ...asked, place: 'workstation' })];
    expect(lists[1]).toEqual(lists[0]);
  }
});
