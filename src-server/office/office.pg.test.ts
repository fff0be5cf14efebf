import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findEntry, seenOf } from '../../src-shared/catalogue/sections.ts';
import type { OfficeCommandType } from '../../src-shared/office/commands/index.ts';
import { VersionReply, VersionsReply } from '../../src-shared/protocol/catalogue-versions.ts';
import { OfficeReply } from '../../src-shared/protocol/office.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { readClock } from '../feed/clock.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { readOffice } from './office-store.ts';
import { verifyOfficeHistory } from './verify-office-history.ts';

const server = useServer();
const desk = (name?: string) => TestStation.enrol(server().app, name);
const pool = () => server().deps.pool;

function made(station: TestStation, type: OfficeCommandType, args: unknown, more: Record<string, unknown> = {}) {
  return { uid: randomUUID(), userId: 'admin', station: station.id, madeAt: Date.now(), type, v: 1, args, ...more };
}

const bulletin = (title: string) => ({ title, text: 'Crew on site', serviceCodes: [], placeWords: [], trackingNumber: null, from: Date.now(), until: Date.now() + HOUR_MS });

async function exchange(station: TestStation, ...commands: readonly unknown[]): Promise<OfficeReply['outcomes']> {
  const response = await station.request('POST', '/sync/v1/office', { station: station.id, commands });
  if (response.statusCode !== 200) throw new Error(`office answered ${response.statusCode}: ${response.body}`);
  return OfficeReply.parse(response.json()).outcomes;
}

const outcomesOf = async (station: TestStation, ...commands: readonly unknown[]) =>
  (await exchange(station, ...commands)).map(({ outcome, code }) => (code === null ? outcome : `${outcome} ${code}`));

