import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { DEFAULT_TEMPLATES } from '../../src-shared/correspondence/default-templates.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { EVERY_MINUTE } from '../jobs/schedule.ts';
import { turn } from '../jobs/scheduled-jobs.ts';
import { openSurveyLinks } from '../survey/survey-links.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { beginNotices, noticesJob } from './notices-job.ts';

const city = Catalogue.parse({
  ...SMALL_CITY,
  staff: SMALL_CITY.staff.map((member) => ({ ...member, email: `${member.id}@testville.example` })),
  departments: SMALL_CITY.departments.map((one) => ({ ...one, headStaffId: one.code === 'WATER' ? 'water.head' : null })),
  templates: DEFAULT_TEMPLATES,
  survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 2, calendarCode: 'CITY' },
});
let now = Date.UTC(2026, 10, 16, 15);
const server = useServer({ catalogue: city, deps: { now: () => utcMs(now), publicUrl: 'https://survey.testville.example' } });
let station: TestStation;

const ANA = { name: 'Ana Núñez', phone: '555-0142', email: 'Ana@Example.com', address: '5 Elm Street', language: 'es', preference: 'email', needs: '' };
const BO = { ...ANA, name: 'Bo Hay', email: 'bo@example.com', language: 'en' };
const CLOSING = { disposition: 'RESOLVED', closingNote: 'The hole was filled on Monday.', completionDate: null };

beforeAll(async () => {
  station = await TestStation.enrol(server().app, 'Counter 1');
  await notices(); // its first day begins here
});
beforeEach(() => server().deps.pool.query('TRUNCATE message_outbox'));

async function notices(): Promise<void> {
  const links = await openSurveyLinks(server().deps.pool, 'https://survey.testville.example');
  const job = noticesJob(server().deps, { surveyLink: (_case, { trackingNumber }) => links.linkFor(trackingNumber) });
  now += MINUTE_MS;
  await turn(server().deps, [{ ...job, schedule: EVERY_MINUTE }], new AbortController().signal);
}

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
const mails = async () => (await server().deps.pool.query<Mail>('SELECT address AS "to", subject, text FROM message_outbox ORDER BY id')).rows;
const mailsTo = async () => (await mails()).map(({ to }) => to);

async function opened(person: unknown, more: Record<string, unknown> = {}): Promise<{ caseId: string; number: string }> {
  const number = await station.takeNumber();
  const { caseId } = station.give('case.open', openArgs(number, { requester: person, receivedAt: now, ...more }), { madeAt: now });
  expect(await station.pushOutcomes()).toEqual(['accepted']);
  return { caseId, number };
}
async function give(type: Parameters<TestStation['give']>[0], args: unknown, caseId: string, userId = 'agent'): Promise<void> {
  station.give(type, args, { caseId, madeAt: now, userId });
  expect(await station.pushOutcomes()).toEqual(['accepted']);
}
async function stored(caseId: string): Promise<Case> {
  const { rows } = await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE id = $1', [caseId]);
  if (rows[0] === undefined) throw new Error('no such case');
  return rows[0].document;
}

test('what happens before the first minute of a server is told too', async () => {
  await server().deps.pool.query("DELETE FROM server_setting WHERE key = 'noticesMark'");
  await opened(BO); // before the server was there for citizens
  await beginNotices(server().deps);
  await opened(ANA);
  await notices();
  expect(await mailsTo()).toEqual(['Ana@Example.com']);
});

