import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findEntry, seenOf } from '../../src-shared/catalogue/sections.ts';
import { speak } from '../../src-shared/language/language.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { OfficeCommand, type OfficeCommandType } from '../../src-shared/office/commands/index.ts';
import { decideOffice } from '../../src-shared/office/decide-office.ts';
import { EMPTY_OFFICE, type Office } from '../../src-shared/office/office.ts';
import type { OfficeReply, OfficeRequest } from '../../src-shared/protocol/office.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import type { Answer } from '../sync/sync-client.ts';
import { updateSyncState } from '../sync/sync-state.ts';
import { type Desk, NOW, openDesk, STATION } from '../testing/desk.ts';
import { createOfficeExchange } from './office-exchange.ts';
import { countOffice, dismissOfficeCommand, offerOfficeAgain, officeAsks, openOffice, takeOfficeResults } from './office-rows.ts';
import { officeVersion, shownOffice, takeOffice } from './office-store.ts';
import { runOfficeCommand } from './run-office-command.ts';

let desk: Desk;
let catalogue: Catalogue;
beforeEach(() => {
  desk = openDesk();
  catalogue = SMALL_CITY;
});
afterEach(() => desk.close());

const BULLETIN = { title: 'Elm Street', text: 'Crew on site', serviceCodes: [], placeWords: [], trackingNumber: null, from: NOW, until: NOW + HOUR_MS };
const actor = (id: string) => must(findStaff(SMALL_CITY, id), `${id} is in the small city`);

function run(type: OfficeCommandType, args: unknown, userId = 'admin', commandId = CommandId.parse(randomUUID())) {
  return { commandId, outcome: runOfficeCommand(desk.db, { commandId, type, args }, { actor: actor(userId), catalogue, now: () => NOW }) };
}

const titles = () => shownOffice(desk.db).bulletins.map(({ title }) => title);
type Status = 'accepted' | 'refused' | 'unknown';
/** A pull whose snapshot has every command that was asked about with `status`. */
const take = (office: Office | null, { isAnew = false, epoch = 1, status = 'accepted' as Status } = {}) => {
  const officeResults = officeAsks(desk.db).map((uid) => ({ uid, status }));
  return desk.db.transaction(() => takeOffice(desk.db, { office, epoch, officeResults }, { isAnew, now: utcMs(NOW) }));
};

/** The server's office after what waits here. */
function afterWaiting(base: Office = EMPTY_OFFICE): Office {
  return openOffice(desk.db).reduce<Office>((office, { command }) => {
    const decision = decideOffice(office, command, { catalogue, actor: actor(command.userId) });
    return decision.ok ? decision.next : office;
  }, base);
}

const IDENTITY = { station: STATION, privateKeyPem: '' };
type Reply = (request: OfficeRequest) => Answer<OfficeReply> | Promise<never>;
const exchange = (reply: Reply) =>
  createOfficeExchange({ db: desk.db, client: { office: (_self, request) => Promise.resolve(reply(request)) }, onOfficeChanged: () => undefined, log: () => undefined });
const answer = (outcome: 'accepted' | 'refused' | 'later', code: string | null = null, epoch = 1): Reply => ({ commands }) => ({
  kind: 'ok',
  value: { epoch, outcomes: commands.map(({ uid }) => ({ uid, outcome, code, detail: null })) },
});

describe('what is given here', () => {
  it('is shown at once, and once, however often it is sent by the window', () => {
    const { commandId, outcome } = run('office.postBulletin', BULLETIN);
    expect(outcome).toEqual({ ok: true });
    expect(run('office.postBulletin', BULLETIN, 'admin', commandId).outcome).toEqual({ ok: true });
    expect(titles()).toEqual(['Elm Street']);
    expect(countOffice(desk.db)).toEqual({ waiting: 1, sent: 0, oldestAt: NOW });
  });

  it('is refused by the rules before anything is kept', () => {
    expect(run('office.postBulletin', BULLETIN, 'agent').outcome).toMatchObject({ ok: false, reason: 'notPermitted' });
    expect(run('office.postBulletin', { ...BULLETIN, title: '' }).outcome).toMatchObject({ reason: 'invalidCommand', details: { problem: 'title: Give the bulletin a title' } });
    speak('es');
    expect(run('office.postBulletin', { ...BULLETIN, title: 7 }).outcome).toMatchObject({ reason: 'invalidCommand', details: { problem: 'title: Aquí va un texto' } });
    speak('en');
    updateSyncState(desk.db, { isTooOld: 1 });
    expect(run('office.postBulletin', BULLETIN).outcome).toMatchObject({ reason: 'workstationTooOld' });
    expect([titles(), openOffice(desk.db)]).toEqual([[], []]);
  });

  it('is not dated before what the server last said', () => {
    updateSyncState(desk.db, { serverNow: NOW + DAY_MS });
    run('office.suggest', { about: { kind: 'other', code: null }, text: 'Longer hours' });
    expect(shownOffice(desk.db).suggestions[0]?.at).toBe(NOW + DAY_MS);
  });
});

