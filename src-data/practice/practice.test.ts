/** Practice mode beside a real workstation, both on real SQLite in one folder, as they are on a real disk. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { isPracticeNumber, parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { plainTables } from '../db/schema-level.ts';
import { addNumbers } from '../outbox/number-pool.ts';
import { createRouter } from '../rpc/router.ts';
import { beginSession } from '../session/session.ts';
import { keepVerifier } from '../session/verifiers.ts';
import { leasedNumbers, NOW, STATION } from '../testing/desk.ts';
import { updateSyncState } from '../sync/sync-state.ts';
import type { Transport } from '../sync/transport.ts';
import { openWorkstation, RECORDS_FILE, type Workstation } from '../workstation.ts';

const CITY = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const AGENT = must(findStaff(CITY, 'a.rivera'), 'an agent of the demo city');

let folder = '';
const open: Workstation[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-practice-'));
  const db = openDatabase(join(folder, RECORDS_FILE));
  migrate(db);
  updateSyncState(db, { station: STATION, enrolment: 7, epoch: 1 });
  saveCatalogue(db, CITY);
  addNumbers(db, leasedNumbers(20));
  beginSession(db, AGENT, 'server', utcMs(NOW));
  keepVerifier(db, AGENT.id, 'a verifier', utcMs(NOW));
  closeDatabase(db);
});

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  rmSync(folder, { recursive: true });
});

/** What would have gone over the network. */
const asked: string[] = [];
const network: Transport = async ({ path }) => {
  asked.push(path);
  throw new Error('there is no network');
};

function openOne(more: { readonly isPractice: boolean }): Workstation {
  const dataDir = more.isPractice ? join(folder, 'practice') : folder;
  const keys = { load: async () => null, store: async () => undefined, remove: async () => undefined } as never; // never asked for here
  const setting = { dataDir, serverUrl: 'http://127.0.0.1:9', stationName: 'Desk', enrolCode: null, appVersion: '1', keys, now: () => NOW, log: () => undefined };
  const workstation = openWorkstation({ ...setting, ...(more.isPractice ? { transport: network, isPractice: true } : { serverUrl: null }) });
  open.push(workstation);
  return workstation;
}

/** A real workstation with somebody signed in, and practice opened from it. */
function openBoth(): { readonly real: Workstation; readonly practice: Workstation } {
  const real = openOne({ isPractice: false });
  expect(real.handOver()).toBe(true);
  return { real, practice: openOne({ isPractice: true }) };
}

/** Every row of every table, so that nothing at all may differ. */
function everythingIn(db: WriteDb): string {
  return JSON.stringify(plainTables(db).map((table) => [table, db.query<object, unknown>(`SELECT * FROM "${table}"`).all({})]));
}

function openInput(more: Readonly<Record<string, unknown>> = {}) {
  const fields = {
    ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: 'POTHOLE', description: 'A deep hole in the curb lane', answers: {}, isMajorRepair: false },
    ...{ location: { text: '214 Elm Street', unit: '', point: null }, requester: null, onBehalfOf: null, departmentCode: null, assigneeId: null, isSealed: false, answeredNow: null },
    ...{ complaintAbout: null, neighborhoodCode: null, eventId: null, misconduct: null, referral: null, receivedAt: NOW },
    ...more,
  };
  return { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), draftId: null, windowNow: null, fields } as never; // as a window sends it: parsed by the contract
}

async function takeCase(router: ReturnType<typeof createRouter>, more: Readonly<Record<string, unknown>> = {}): Promise<{ readonly trackingNumber: TrackingNumber; readonly caseId: CaseId }> {
  const reply = await call(router.intake.openCase, openInput(more));
  if (!reply.ok) throw new Error(reply.sentence);
  return reply;
}

