import { describe, expect, test } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { readOffice } from '../office/office-store.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import { loadDemoCity } from './load-demo-city.ts';

const server = useServer({ catalogue: null });
const ownCity = useServer();

describe('the demo city', () => {
  test('is a living queue on a new workstation: every state, late and early, in both languages', async () => {
    await loadDemoCity(server().deps);
    const station = await TestStation.enrol(server().app);
    await station.pull();
    const cases = [...station.cases.values()];
    const now = server().deps.now();
    const has = (what: (one: Case) => boolean) => cases.filter(what).length;
    expect(cases.length).toBeGreaterThanOrEqual(36);
    for (const state of ['new', 'assigned', 'inProgress', 'onHold', 'closed']) expect(has((one) => one.state === state), state).toBeGreaterThan(0);
    expect(new Set(cases.map((one) => one.channel)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(cases.map((one) => one.serviceCode)).size).toBeGreaterThanOrEqual(30);
    expect(has((one) => one.respondedAt === null && one.state !== 'closed' && (one.respondBy ?? now) < now)).toBeGreaterThanOrEqual(3);
    expect(has((one) => one.kind === 'complaint')).toBeGreaterThan(0);
    expect(has((one) => one.requester?.language === 'es')).toBeGreaterThan(3);
    expect(has((one) => (one.requester?.name ?? '').length > 35)).toBeGreaterThan(0);
    expect(has((one) => one.requester === null)).toBeGreaterThan(0);
    expect(has((one) => one.coReporters.length > 1)).toBeGreaterThan(0);
    expect(has((one) => one.referral !== null)).toBeGreaterThan(0);
    expect(has((one) => one.receivedAt > now)).toBe(0);
    expect(has((one) => one.isSealed)).toBe(0);
    expect(has(({ tasks }) => ['done', 'open', 'waiting'].every((state) => tasks.some((task) => task.state === state)))).toBeGreaterThan(0);
    expect(has((one) => one.mergedInto !== null)).toBeGreaterThan(0);
    expect(has((one) => one.absorbed.length > 0)).toBeGreaterThan(0);
    expect(has(({ followUp }) => followUp !== null && followUp.closedAt === null)).toBeGreaterThan(0);
    expect(has(({ followUp }) => followUp !== null && followUp.closedAt !== null)).toBeGreaterThan(0);
    expect(has((one) => one.history.some((fact) => fact.kind === 'correspondenceSent' && !fact.isAutomatic))).toBeGreaterThan(0);
    expect(has((one) => one.acknowledgedAt !== null)).toBeGreaterThan(0);
    expect(has((one) => one.eventId !== null && one.requester?.isContributor === true)).toBeGreaterThan(1);
  });

  test('has an office with bulletins that are shown now, somebody who stands in, and an event whose wishes are cases', async () => {
    const { pool, now } = server().deps;
    const office = await readOffice(pool);
    const { rows } = await pool.query<{ number: string }>(`SELECT document->>'trackingNumber' AS number FROM case_`);
    const numbers = rows.map(({ number }) => number);
    expect(office.bulletins.length).toBeGreaterThan(1);
    for (const { from, until, trackingNumber } of office.bulletins) expect([from < now(), until > now(), numbers.includes(trackingNumber ?? '')]).toEqual([true, true, true]);
    expect(office.delegations).toMatchObject([{ endedAt: null }]);
    const [event] = office.events;
    const wishes = await pool.query(`SELECT 1 FROM case_ WHERE document->>'eventId' = $1`, [event?.id]);
    expect(wishes.rowCount).toBeGreaterThan(2);
  });

  test('is loaded once: again, it changes nothing', async () => {
    const before = await server().app.inject('/healthz');
    await loadDemoCity(server().deps);
    expect((await server().app.inject('/healthz')).json()).toEqual(before.json());
  });

  test('goes on where it was interrupted, without a case twice', async () => {
    const { pool } = server().deps;
    const count = async () => (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM case_')).rows[0]?.n;
    const before = await count();
    await pool.query(`DELETE FROM server_setting WHERE key = 'demoCityLoaded'`);
    await loadDemoCity(server().deps);
    expect(await count()).toBe(before);
  });

  test('leaves a database alone that holds a city of its own', async () => {
    await loadDemoCity(ownCity().deps);
    const { rows } = await ownCity().deps.pool.query(`SELECT count(*)::int AS n FROM case_`);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
