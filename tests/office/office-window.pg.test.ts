import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useServer } from '../../src-server/testing/test-server.ts';
import { findEntry } from '../../src-shared/catalogue/sections.ts';
import { bulletinsFor } from '../../src-shared/office/bulletins-for.ts';
import type { ChangeSetInput } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { givePasswords, newId, type OfficeDesk, openOfficeDesk, PASSWORD } from './desk.ts';

const server = useServer();
const open: OfficeDesk[] = [];
beforeAll(() => givePasswords(server(), SMALL_CITY.staff.map(({ id }) => id)));
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function desk(staffId: string): Promise<OfficeDesk> {
  const opened = await openOfficeDesk(server, staffId);
  open.push(opened);
  await opened.settled();
  return opened;
}

const now = Date.now();
const bulletin = (title: string, more: object = {}) => ({
  ...{ title, text: 'Crew on site until 17:00. Add the caller to the case.', serviceCodes: ['MAIN_BREAK'], placeWords: ['Elm Street'] },
  ...{ trackingNumber: null, from: utcMs(now), until: utcMs(now + 8 * HOUR_MS), ...more },
});

async function post(at: OfficeDesk, title: string) {
  const commandId = newId();
  const reply = await at.window.office.run({ commandId, type: 'office.postBulletin', args: bulletin(title) });
  return { commandId, reply };
}


describe('the office at the window', () => {
  test('a bulletin posted without a network is shown here at once, and at every desk after it', async () => {
    const [head, agent] = [await desk('water.head'), await desk('agent')];
    head.cutOff(true);
    const { commandId, reply } = await post(head, 'Elm Street water main');
    expect(reply).toEqual({ ok: true, commandId });
    expect(await head.window.office.get()).toMatchObject({ office: { bulletins: [{ id: commandId, title: 'Elm Street water main' }] }, waiting: [commandId] });
    expect(await head.window.office.waiting()).toMatchObject([{ uid: commandId, what: 'Post the bulletin “Elm Street water main”', state: 'waiting', sentence: null, mayDismiss: false }]);
    head.cutOff(false);
    await head.settled();
    expect((await head.window.office.get()).waiting).toEqual([]);
    await agent.settled();
    const { office } = await agent.window.office.get();
    expect(bulletinsFor(office, { serviceCode: null, placeText: '1200 Elm St', at: utcMs(now + 1) }).map(({ title }) => title)).toEqual(['Elm Street water main']);
  });

  test('what the rules refuse is a sentence and changes nothing; what cannot be understood as well', async () => {
    const agent = await desk('agent');
    const before = await agent.window.office.get();
    expect((await post(agent, 'x')).reply).toMatchObject({ ok: false, reason: 'notPermitted', sentence: 'Your role does not allow this. Ask your department head or an administrator.' });
    expect(await agent.window.office.run({ commandId: newId(), type: 'office.suggest', args: { about: { kind: 'other', code: null }, text: ' ' } })).toMatchObject({
      reason: 'invalidCommand',
      sentence: 'The entry could not be understood: text: Write what would be better. Correct it and try again.',
    });
    expect(await agent.window.office.get()).toEqual(before);
  });

  test('two who change one bulletin without a network: the second is told, with both texts, and puts it aside', async () => {
    const [head, admin] = [await desk('water.head'), await desk('admin')];
    const { commandId } = await post(head, 'Shared');
    await head.settled();
    await admin.settled();
    for (const each of [head, admin]) each.cutOff(true);
    const changed = (text: string) => ({ commandId: newId(), type: 'office.changeBulletin' as const, args: { bulletinId: commandId, seen: commandId, words: bulletin('Shared', { text }) } });
    expect(await head.window.office.run(changed('The head’s words'))).toMatchObject({ ok: true });
    expect(await admin.window.office.run(changed('The administrator’s words'))).toMatchObject({ ok: true });
    for (const each of [head, admin]) {
      each.cutOff(false);
      await each.settled();
    }
    const [item] = await admin.window.office.waiting();
    expect(item).toMatchObject({ state: 'refused', code: 'changedMeanwhile', mayDismiss: true, details: { mine: { text: 'The administrator’s words' }, theirs: { text: 'The head’s words' } } });
    expect(item?.sentence).toMatch(/^water\.head changed this in the meantime\./);
    expect((await admin.window.office.get()).office.bulletins.find(({ id }) => id === commandId)?.text).toBe('The head’s words');
    await admin.window.office.dismiss({ uid: must(item, 'it is listed').uid });
    expect(await admin.window.office.waiting()).toEqual([]);
  });

  test('nobody sees what a colleague at the same desk has given, unless they administer', async () => {
    const shared = await desk('agent');
    shared.cutOff(true);
    await shared.window.office.run({ commandId: newId(), type: 'office.suggest', args: { about: { kind: 'other', code: null }, text: 'Longer hours' } });
    shared.cutOff(false);
    await shared.window.session.signIn({ staffId: 'hr', password: PASSWORD });
    shared.cutOff(true);
    expect((await shared.window.office.waiting()).filter(({ userId }) => userId === 'agent')).toEqual([]);
    await shared.window.session.signOut();
    expect(await shared.window.office.waiting()).toEqual([]);
    expect(await shared.window.office.run({ commandId: newId(), type: 'office.readGuide', args: { guideCode: 'G', version: 1 } })).toMatchObject({ reason: 'notSignedIn' });
  });
});