describe('practice mode', () => {
  it('opens with made-up cases and whoever is signed in, under numbers that no city gives out', () => {
    const { practice } = openBoth();
    const rows = practice.db.query<object, { number: string; state: string; syncState: string }>('SELECT tracking_number AS number, state, sync_state AS syncState FROM case_').all({});
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.every(({ number }) => isPracticeNumber(number as TrackingNumber))).toBe(true);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['new', 'assigned', 'closed']));
    expect(new Set(rows.map(({ syncState }) => syncState))).toEqual(new Set(['confirmed']));
    expect(readdirSync(join(folder, 'practice')).filter((name) => name.endsWith('.sqlite'))).toEqual(['practice.sqlite']);
    expect(existsSync(join(folder, 'practice', 'hand-over.json'))).toBe(false);
  });

  it('asks no server, prints on no paper and changes no row of the real records, whatever is done in it', async () => {
    asked.length = 0;
    const { real, practice } = openBoth();
    const before = everythingIn(real.db);
    const router = createRouter(practice);
    const { trackingNumber, caseId } = await takeCase(router);
    expect([parseTrackingNumber(trackingNumber).ok, isPracticeNumber(trackingNumber)]).toEqual([true, true]);
    const note = { commandId: CommandId.parse(randomUUID()), caseId, type: 'case.addNote', args: { text: 'Practised' } } as const;
    expect(await call(router.cases.run, note)).toMatchObject({ ok: true });
    await call(router.receipts.saveSettings, { target: { kind: 'file', path: join(folder, 'printed.bin') }, columns: 48, codePage: 'cp858' });
    expect(await call(router.receipts.print, { trackingNumber, language: null })).toMatchObject({ ok: false });
    await call(router.sync.now, undefined);
    practice.nudgeSync();
    expect(await practice.checkPassword('a.rivera', 'demo-harbor')).toEqual({ kind: 'noServer' });
    await practice.close();
    open.splice(open.indexOf(practice), 1);
    expect(asked).toEqual([]);
    expect(everythingIn(real.db)).toBe(before);
    expect(before).not.toContain(trackingNumber);
    expect(existsSync(join(folder, 'printed.bin'))).toBe(false);
    const real_ = createRouter(real);
    expect(await call(real_.cases.byNumber, { trackingNumber })).toBeNull();
    expect(await call(real_.sync.status, undefined)).toMatchObject({ waitingToSend: 0 });
    expect(await call(real_.practice.status, undefined)).toBeNull();
  });

  it('begins anew when asked to: nothing practised is left, and the same person is there', async () => {
    const { practice } = openBoth();
    const router = createRouter(practice);
    const { trackingNumber } = await takeCase(router);
    await call(router.practice.begin, { code: 'FIRST-CALL' });
    const status = await call(router.practice.reset, undefined);
    expect(status).toMatchObject({ running: null });
    expect((await call(router.cases.byNumber, { trackingNumber }))?.case.description ?? '').not.toContain('deep hole');
    expect(await call(router.session.current, undefined)).toMatchObject({ staff: { id: 'a.rivera' } });
    expect((await takeCase(router)).trackingNumber).toBe(trackingNumber);
  });

  it('is there again after a restart, and takes the newest catalogue that was handed over', async () => {
    const { real, practice } = openBoth();
    const { trackingNumber } = await takeCase(createRouter(practice));
    await practice.close();
    open.splice(open.indexOf(practice), 1);
    saveCatalogue(real.db, { ...CITY, version: 2, city: { ...CITY.city, name: 'Renamed Bay' } });
    real.handOver();
    const router = createRouter(openOne({ isPractice: true }));
    expect((await call(router.catalogue.get, undefined))?.city.name).toBe('Renamed Bay');
    expect((await call(router.cases.byNumber, { trackingNumber }))?.case.description).toContain('deep hole');
  });

  it('throws away records that are damaged or not its own', async () => {
    const { real, practice } = openBoth();
    await practice.close();
    open.splice(open.indexOf(practice), 1);
    const file = join(folder, 'practice', 'practice.sqlite');
    for (const content of [Buffer.from('no database at all, but long enough to be looked at'.repeat(40)), readFileSync(join(folder, RECORDS_FILE))]) {
      for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      writeFileSync(file, content);
      real.handOver();
      const again = openOne({ isPractice: true });
      expect(isPracticeNumber((await takeCase(createRouter(again))).trackingNumber)).toBe(true);
      await again.close();
      open.splice(open.indexOf(again), 1);
    }
  });

  it('hands over nothing while nobody is signed in, nor from practice itself', async () => {
    const { real, practice } = openBoth();
    expect(practice.handOver()).toBe(false);
    await call(createRouter(real).session.signOut, undefined);
    expect(real.handOver()).toBe(false);
  });
});

describe('an exercise', () => {
  it('is checked by the case that was taken since it began', async () => {
    const { practice } = openBoth();
    const router = createRouter(practice);
    await takeCase(router);
    const { running } = must(await call(router.practice.begin, { code: 'FIRST-CALL' }), 'in practice');
    expect(await call(router.practice.check, undefined)).toMatchObject({ ok: false });
    const place = must(running?.wanted.find(({ what }) => what === 'place'), 'it has a place');
    await takeCase(router, { location: { text: 'value' in place ? place.value : '', unit: '', point: null } });
    const checked = must(await call(router.practice.check, undefined), 'in practice');
    expect(checked.ok && checked.points.filter(({ isMet }) => isMet).map(({ sentence }) => sentence.split(':')[0])).toEqual(['The service is right', 'The place is right', 'The channel is right', 'What they said is written down.']);
    expect(checked.ok && checked.isRight).toBe(false);
    const { requester } = { requester: { name: 'marta quill', phone: '561 555 0176', email: '', address: '', language: 'en', preference: 'phone', needs: '' } };
    await takeCase(router, { requester, location: { text: 'value' in place ? place.value.toUpperCase() : '', unit: '', point: null } });
    expect(await call(router.practice.check, undefined)).toMatchObject({ ok: true, isRight: true });
    expect((await call(router.practice.status, undefined))?.exercises.find(({ code }) => code === 'FIRST-CALL')).toMatchObject({ isDone: true });
    expect(await call(router.practice.stop, undefined)).toMatchObject({ running: null });
  });

  it('about something reported already wants the caller added to that case', async () => {
    const { practice } = openBoth();
    const router = createRouter(practice);
    const { running } = must(await call(router.practice.begin, { code: 'SAME-THING' }), 'in practice');
    const joined = must(running?.wanted.find((one) => one.what === 'joined'), 'it names a case');
    const known = must(await call(router.cases.byNumber, { trackingNumber: joined.trackingNumber as TrackingNumber }), 'it is in the queue');
    const person = { name: 'Lourdes Ferran', phone: '555-0178', email: '', address: '', language: 'en', preference: 'phone', needs: '' } as const;
    const input = { commandId: CommandId.parse(randomUUID()), caseId: known.case.id, draftId: null, person, channel: 'phone', receivedAt: utcMs(NOW), windowNow: null } as const;
    expect(await call(router.intake.addCoReporter, input)).toMatchObject({ ok: true });
    expect(await call(router.practice.check, undefined)).toMatchObject({ ok: true, isRight: true });
  });
});