describe('citizens', () => {
  test('hear of it once, in their language, under their number, and the case says what they read', async () => {
    const { caseId, number } = await opened(ANA);
    await notices();
    await notices();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'Ana@Example.com' });
    expect(`${mail?.subject} ${mail?.text}`).toContain(formatTrackingNumber(station.cases.get(caseId)?.trackingNumber ?? (number as never)));
    expect(mail?.text).toMatch(/^Estimado\/a Ana Núñez/);
    expect((await stored(caseId)).history.map(({ kind }) => kind)).toEqual(['caseOpened', 'correspondenceSent']);
    expect((await stored(caseId)).respondedAt).toBeNull(); // a notice is no answer
  });

  test('each of a case’s citizens has notices of their own; one person on it twice has one', async () => {
    const { caseId } = await opened(ANA);
    const coReporter = (person: unknown, trackingNumber: string) => ({ trackingNumber, person, channel: 'phone', receivedAt: now, pin: null });
    await give('case.addCoReporter', coReporter(BO, await station.takeNumber()), caseId);
    await give('case.addCoReporter', coReporter({ ...ANA, email: 'ana@example.com' }, await station.takeNumber()), caseId);
    await notices();
    await server().deps.pool.query('TRUNCATE message_outbox');
    await give('case.close', CLOSING, caseId);
    await notices();
    const closing = (await mails()).filter(({ text }) => text.includes('The hole was filled'));
    expect(closing.map(({ to }) => to.toLowerCase()).sort()).toEqual(['ana@example.com', 'bo@example.com']);
  });

  test('whose case became part of another one hear of the work under their own number', async () => {
    const [whole, part] = [await opened(BO), await opened(ANA)];
    await give('case.merge', { intoCaseId: whole.caseId, intoTrackingNumber: whole.number, reason: '' }, part.caseId);
    await give('case.absorb', { caseId: part.caseId, trackingNumber: part.number, citizen: 'Ana Núñez' }, whole.caseId);
    await notices();
    await server().deps.pool.query('TRUNCATE message_outbox');
    await give('case.close', CLOSING, whole.caseId);
    await notices();
    const told = (await mails()).filter(({ text }) => text.includes('The hole was filled'));
    expect(told.map(({ to }) => to).sort()).toEqual(['Ana@Example.com', 'bo@example.com']);
    expect((await stored(part.caseId)).history.at(-1)).toMatchObject({ kind: 'correspondenceSent', trackingNumber: part.number, isAutomatic: true });
  });

  test('who reported the same thing twice hear of the work once; taken out again, their case hears no more of it (NO-3, DU-1)', async () => {
    const [whole, part, other] = [await opened(BO), await opened({ ...BO, email: 'BO@example.com' }), await opened(ANA)];
    for (const one of [part, other]) {
      await give('case.merge', { intoCaseId: whole.caseId, intoTrackingNumber: whole.number, reason: '' }, one.caseId);
      await give('case.absorb', { caseId: one.caseId, trackingNumber: one.number }, whole.caseId);
    }
    await give('case.unmerge', { reason: 'Another hole', fromCaseId: whole.caseId }, other.caseId);
    await give('case.separate', { caseId: other.caseId }, whole.caseId);
    await notices();
    await server().deps.pool.query('TRUNCATE message_outbox');
    await give('case.close', CLOSING, whole.caseId);
    await notices();
    const told = (await mails()).filter(({ text }) => text.includes('The hole was filled'));
    expect(told.map(({ to }) => to.toLowerCase())).toEqual(['bo@example.com']);
  });

  test('answered or referred on the call hear of it in one mail, not in three', async () => {
    const county = { name: 'The County', address: '2 Court Street', phone: '555-0199' };
    const answeredNow = { disposition: 'RESOLVED', closingNote: 'The County does this.' };
    await opened({ ...ANA, language: 'en' }, { answeredNow, referral: county });
    await notices();
    const about = (await mails()).filter(({ text }) => !text.includes('How did we do') && !text.includes('tell us how we did'));
    expect(about.map(({ text }) => text.includes('The County\n2 Court Street\nPhone: 555-0199'))).toEqual([true]);
    await server().deps.pool.query('TRUNCATE message_outbox');
    await opened(BO, { answeredNow });
    await notices();
    expect((await mails()).filter(({ text }) => text.includes('The County does this.'))).toHaveLength(1);
    expect((await mails()).filter(({ subject }) => subject.startsWith('We have your case'))).toEqual([]);
  });

  test('to whom a member of staff has written about it hear it no second time (NO-3)', async () => {
    const { caseId, number } = await opened(BO);
    await notices();
    await server().deps.pool.query('TRUNCATE message_outbox');
    await give('case.refer', { agency: { name: 'The County', address: '2 Court Street', phone: '555-0199' }, note: '' }, caseId);
    const reply = { templateCode: null, templateVersion: null, language: 'en', trackingNumber: number, toName: BO.name, subject: 'Who can help', isAutomatic: false };
    await give('case.correspond', { ...reply, method: 'email', toAddress: BO.email, body: 'Please ask The County, 2 Court Street, 555-0199.' }, caseId);
    await notices();
    expect((await mails()).map(({ subject }) => subject)).toEqual(['Who can help']);
  });

  test('who want no word, a call or a letter are not mailed; nor is anybody about a sealed case', async () => {
    await opened({ ...ANA, preference: 'none' });
    await opened({ ...ANA, preference: 'phone' });
    await opened({ ...ANA, preference: 'letter' });
    await opened(ANA, { isSealed: true });
    await notices();
    expect(await mailsTo()).toEqual([]);
  });

  test('what a member of staff wrote goes out as they wrote it, once', async () => {
    const { caseId, number } = await opened({ ...ANA, preference: 'none' });
    const args = { templateCode: null, templateVersion: null, language: 'en', trackingNumber: number, toName: 'Ana', subject: 'Your pothole', isAutomatic: false };
    await give('case.correspond', { ...args, method: 'email', toAddress: 'ana@example.com', body: 'It is filled.\n\nThank you.' }, caseId);
    await give('case.correspond', { ...args, method: 'letter', toAddress: '5 Elm Street', body: 'It is filled.' }, caseId);
    await notices();
    await notices();
    expect(await mails()).toMatchObject([{ to: 'ana@example.com', subject: 'Your pothole', text: expect.stringContaining('It is filled.\n\nThank you.') }]);
    expect((await stored(caseId)).respondedAt).not.toBeNull();
  });
});

