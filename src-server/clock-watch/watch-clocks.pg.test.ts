import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { verifyCaseHistory } from '../commands/verify-history.ts';
import { EVERY_MINUTE } from '../jobs/schedule.ts';
import { turn } from '../jobs/scheduled-jobs.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { watchClocks } from './watch-clocks.ts';

/** Monday 16 November 2026, 10:00 in New York; two business days end on Wednesday at 17:00. */
const MONDAY = Date.UTC(2026, 10, 16, 15);
const DUE = Date.UTC(2026, 10, 18, 22);
let now = MONDAY;
const escalation = { clock: null, departmentCode: null, serviceCode: null, kind: null, afterUnit: 'businessDays', isActive: true };
const city = Catalogue.parse({
  ...SMALL_CITY,
  escalations: [
    { ...escalation, code: 'HR', name: 'Human Resources after a day', afterAmount: 1, target: { to: 'person', staffId: 'hr' } },
    { ...escalation, code: 'NOBODY', name: 'An office that is empty', afterAmount: 2, departmentCode: 'WATER', target: { to: 'cityManager' } },
  ],
});
const server = useServer({ catalogue: city, deps: { now: () => utcMs(now) } });
let station: TestStation;

beforeAll(async () => {
  station = await TestStation.enrol(server().app, 'Counter 1');
});
beforeEach(() => {
  now = MONDAY;
});

async function opened(more: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = station.give('case.open', openArgs(await station.takeNumber(), { receivedAt: now, ...more }), { madeAt: now });
  expect(await station.pushOutcomes()).toEqual(['accepted']);
  return caseId;
}
async function stored(caseId: string): Promise<Case> {
  const { rows } = await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE id = $1', [caseId]);
  if (rows[0] === undefined) throw new Error('no such case');
  return rows[0].document;
}
const watchAt = async (caseId: string) => (await server().deps.pool.query<{ at: number | null }>('SELECT watch_at AS at FROM case_ WHERE id = $1', [caseId])).rows[0]?.at;
const job = () => ({ ...watchClocks(server().deps), schedule: EVERY_MINUTE });
const watch = () => turn(server().deps, [job()], new AbortController().signal);

describe('what the clock brings', () => {
  test('is stated once, whichever server does it, with a history that proves itself, and reaches the workstations', async () => {
    const caseId = await opened();
    expect(await watchAt(caseId)).toBe(DUE);
    now = DUE;
    await watch();
    expect((await stored(caseId)).lateness).toEqual([]);
    now = DUE + MINUTE_MS;
    await Promise.all([watch(), watch(), watch()]);
    expect((await stored(caseId)).lateness).toMatchObject([{ clock: 'respond', due: DUE, since: DUE }]);
    expect(await verifyCaseHistory(server().deps.pool, caseId)).toMatchObject({ ok: true, entries: 2 });
    await station.pull();
    expect(station.cases.get(caseId)?.history.map(({ kind }) => kind)).toEqual(['caseOpened', 'wentOverdue']);
  });

  test('somebody is told a business day later, once', async () => {
    const caseId = await opened();
    now = DUE + MINUTE_MS;
    await watch();
    now = DUE + DAY_MS + HOUR_MS;
    await watch();
    now += MINUTE_MS;
    await watch();
    expect((await stored(caseId)).escalations).toMatchObject([{ ruleCode: 'HR', toStaffId: 'hr' }]);
    expect(await watchAt(caseId)).toBeNull();
  });

  test('new rules reach promises that were missed before', async () => {
    const caseId = await opened();
    now = DUE + 3 * DAY_MS;
    await watch();
    expect(await watchAt(caseId)).toBeNull();
    const more = [...city.escalations, { ...escalation, code: 'ADMIN', name: 'Now', afterAmount: 0, target: { to: 'person', staffId: 'admin' } }];
    const next = Catalogue.parse({ ...city, version: 2, escalations: more });
    await server().deps.pool.query('INSERT INTO catalogue (version, document, rev, made_at, made_by) VALUES (2, $1, 0, $2, $3)', [JSON.stringify(next), now, 'admin']);
    now += MINUTE_MS;
    await watch();
    expect((await stored(caseId)).escalations.map(({ ruleCode }) => ruleCode).sort()).toEqual(['ADMIN', 'HR']);
    await server().deps.pool.query('DELETE FROM catalogue WHERE version = 2');
  });

  test('where nobody is there to be told, the case is not looked at minute after minute', async () => {
    const caseId = await opened({ serviceCode: 'MAIN_BREAK', departmentCode: 'WATER', isSealed: true });
    await server().deps.pool.query(`UPDATE case_ SET watch_at = $2 WHERE id = $1`, [caseId, now]);
    now += MINUTE_MS;
    await watch();
    expect(await watchAt(caseId)).toBe(DUE);
  });

  test('no workstation may say it', async () => {
    const caseId = await opened();
    now = DUE + DAY_MS;
    station.give('case.watchClock', {}, { caseId, userId: 'portreeve', madeAt: now });
    expect(await station.pushOutcomes()).toEqual(['refused notPermitted']);
  });
});
