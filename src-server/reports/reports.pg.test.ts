import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Catalogue, type Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { CasesBehindReply, KeptReportReply, MonthlyReportReply, ReportTrendReply } from '../../src-shared/protocol/reports.ts';
import { figureKey } from '../../src-shared/reports/figure-key.ts';
import { MEASURE_KEYS, type MeasureKey } from '../../src-shared/reports/measure.ts';
import type { MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { oracle } from '../../src-shared/reports/testing/oracle.ts';
import { arbitraryCase, BUSY_CITY } from '../../src-shared/reports/testing/random-histories.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { putCases } from '../testing/many-cases.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';

const member = (id: string, roles: Staff['roles'], departmentCodes: string[] = []) => ({ ...must(BUSY_CITY.staff[0], 'it has staff'), id, name: id, roles, departmentCodes });
const city = Catalogue.parse({ ...BUSY_CITY, staff: [...BUSY_CITY.staff, member('boss', ['cityManager']), member('clerk', ['commission'])] });
const NOW = utcMs(Date.UTC(2027, 0, 20, 15));
const server = useServer({ catalogue: city, deps: { now: () => NOW } });
const sample = fc.sample(arbitraryCase(true), { numRuns: 500, seed: 11 });
const cases = sample.filter(({ id, trackingNumber }, at) => !sample.slice(0, at).some((other) => other.id === id || other.trackingNumber === trackingNumber));
const calendar = must(city.calendars[0], 'it has a calendar');
let station: TestStation;

beforeAll(async () => {
  const { app, deps } = server();
  station = await TestStation.enrol(app, 'Office');
  for (const staffId of ['boss', 'clerk', 'water.head', 'agent', 'admin']) await noteSignIn(deps.pool, { staffId, station: station.id, now: NOW });
  await putCases(deps.pool, cases);
});

async function monthly(staff: string, month: string, more = ''): Promise<MonthlyReport> {
  const response = await station.request('GET', `/reports/v1/monthly?staff=${staff}&month=${month}${more}`);
  expect([response.statusCode, response.body.slice(0, 200)]).toEqual([200, expect.anything()]);
  return MonthlyReportReply.parse(response.json()).report;
}

/** `n` of every figure the oracle finds, by `measure/group`. */
function counts(figures: MonthlyReport['figures']): Record<string, number> {
  return Object.fromEntries(Object.entries(figures.groups).flatMap(([group, of]) => Object.entries(of).map(([measure, { n }]) => [`${measure}/${group}`, n])));
}

function expected(month: string, mayCount: (current: Case) => boolean, departments: readonly string[] | null = null): Record<string, number> {
  const found = oracle(cases, { month, asOf: NOW, timeZone: 'America/New_York', calendar, mayCount, departments });
  return Object.fromEntries([...found].map(([name, { n }]) => [name, n]));
}

const isOpenToAll = ({ isSealed }: Case): boolean => !isSealed;
const seenByBoss = ({ isSealed, seal }: Case): boolean => !isSealed || seal?.accusedStaffId !== 'boss';

describe('the report of the server', () => {
  test.each(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])('says of %s what all facts of the record say, and compares with the month before', async (month) => {
    const { figures, monthBefore, isRunning } = await monthly('boss', month);
    expect(counts(figures)).toEqual(expected(month, seenByBoss));
    if (monthBefore) expect(counts(monthBefore)).toEqual(expected(monthBefore.month, seenByBoss));
    expect(isRunning).toBe(month === '2027-01');
  });

  test('lists behind each figure exactly the cases it was counted from', async () => {
    const { figures, asOf } = await monthly('boss', '2026-11');
    for (const measure of MEASURE_KEYS) {
      for (const group of ['all', 'channel:letter']) {
        const figure = figureKey({ month: ReportMonth.parse('2026-11'), measure, group });
        const response = await station.request('GET', `/reports/v1/cases?staff=boss&asOf=${asOf}&figure=${encodeURIComponent(figure)}`);
        const { entries, count } = CasesBehindReply.parse(response.json());
        expect([figure, count, entries.length]).toEqual([figure, figures.groups[group]?.[measure]?.n ?? 0, count]);
      }
    }
  });

  test('is without sealed cases for the Commission and administrators, and for the office when it asks for what is mailed', async () => {
    const mailed = expected('2026-11', isOpenToAll);
    for (const [staff, more] of [['clerk', ''], ['admin', ''], ['boss', '&withoutSealed=yes']] as const) {
      const report = await monthly(staff, '2026-11', more);
      expect([counts(report.figures), report.sealed]).toEqual([mailed, 'leftOut']);
    }
    expect(expected('2026-11', seenByBoss)).not.toEqual(mailed);
  });

  test('is of their departments for heads', async () => {
    const isSeen = ({ isSealed, seal, departmentCode }: Case): boolean => !isSealed || (seal?.accusedStaffId !== 'water.head' && (seal?.supervisorStaffId === 'water.head' || (seal?.keptBy ?? departmentCode) === 'WATER'));
    const { figures, scope } = await monthly('water.head', '2026-11');
    expect(scope).toEqual({ kind: 'departments', codes: ['WATER'] });
    expect(counts(figures)).toEqual(expected('2026-11', isSeen, ['WATER']));
  });

  test('is of one department for whoever asks for it and may have it', async () => {
    const isSeen = ({ isSealed }: Case): boolean => !isSealed;
    const { figures, scope } = await monthly('clerk', '2026-11', '&department=STREETS');
    expect(scope).toEqual({ kind: 'departments', codes: ['STREETS'] });
    expect(counts(figures)).toEqual(expected('2026-11', isSeen, ['STREETS']));
  });

  test('is for nobody else, and for nobody whom the server has not let in at that workstation', async () => {
    const code = async (path: string, from = station): Promise<readonly [number, string]> => {
      const response = await from.request('GET', path);
      return [response.statusCode, response.json<{ code: string }>().code];
    };
    expect(await code('/reports/v1/monthly?staff=agent&month=2026-11')).toEqual([403, 'notPermitted']);
    expect(await code('/reports/v1/cases?staff=agent&asOf=1&figure=2026-11/closed/all')).toEqual([403, 'notPermitted']);
    for (const what of ['monthly', 'kept']) expect(await code(`/reports/v1/${what}?staff=water.head&month=2026-11&department=STREETS`)).toEqual([403, 'notPermitted']);
    expect(await code('/reports/v1/monthly?staff=boss&month=2026-13')).toEqual([400, 'malformedRequest']);
    expect(await code('/reports/v1/cases?staff=boss&asOf=1&figure=2026-11/nothing/all')).toEqual([400, 'malformedRequest']);
    const elsewhere = await TestStation.enrol(server().app, 'Counter');
    expect(await code('/reports/v1/monthly?staff=boss&month=2026-11', elsewhere)).toEqual([401, 'notSignedIn']);
    expect((await server().app.inject({ method: 'GET', url: '/reports/v1/monthly?staff=boss&month=2026-11' })).statusCode).toBe(401);
  });

  test('has nothing before the first case, and nothing of months to come', async () => {
    const { yearBefore, asOf, figures: october } = await monthly('boss', '2026-10');
    expect(yearBefore).toBeNull();
    const { trend } = ReportTrendReply.parse((await station.request('GET', `/reports/v1/trend?staff=boss&month=2026-10&asOf=${asOf}`)).json());
    expect(trend.at(-1)?.figures).toEqual(Object.fromEntries(['received', 'closed', 'openAtEnd', 'becameLate'].map((name) => [name, october.groups['all']?.[name as MeasureKey]?.n ?? 0])));
    expect(trend.filter(({ figures }) => figures !== null).map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
    const next = await monthly('boss', '2027-02');
    expect([next.figures.groups, next.isRunning]).toEqual([{}, true]);
    const kept = await station.request('GET', '/reports/v1/kept?staff=boss&month=2026-11');
    expect(KeptReportReply.parse(kept.json()).kept).toBeNull();
  });
});

test('every measure has something to be right about', () => {
  const seen = new Set(['2026-10', '2026-11', '2026-12'].flatMap((month) => Object.keys(expected(month, () => true)).map((name) => name.split('/')[0])));
  expect(MEASURE_KEYS.filter((measure: MeasureKey) => !seen.has(measure))).toEqual([]);
});