describe('between the server’s answer and its office', () => {
  it('an accepted command stays on top until the pull that has its effect, and is shown once throughout', async () => {
    run('office.postBulletin', BULLETIN);
    const server = afterWaiting();
    await exchange(answer('accepted')).run(IDENTITY);
    expect([titles(), countOffice(desk.db)]).toEqual([['Elm Street'], { waiting: 0, sent: 1, oldestAt: null }]);
    take(server);
    expect([titles(), countOffice(desk.db).sent, officeVersion(desk.db)]).toEqual([['Elm Street'], 0, 1]);
    take(null); // nothing new
    expect(titles()).toEqual(['Elm Street']);
  });

  it('that a command has come back is told, though the records themselves look the same', async () => {
    run('office.postBulletin', BULLETIN);
    const server = afterWaiting();
    await exchange(answer('accepted')).run(IDENTITY);
    expect(take(server)).toBe(true);
    expect(take(server)).toBe(false);
  });

  it('a lost answer doubles nothing: the office has the effect, and the command is asked about again', async () => {
    run('office.postBulletin', BULLETIN);
    const server = afterWaiting();
    await exchange(() => Promise.reject(new Error('no network'))).run(IDENTITY);
    take(server);
    expect([titles(), countOffice(desk.db).waiting]).toEqual([['Elm Street'], 1]);
    await exchange(answer('accepted')).run(IDENTITY);
    take(null);
    expect([titles(), countOffice(desk.db)]).toEqual([['Elm Street'], { waiting: 0, sent: 0, oldestAt: null }]);
  });

  it('an accepted or refused command of which a pull knows nothing is sent again: the server went back and nobody noticed', async () => {
    run('office.postBulletin', BULLETIN);
    await exchange(answer('accepted')).run(IDENTITY);
    take(EMPTY_OFFICE, { status: 'unknown' });
    expect([titles(), countOffice(desk.db).waiting]).toEqual([['Elm Street'], 1]);
    await exchange(answer('refused', 'notPermitted')).run(IDENTITY);
    take(null, { status: 'refused' });
    expect([titles(), countOffice(desk.db).waiting]).toEqual([[], 0]);
    take(null, { status: 'unknown' });
    expect([titles(), countOffice(desk.db).waiting]).toEqual([['Elm Street'], 1]);
  });

  it('a refused command leaves the screen, and its reason stays until somebody puts it aside', async () => {
    const { commandId } = run('office.postBulletin', BULLETIN);
    await exchange(answer('refused', 'notPermitted')).run(IDENTITY);
    expect([titles(), openOffice(desk.db).map(({ state, code }) => [state, code])]).toEqual([[], [['refused', 'notPermitted']]]);
    expect(dismissOfficeCommand(desk.db, commandId, utcMs(NOW))).toBe(true);
    expect([openOffice(desk.db), dismissOfficeCommand(desk.db, commandId, utcMs(NOW))]).toEqual([[], false]);
  });

  it('what has to come again waits, with the reason, and may be given up', async () => {
    const { commandId } = run('office.postBulletin', BULLETIN);
    expect(dismissOfficeCommand(desk.db, commandId, utcMs(NOW))).toBe(false); // it may be at the server already
    await exchange(answer('later', 'buildsOnUnknown')).run(IDENTITY);
    expect([titles(), openOffice(desk.db).map(({ state, code }) => [state, code])]).toEqual([['Elm Street'], [['waiting', 'buildsOnUnknown']]]);
    expect(dismissOfficeCommand(desk.db, commandId, utcMs(NOW))).toBe(true);
  });

  it('an answer of another life of the server, or to the station this was before, is not taken', async () => {
    run('office.postBulletin', BULLETIN);
    await exchange(answer('refused', 'notPermitted', 2)).run(IDENTITY);
    await exchange((request) => {
      updateSyncState(desk.db, { station: 'st-0000000000bb' });
      return answer('refused', 'notPermitted')(request) as Answer<OfficeReply>; // safe: no rejection
    }).run(IDENTITY);
    expect(countOffice(desk.db).waiting).toBe(1);
  });

  it('commands go in the name this workstation has now', async () => {
    run('office.postBulletin', BULLETIN);
    const sent: unknown[] = [];
    await exchange((request) => {
      sent.push(...request.commands.map((command) => OfficeCommand.parse(command).station));
      return { kind: 'busy', retryAfterMs: null };
    }).run({ ...IDENTITY, station: 'st-0000000000bb' });
    expect(sent).toEqual(['st-0000000000bb']);
  });
});