describe('an office command', () => {
  test('takes effect once, however often and at whatever desks it is sent, and reaches everybody with their next pull', async () => {
    const [one, other] = [await desk(), await desk('Phone 2')];
    const before = await readOffice(pool());
    const { rev } = await readClock(pool());
    const posted = made(one, 'office.postBulletin', bulletin('Elm Street'));
    const replies = await Promise.all([1, 2, 3].map(() => exchange(one, posted, posted)));
    expect(new Set(replies.flat().map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    expect((await readOffice(pool())).version).toBe(before.version + 1);
    expect(await exchange(other, { ...posted, station: other.id })).toEqual(replies[0]?.slice(0, 1)); // its disk was copied
    expect((await readClock(pool())).rev).toBe(rev + 1);
    const { header } = await other.pull({ officeVersion: before.version });
    expect(header.office?.bulletins.map(({ title }) => title)).toContain('Elm Street');
    expect((await other.pull({ officeVersion: before.version + 1 })).header.office).toBeNull();
    expect((await other.pull({ officeVersion: null })).header.office?.version).toBe(before.version + 1); // everything is taken anew
    expect((await other.pull()).header.office).toBeNull(); // a station that knows of no office
  });

  test('is judged in its turn: of many at once each has its own version, and the history proves itself', async () => {
    const desks = await Promise.all([1, 2, 3, 4].map((n) => desk(`Desk ${n}`)));
    const before = (await readOffice(pool())).version;
    const replies = await Promise.all(desks.flatMap((one) => [1, 2, 3].map((n) => exchange(one, made(one, 'office.readGuide', { guideCode: `${one.id}-${n}`, version: 1 })))));
    expect(replies.flat().map(({ outcome }) => outcome)).toEqual(Array(12).fill('accepted'));
    expect(await verifyOfficeHistory(pool())).toEqual({ ok: true, entries: before + 12 });
  });

  test('is known to every pull from the one that has its effect on, and what was lost is known as such', async () => {
    const station = await desk();
    const [posted, refused, lost] = [made(station, 'office.postBulletin', bulletin('x')), made(station, 'office.postBulletin', bulletin('x'), { userId: 'agent' }), made(station, 'office.postBulletin', bulletin('x'))];
    await exchange(station, posted, refused);
    const { header } = await station.pull({ officeAsks: [posted.uid, refused.uid, lost.uid] });
    expect(header.officeResults?.map(({ status }) => status)).toEqual(['accepted', 'refused', 'unknown']);
  });

  test('is refused with the reason of the rules, and stays refused', async () => {
    const station = await desk();
    const posted = made(station, 'office.postBulletin', bulletin('x'), { userId: 'agent' });
    expect(await outcomesOf(station, posted)).toEqual(['refused notPermitted']);
    expect(await outcomesOf(station, posted)).toEqual(['refused notPermitted']);
    const refusals = [
      made(station, 'office.postBulletin', bulletin('x'), { userId: 'gone' }),
      made(station, 'office.postBulletin', bulletin('x'), { userId: 'stranger' }),
      made(station, 'office.postBulletin', { ...bulletin('x'), until: 'never' }),
      made(station, 'office.postBulletin', bulletin('x'), { station: 'st-0123456789ab' }),
      { ...made(station, 'office.readGuide', { guideCode: 'G', version: 1 }), v: 9 },
      { ...made(station, 'office.readGuide', {}), type: 'office.paintTheDoor' },
    ];
    expect(await outcomesOf(station, ...refusals)).toEqual(['refused authorNotActive', 'refused authorNotActive', ...Array(2).fill('refused invalidCommand'), ...Array(2).fill('refused unsupportedCommand')]);
  });

  test('under the id of another one is refused, and the other one stands', async () => {
    const station = await desk();
    const posted = made(station, 'office.postBulletin', bulletin('x'));
    await exchange(station, posted);
    expect(await outcomesOf(station, { ...posted, madeAt: posted.madeAt - 1 }, posted)).toEqual(['refused invalidCommand', 'accepted']);
  });

  test('that builds on one this server has lost waits until that one is back', async () => {
    const station = await desk();
    const lost = made(station, 'office.postBulletin', bulletin('lost'));
    const end = made(station, 'office.endBulletin', { bulletinId: lost.uid });
    expect(await outcomesOf(station, end)).toEqual(['later buildsOnUnknown']);
    expect(await outcomesOf(station, end, lost, end)).toEqual(['later buildsOnUnknown', 'accepted', 'accepted']);
    const refused = made(station, 'office.postBulletin', bulletin('x'), { userId: 'agent' });
    expect(await outcomesOf(station, refused, made(station, 'office.endBulletin', { bulletinId: refused.uid }))).toEqual(['refused notPermitted', 'refused notFound']);
  });

  test('given by a workstation whose clock is years ahead is dated by the server', async () => {
    const station = await desk();
    const until = Date.now() + 900 * DAY_MS;
    const posted = made(station, 'office.postBulletin', { ...bulletin('late'), from: until - DAY_MS, until }, { madeAt: until - HOUR_MS });
    await exchange(station, posted);
    const shown = must((await readOffice(pool())).bulletins.find(({ id }) => id === posted.uid), 'it was posted');
    expect(Math.abs(shown.postedAt - Date.now())).toBeLessThan(HOUR_MS);
  });

  test('that breaks the server is refused under an incident, and the ones behind it go on', async () => {
    const station = await desk();
    await pool().query(`ALTER TABLE office_audit ADD CONSTRAINT breaks CHECK (staff_id <> 'hr') NOT VALID`);
    const [broken, ...rest] = await exchange(station, made(station, 'office.readGuide', { guideCode: 'G', version: 7 }, { userId: 'hr' }), made(station, 'office.readGuide', { guideCode: 'G', version: 7 }));
    await pool().query('ALTER TABLE office_audit DROP CONSTRAINT breaks');
    expect(broken).toMatchObject({ outcome: 'refused', code: 'serverProblem', detail: { incident: expect.stringMatching(/^incident-/) } });
    expect(rest).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('comes from a station that signs for itself', async () => {
    const [one, other] = [await desk(), await desk()];
    expect((await one.request('POST', '/sync/v1/office', { station: other.id, commands: [] })).statusCode).toBe(400);
    expect((await server().app.inject({ method: 'POST', url: '/sync/v1/office', payload: { station: one.id, commands: [] } })).statusCode).toBe(401);
  });
});

describe('a change of the catalogue', () => {
  const newest = async () => must(await server().deps.catalogues.newest(pool()), 'the city is set up');

  async function change(station: TestStation, section: 'services' | 'staff' | 'agencies', code: string, value: Record<string, unknown> | null) {
    const catalogue = await newest();
    const before = findEntry(catalogue, section, code);
    const changes = [{ section, code, seen: seenOf(before), value: value === null ? null : { ...before, ...value } }];
    return made(station, 'office.changeCatalogue', { changes, orders: [], basedOnVersion: catalogue.version, note: 'Because' });
  }

  async function adminDesk(): Promise<TestStation> {
    const station = await desk();
    await noteSignIn(pool(), { staffId: 'admin', station: station.id, now: utcMs(Date.now()) });
    return station;
  }

  test('is the next version, in the words of the one who made it, and every workstation gets it', async () => {
    const station = await adminDesk();
    const before = await newest();
    const given = await change(station, 'services', 'POTHOLE', { name: 'Hole in the road' });
    expect(await outcomesOf(station, given, given)).toEqual(['accepted', 'accepted']);
    const { header } = await station.pull({ catalogueVersion: before.version });
    expect([header.catalogue?.version, findEntry(must(header.catalogue, 'it is newer'), 'services', 'POTHOLE')?.['name']]).toEqual([before.version + 1, 'Hole in the road']);
    const { rows } = await pool().query('SELECT made_by, note, changes FROM catalogue WHERE version = $1', [before.version + 1]);
    expect(rows).toEqual([{ made_by: 'admin', note: 'Because', changes: [{ section: 'services', code: 'POTHOLE', name: 'Hole in the road', what: 'changed', fields: ['name'] }] }]);
  });

  test('is found among the versions, and every version whole', async () => {
    const station = await adminDesk();
    const before = await newest();
    await exchange(station, await change(station, 'services', 'POTHOLE', { name: 'Pothole again' }));
    const ask = async (path: string, body: object) => station.request('POST', `/sync/v1/catalogue/${path}`, { station: station.id, ...body });
    const { versions, hasMore } = VersionsReply.parse((await ask('versions', { before: null })).json());
    expect([versions[0], versions.at(-1)?.version, hasMore]).toMatchObject([{ version: before.version + 1, by: 'admin', note: 'Because', changes: [{ code: 'POTHOLE', fields: ['name'] }] }, 1, false]);
    expect(VersionsReply.parse((await ask('versions', { before: 2 })).json()).versions).toMatchObject([{ version: 1, by: 'test', changes: null }]);
    expect(VersionReply.parse((await ask('version', { version: before.version })).json()).catalogue).toEqual(before);
    expect((await ask('version', { version: 999 })).json()).toMatchObject({ status: 404, code: 'noSuchVersion' });
  });

  test('waits until the server has let its author in at this workstation', async () => {
    const station = await desk();
    const given = await change(station, 'agencies', 'COUNTY', { phone: '555-0177' });
    expect(await outcomesOf(station, given)).toEqual(['later signInFirst']);
    await noteSignIn(pool(), { staffId: 'admin', station: station.id, now: utcMs(Date.now() - 90 * DAY_MS) });
    expect(await outcomesOf(station, given)).toEqual(['accepted']);
  });

  test('is refused with both values when somebody was first, and a later one on another entry is not', async () => {
    const [one, other] = [await adminDesk(), await adminDesk()];
    const [mine, theirs, beside] = [await change(one, 'agencies', 'COUNTY', { phone: '555-0188' }), await change(other, 'agencies', 'COUNTY', { phone: '555-0199' }), await change(one, 'services', 'QUESTION', { name: 'Ask' })];
    await exchange(other, theirs);
    const [refused, accepted] = await exchange(one, mine, beside);
    expect(refused).toMatchObject({ code: 'entriesChangedMeanwhile', detail: { conflicts: [{ section: 'agencies', code: 'COUNTY', mine: { phone: '555-0188' }, theirs: { phone: '555-0199' } }] } });
    expect(accepted).toMatchObject({ outcome: 'accepted' });
  });

  test('takes out nothing that cases name, or that anybody did something under', async () => {
    const station = await adminDesk();
    station.give('case.open', openArgs(await station.takeNumber(), { serviceCode: 'MAIN_BREAK', isMajorRepair: true }), { userId: 'agent2' });
    await station.push();
    const [service] = await exchange(station, await change(station, 'services', 'MAIN_BREAK', null));
    expect(service).toMatchObject({ code: 'entriesInUse', detail: { entries: [{ section: 'services', code: 'MAIN_BREAK', cases: 1 }] } });
    expect(await outcomesOf(station, await change(station, 'staff', 'agent2', null))).toEqual(['refused entriesInUse']);
    expect(await outcomesOf(station, await change(station, 'staff', 'commission', null))).toEqual(['accepted']);
  });

  test('that would leave nobody to administer is refused in words', async () => {
    const station = await adminDesk();
    const [refused] = await exchange(station, await change(station, 'staff', 'admin', { isActive: false }));
    expect(refused).toMatchObject({ code: 'doesNotFit', detail: { problems: [{ section: 'staff', sentence: 'Nobody would be left to administer Portreeve. Keep at least one active administrator.' }] } });
  });
});

test('the history of the office shows where it was changed by hand', async () => {
  const station = await desk();
  await exchange(station, ...[1, 2, 3].map((n) => made(station, 'office.readGuide', { guideCode: 'TAMPER', version: n })));
  const { version } = await readOffice(pool());
  const spoil = async (sql: string) => {
    await pool().query(sql);
    return verifyOfficeHistory(pool());
  };
  expect(await spoil(`UPDATE office SET document = jsonb_set(document, '{reads}', '{}')`)).toEqual({ ok: false, reason: 'documentDiffers', version });
  expect(await spoil(`UPDATE office_audit SET fact = jsonb_set(fact, '{by}', '"agent"') WHERE version = ${version - 1}`)).toEqual({ ok: false, reason: 'entryChanged', version: version - 1 });
  expect(await spoil(`DELETE FROM office_audit WHERE version = ${version - 1}`)).toEqual({ ok: false, reason: 'chainBroken', version });
});