describe('administration at the window', () => {
  const setOf = async ({ window }: OfficeDesk, changes: ChangeSetInput['changes']): Promise<ChangeSetInput> => ({ basedOnVersion: (await window.catalogue.get())?.version ?? 0, changes, orders: [] });
  const entry = async ({ window }: OfficeDesk, code: string) => must(findEntry(must(await window.catalogue.get(), 'it is here'), 'services', code), 'it is there') as NonNullable<ChangeSetInput['changes'][number]['value']>;

  test('a change is looked at, waits for the server, comes back as the next version, and is undone', async () => {
    const admin = await desk('admin');
    const before = must(await admin.window.catalogue.get(), 'it is here');
    const set = await setOf(admin, [{ section: 'services', code: 'QUESTION', value: { ...(await entry(admin, 'QUESTION')), isActive: false } }]);
    const preview = await admin.window.admin.preview(set);
    expect(preview).toMatchObject({ ok: true, preview: { lines: [{ code: 'QUESTION', what: 'changed', fields: ['isActive'] }], endedServices: [{ serviceCode: 'QUESTION' }] } });
    admin.cutOff(true);
    expect(await admin.window.admin.publish({ ...set, commandId: newId(), note: 'Nobody asks' })).toMatchObject({ ok: true });
    expect([(await admin.window.catalogue.get())?.version, (await admin.window.office.waiting()).map(({ what }) => what)]).toEqual([before.version, ['Change the configuration (one entry): Nobody asks']]);
    expect(await admin.window.admin.versions({ before: null })).toEqual({ ok: false, sentence: 'The server cannot be reached, and this is known only there. Try again when the connection is back.' });
    admin.cutOff(false);
    await admin.settled();
    expect(await entry(admin, 'QUESTION')).toMatchObject({ isActive: false });
    const version = before.version + 1;
    expect(await admin.window.admin.versions({ before: null })).toMatchObject({ ok: true, versions: [{ version, by: 'admin', note: 'Nobody asks' }, { version: before.version }] });
    expect(await admin.window.admin.version({ version: before.version })).toMatchObject({ ok: true, catalogue: before });
    const undo = await admin.window.admin.undo({ version });
    if (!undo.ok) throw new Error(undo.sentence);
    expect(undo).toMatchObject({ lines: [{ code: 'QUESTION', fields: ['isActive'] }], changedSince: [] });
    await admin.window.admin.publish({ ...undo, commandId: newId(), note: 'Undo' });
    await admin.settled();
    expect({ ...(await admin.window.catalogue.get()), version: before.version }).toEqual(before);
  });

  test('of two who change one entry the second is told, also when their screen was old', async () => {
    const [one, other] = [await desk('admin'), await desk('admin')];
    const wish = async (at: OfficeDesk, name: string) => setOf(at, [{ section: 'services', code: 'POTHOLE', value: { ...(await entry(at, 'POTHOLE')), name } }]);
    const [mine, theirs] = [await wish(one, 'Mine'), await wish(other, 'Theirs')];
    await other.window.admin.publish({ ...theirs, commandId: newId(), note: '' });
    await other.settled();
    await one.settled();
    expect(await one.window.admin.preview(mine)).toMatchObject({ ok: false, reason: 'entriesChangedMeanwhile', sentence: expect.stringMatching(/^Somebody else changed the service “Theirs” in the meantime\./) });
  });

  test('a configuration goes out as a file and comes back; a broken one says where', async () => {
    const admin = await desk('admin');
    const file = must(await admin.window.admin.exportFile(), 'it is here');
    expect(file.name).toMatch(/^portreeve-testville-version-\d+\.json$/);
    expect(await admin.window.admin.readImport({ text: file.text })).toMatchObject({ ok: true, changes: [], orders: [], lines: [] });
    const read = await admin.window.admin.readImport({ text: file.text.replace('"phone": "555-0199"', '"phone": "555-0123"') });
    if (!read.ok) throw new Error('it reads');
    expect(read.lines).toMatchObject([{ section: 'agencies', code: 'COUNTY', what: 'changed', fields: ['phone'] }]);
    await admin.window.admin.publish({ ...read, commandId: newId(), note: 'From a file' });
    await admin.settled();
    expect((await admin.window.catalogue.get())?.agencies[0]?.phone).toBe('555-0123');
    const broken = await admin.window.admin.readImport({ text: file.text.replace('"STANDARD"', '"OTHER"') });
    expect(broken.ok ? [] : broken.problems.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining([expect.stringMatching(/^Line \d+: The service “.*”: It names the time rule “OTHER”/)]));
  });

  test('new staff get a password from an administrator, who types their own once more', async () => {
    const admin = await desk('admin');
    const value = { id: 'b.new', name: 'Bo New', title: '', roles: ['agent'], departmentCodes: [], email: '', isSuperUser: false, isPerson: true, isActive: true };
    const set = await setOf(admin, [{ section: 'staff', code: 'b.new', value }]);
    expect(await admin.window.admin.preview(set)).toMatchObject({ ok: true, preview: { withoutPassword: ['b.new'], sentences: expect.arrayContaining(['Bo New cannot sign in before you give a password.']) } });
    await admin.window.admin.publish({ ...set, commandId: newId(), note: '' });
    await admin.settled();
    expect(await admin.window.admin.withoutPassword()).toEqual({ ok: true, staffIds: ['b.new'] });
    const staffId = must((await admin.window.catalogue.get())?.staff.at(-1), 'they are here').id;
    expect(await admin.window.admin.givePassword({ staffId, ownPassword: 'wrong' })).toMatchObject({ ok: false, sentence: expect.stringMatching(/^Staff ID or password is not right\./) });
    const given = await admin.window.admin.givePassword({ staffId, ownPassword: PASSWORD });
    if (!given.ok) throw new Error(given.sentence);
    expect(await admin.window.admin.withoutPassword()).toEqual({ ok: true, staffIds: [] });
    expect(await admin.window.session.signIn({ staffId: 'b.new', password: given.password })).toMatchObject({ ok: true });
    expect(await admin.window.admin.withoutPassword()).toMatchObject({ ok: false });
  });
});