describe('staff', () => {
  test('the supervisor hears of a sealed case, without a word of it', async () => {
    await opened(ANA, { kind: 'complaint', serviceCode: 'MAIN_BREAK', description: 'He shouted at me', misconduct: { accusedStaffId: 'streets', reason: 'Shouted' } });
    await notices();
    const [mail, ...more] = await mails();
    expect([mail?.to, more]).toEqual(['water.head@testville.example', []]);
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/shouted|Ana|streets/i);
  });

  test('the supervisor hears of a complaint that a colleague cannot settle, without a word of why', async () => {
    const { caseId } = await opened({ ...ANA, preference: 'none' }, { kind: 'complaint', serviceCode: 'MAIN_BREAK', description: 'Nobody came' });
    await give('case.tellSupervisor', { reason: 'Ana wants to speak with the director' }, caseId);
    await notices();
    const [mail, ...more] = await mails();
    expect([mail?.to, mail?.subject.startsWith('A case needs you'), more]).toEqual(['water.head@testville.example', true, []]);
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/Ana|director|overdue/i);
  });
});

describe('the survey', () => {
  test('is asked once after closing; the answer comes in by the link, a bad one opens a follow-up', async () => {
    const { caseId, number } = await opened(ANA);
    await give('case.close', CLOSING, caseId);
    await notices();
    const link = (await mails()).flatMap(({ text }) => /https:\/\/survey\.testville\.example(\/survey\/\S+)/.exec(text)?.[1] ?? []);
    expect(link).toHaveLength(1);
    const url = link[0] ?? '';
    const page = await server().app.inject(url);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('¿Cómo lo hicimos?');
    const post = (payload: string) => server().app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const unrated = await post('comment=Tard%C3%B3+%3Cb%3E');
    expect(unrated.body).toContain('Tardó &lt;b&gt;');
    expect((await post('rating=2&comment=Tard%C3%B3')).body).toContain('Gracias');
    expect((await post('rating=5')).body).toContain('ya está aquí');
    expect(await stored(caseId)).toMatchObject({ survey: { answers: [{ rating: 2, comment: 'Tardó', method: 'web', trackingNumber: number }] }, followUp: { rating: 2, closedAt: null } });
    await notices();
  });

  test.each(['/survey/4829135067/AAAAAAAAAAAAAAAA', '/survey/123/x', '/survey/%00/%00'])('%s leads nowhere and says nothing', async (url) => {
    const page = await server().app.inject(url);
    expect([page.statusCode, page.body.includes('Testville')]).toEqual([404, true]);
  });
});
