import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue, type Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { NotAnswered } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import type { ReportReply } from '../../src-shared/protocol/data-rpc/report-views.ts';
import { WHOLE } from '../../src-shared/reports/figure-key.ts';
import { MEASURE_KEYS, type MeasureKey } from '../../src-shared/reports/measure.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { oracle } from '../../src-shared/reports/testing/oracle.ts';
import { arbitraryCase, BUSY_CITY } from '../../src-shared/reports/testing/random-histories.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { writeCase } from '../cases/write-case.ts';
import { updateHorizon } from '../horizon/horizon.ts';
import { beginSession, endSession } from '../session/session.ts';
import { setCursor } from '../sync/buckets.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { casesBehindFigure, monthlyReport, type ReportDesk, reportTrend } from './ask-report.ts';

const member = (id: string, roles: Staff['roles'], departmentCodes: string[] = []) => ({ ...must(BUSY_CITY.staff[0], 'it has staff'), id, name: id, roles, departmentCodes });
const city = Catalogue.parse({ ...BUSY_CITY, version: 2, staff: [...BUSY_CITY.staff, member('boss', ['cityManager'])] });
const NOW = utcMs(Date.UTC(2027, 0, 20, 15));
const cases = fc.sample(arbitraryCase(true), { numRuns: 250, seed: 23 });
const month = (text: string): ReportMonth => ReportMonth.parse(text);

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  desk.db.transaction(() => {
    saveCatalogue(desk.db, city);
    for (const current of cases) writeCase(desk.db, current, 'confirmed');
    setCursor(desk.db, 'city', 1);
  });
});
afterAll(() => desk.close());
beforeEach(() => {
  updateHorizon(desk.db, { closedSince: null });
  signIn('boss');
});

function signIn(id: string): void {
  beginSession(desk.db, must(city.staff.find((one) => one.id === id), `${id} is in the city`), 'server', NOW);
}

/** A desk whose server says `refusal`, or is not there (null). */
function reportDesk(refusal: string | null = null): ReportDesk {
  const ask = async (): Promise<NotAnswered> => ({ ok: false, sentence: refusal ?? '' });
  return { db: desk.db, ask, isOnline: () => refusal !== null, now: () => NOW };
}

async function counted(one: string, from = reportDesk()): Promise<Extract<ReportReply, { ok: true }>> {
  const reply = await monthlyReport(from, { month: month(one), withoutSealed: false });
  if (!reply.ok) throw new Error(reply.sentence);
  return reply;
}

/** What is here of each figure, after duplicates of ids took each other's place. */
const held = [...new Map(cases.map((current) => [current.id, current])).values()];

function expected(one: string): Record<string, number> {
  const mayCount = ({ isSealed, seal }: Case): boolean => !isSealed || seal?.accusedStaffId !== 'boss';
  const found = oracle(held, { month: one, asOf: NOW, timeZone: 'America/New_York', calendar: must(city.calendars[0], 'it has one'), mayCount, departments: null });
  return Object.fromEntries([...found].map(([name, { n }]) => [name, n]));
}

describe('without the server', () => {
  it.each(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])('counts %s over what is here, and says so', async (one) => {
    const { report, source } = await counted(one);
    const counts = Object.entries(report.figures.groups).flatMap(([group, of]) => Object.entries(of).map(([measure, { n }]) => [`${measure}/${group}`, n]));
    expect(Object.fromEntries(counts)).toEqual(expected(one));
    expect([source.place, source.missing]).toEqual(['workstation', []]);
  });

  it('lists the cases behind every figure', async () => {
    const { report } = await counted('2026-11');
    for (const measure of MEASURE_KEYS) {
      const behind = await casesBehindFigure(reportDesk(), { figure: { month: month('2026-11'), measure, group: WHOLE }, withoutSealed: false, place: 'workstation', asOf: report.asOf });
      expect([measure, behind.ok && behind.entries.length]).toEqual([measure, report.figures.groups[WHOLE]?.[measure]?.n ?? 0]);
    }
  });

  it('says what this workstation does not hold, and compares with no month that is not whole here', async () => {
    updateHorizon(desk.db, { closedSince: utcMs(Date.UTC(2026, 9, 15)) });
    expect((await counted('2026-10')).source.missing).toEqual(['Cases closed before October 14, 2026 are kept at the server only: figures of October 2026 are too low here.']);
    const november = await counted('2026-11');
    const trend = await reportTrend(reportDesk(), { month: month('2026-11'), withoutSealed: false, place: 'workstation', asOf: NOW });
    expect([november.source.missing, november.report.monthBefore, trend.ok && trend.trend.filter(({ figures }) => figures !== null).length]).toEqual([[], null, 1]);
  });

  it('says that a department’s workstation holds no other department’s cases', async () => {
    const other = openDesk();
    other.db.transaction(() => {
      saveCatalogue(other.db, city);
      setCursor(other.db, 'dept:WATER', 1);
    });
    const atOther = { ...reportDesk(), db: other.db };
    beginSession(other.db, must(city.staff.find(({ id }) => id === 'boss'), 'the boss'), 'thisWorkstation', NOW);
    expect((await counted('2026-11', atOther)).source.missing).toEqual(['This workstation holds only the cases of WATER; the others are not in these figures.']);
    beginSession(other.db, must(city.staff.find(({ id }) => id === 'water.head'), 'the head'), 'thisWorkstation', NOW);
    expect((await counted('2026-11', atOther)).source.missing).toEqual([]);
    other.close();
  });
});

it('goes over what is here when the server will not count, and says why', async () => {
  const { source } = await counted('2026-11', reportDesk('The server has not seen you sign in at this workstation. Sign in again.'));
  expect(source.sentence).toBe('Counted on this workstation. The server has not seen you sign in at this workstation. Sign in again.');
});

it('is refused to whom it is not for, whatever they ask', async () => {
  const asked = { figure: { month: month('2026-11'), measure: 'closed' as MeasureKey, group: WHOLE }, withoutSealed: false, place: 'workstation' as const, asOf: NOW };
  signIn('agent');
  for (const reply of [await monthlyReport(reportDesk(), { month: month('2026-11'), withoutSealed: false }), await casesBehindFigure(reportDesk(), asked)]) {
    expect(reply).toEqual({ ok: false, sentence: expect.stringContaining('for the City Manager’s office') });
  }
  endSession(desk.db);
  expect(await casesBehindFigure(reportDesk(), asked)).toEqual({ ok: false, sentence: 'Nobody is signed in any more. Sign in again.' });
});