describe('a server that was restored', () => {
  it('is offered everything again, and what it answers counts', async () => {
    run('office.postBulletin', BULLETIN);
    const { commandId } = run('office.postBulletin', { ...BULLETIN, title: 'Refused' });
    await exchange(({ commands }) => ({ kind: 'ok', value: { epoch: 1, outcomes: commands.map(({ uid }) => (uid === commandId ? { uid, outcome: 'refused', code: 'notPermitted', detail: null } : { uid, outcome: 'accepted', code: null, detail: null })) } })).run(IDENTITY);
    takeOfficeResults(desk.db, [{ uid: must(openOffice(desk.db)[0], 'one is sent').uid, status: 'accepted' }], utcMs(NOW));
    offerOfficeAgain(desk.db);
    expect(countOffice(desk.db).waiting).toBe(2);
    take(EMPTY_OFFICE, { isAnew: true, epoch: 2 });
    expect(titles()).toEqual(['Elm Street', 'Refused']); // on top of the office of its new life
    dismissOfficeCommand(desk.db, commandId, utcMs(NOW));
    offerOfficeAgain(desk.db);
    expect(countOffice(desk.db).waiting).toBe(2); // not refused yet in this life: it waits, nothing to put aside
  });

  it('shows its own older document when all is taken anew, and never an older one of the same life', () => {
    const version = (n: number): Office => ({ ...EMPTY_OFFICE, version: n });
    take(version(5), { isAnew: true });
    take(version(3));
    expect(officeVersion(desk.db)).toBe(5);
    take(version(3), { isAnew: true });
    expect(officeVersion(desk.db)).toBe(3);
    take(version(2), { epoch: 2 });
    expect(officeVersion(desk.db)).toBe(2);
  });
});

describe('a change of the catalogue', () => {
  const change = (code: string, value: Record<string, unknown>) => {
    const before = findEntry(catalogue, 'services', code);
    const changes = [{ section: 'services', code, seen: seenOf(before), value: { ...before, code, ...value } }];
    return { changes, orders: [], basedOnVersion: catalogue.version, note: '' };
  };

  it('waits for the server before anything of it is shown', () => {
    expect(run('office.changeCatalogue', change('POTHOLE', { name: 'Hole' })).outcome).toEqual({ ok: true });
    expect(openOffice(desk.db)).toMatchObject([{ state: 'waiting', command: { type: 'office.changeCatalogue' } }]);
  });

  it('builds on what waits already, but does not touch the same entries twice', () => {
    const department = { section: 'departments', code: 'PARKS', seen: null, value: { ...findEntry(SMALL_CITY, 'departments', 'WATER'), code: 'PARKS', name: 'Parks' } };
    const inParks = change('POTHOLE', { departmentCode: 'PARKS' });
    expect(run('office.changeCatalogue', inParks).outcome).toMatchObject({ reason: 'doesNotFit' });
    expect(run('office.changeCatalogue', { ...inParks, changes: [department] }).outcome).toEqual({ ok: true });
    expect(run('office.changeCatalogue', inParks).outcome).toEqual({ ok: true });
    expect(run('office.changeCatalogue', change('POTHOLE', { name: 'Hole' })).outcome).toMatchObject({ reason: 'entriesWaiting', details: { entries: [{ section: 'services', code: 'POTHOLE' }] } });
  });

  it('takes out no service that a case here names', () => {
    desk.give({ type: 'case.open', args: openQuestion(), takesNumber: true });
    const out = { changes: [{ section: 'services', code: 'QUESTION', seen: seenOf(findEntry(SMALL_CITY, 'services', 'QUESTION')), value: null }], orders: [], basedOnVersion: 1, note: '' };
    expect(run('office.changeCatalogue', out).outcome).toMatchObject({ reason: 'entriesInUse', details: { entries: [{ section: 'services', code: 'QUESTION', cases: 1 }] } });
  });

  it('that takes a right away is seen in what waits as soon as it is here', () => {
    run('office.postBulletin', BULLETIN);
    const staff = SMALL_CITY.staff.map((member) => (member.id === 'admin' ? { ...member, roles: ['agent' as const] } : member));
    saveCatalogue(desk.db, { ...SMALL_CITY, version: 2, staff });
    take(null);
    expect(titles()).toEqual([]);
  });
});

function openQuestion(): Record<string, unknown> {
  return {
    ...{ kind: 'inquiry', nature: 'information', channel: 'phone', serviceCode: 'QUESTION', description: 'When?', location: null },
    ...{ requester: null, onBehalfOf: null, answers: {}, receivedAt: NOW, isMajorRepair: false, departmentCode: null, assigneeId: null },
    ...{ isSealed: false, source: null, answeredNow: null },
  };
}
