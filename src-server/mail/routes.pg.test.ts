import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { MailLogReply, MailRetryReply } from '../../src-shared/protocol/mail-log.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { inTransaction } from '../db/transaction.ts';
import { raiseEpoch } from '../epoch/raise-epoch.ts';
import { dropMessageParts } from '../jobs/compaction/drop-message-parts.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { outbox, messageTo, queue } from './testing/messages.ts';

const agent = SMALL_CITY.staff[0]!;
const catalogue = Catalogue.parse({ ...SMALL_CITY, staff: [...SMALL_CITY.staff, { ...agent, id: 'manager', name: 'manager', roles: ['cityManager'] }] });
const server = useServer({ catalogue });
const pool = () => server().deps.pool;
let desk: TestStation;

beforeAll(async () => {
  desk = await TestStation.enrol(server().app);
  for (const id of ['admin', 'manager', 'agent']) await signIn(desk, id);
});
afterEach(() => pool().query('TRUNCATE message_outbox'));

async function signIn(station: TestStation, id: string): Promise<void> {
  const staff = catalogue.staff.find((candidate) => candidate.id === id)!;
  await noteSignIn(pool(), { staffId: staff.id, station: station.id, now: server().deps.now() });
}

async function log(staff = 'admin', more = '', station = desk) {
  const response = await station.request('GET', `/mail/v1/log?staff=${staff}${more}`);
  expect(response.statusCode).toBe(200);
  return MailLogReply.parse(response.json());
}

async function retry(ids: readonly string[], staff = 'admin') {
  const response = await desk.request('POST', '/mail/v1/retry', { staff, ids });
  expect(response.statusCode).toBe(200);
  return MailRetryReply.parse(response.json()).outcomes.map(({ outcome }) => outcome);
}

const setState = (state: string, problem: string | null = null) => pool().query('UPDATE message_outbox SET state = $1, last_error_code = $2', [state, problem]);
const idOf = async () => (await log()).entries[0]!.id;

/** A case the desk opened, sealed or not; its id and number. */
async function openCase(isSealed: boolean): Promise<{ readonly caseId: CaseId; readonly number: string }> {
  const number = await desk.takeNumber();
  const { caseId } = desk.give('case.open', openArgs(number), {});
  expect(await desk.pushOutcomes()).toEqual(['accepted']);
  if (isSealed) await pool().query('UPDATE case_ SET is_sealed = true WHERE id = $1', [caseId]);
  return { caseId: CaseId.parse(caseId), number };
}

describe('the mail log', () => {
  test('says when, what, to whom, how and what came of it; addresses are masked, texts are not in it', async () => {
    const { caseId, number } = await openCase(false);
    await queue(pool(), messageTo(1, { eventKey: `caseClosed:${caseId}`, recipientKey: 'email:maria@city.example', address: 'maria@city.example', caseId }));
    await setState('givenUp', 'recipientRefused 550 5.1.1');
    const { entries, next } = await log();
    expect([entries, next]).toEqual([
      [{
        ...{ id: expect.any(String), at: expect.any(Number), event: 'caseClosed', staffId: null, to: 'm•••@city.example', method: 'email', state: 'givenUp', tries: 0, sentAt: null, nextTryAt: null },
        problem: 'The receiving mail server or gateway refused this address (550 5.1.1). Check it with the person, correct it, and tell them by another way.',
        ...{ trackingNumber: number, mayRetry: true, retriedBy: null, factId: null },
      }],
      null,
    ]);
  });

  test('comes newest first, in pages that neither lose nor repeat one, also of one moment', async () => {
    for (let n = 0; n < 120; n += 1) await queue(pool(), messageTo(n));
    await pool().query(`UPDATE message_outbox SET created_at = 1000 WHERE recipient_key < 'staff:person5'`);
    const pages = [await log()];
    while (pages.at(-1)?.next != null) pages.push(await log('admin', `&before=${pages.at(-1)?.next}`));
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 20]);
    const all = pages.flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ staffId }) => staffId)).size).toBe(120);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
  });

  test('shows what needs somebody, or what still waits', async () => {
    await queue(pool(), messageTo(1));
    await queue(pool(), messageTo(2, { address: 'nobody' }));
    await queue(pool(), messageTo(3, { suppressedBecause: 'wantsNone' }));
    const who = async (only: string) => (await log('manager', `&only=${only}`)).entries.map(({ staffId, nextTryAt }) => [staffId, nextTryAt !== null]);
    expect(await who('problems')).toEqual([['person2', false]]);
    expect(await who('waiting')).toEqual([['person1', true]]);
  });

  test('of a sealed case only those who may see it hear, and only they send again', async () => {
    const { caseId } = await openCase(true);
    await queue(pool(), messageTo(1, { eventKey: `complaintTold:${caseId}`, caseId }));
    await setState('givenUp', 'recipientRefused 550');
    const [seen] = (await log('manager')).entries;
    expect(seen).toMatchObject({ event: 'complaintTold' });
    expect((await log('admin')).entries).toEqual([]);
    expect([await retry([seen!.id], 'admin'), await retry([seen!.id], 'manager')]).toEqual([['unknown'], ['queued']]);
  });

  test('of one case is for whoever may see the case, and names the fact it sends', async () => {
    const [open, sealed] = [await openCase(false), await openCase(true)];
    const factId = `${crypto.randomUUID()}.0`;
    for (const { caseId } of [open, sealed]) await queue(pool(), messageTo(1, { eventKey: `writing:${caseId === open.caseId ? factId : 'other.0'}`, recipientKey: `email:${caseId}@city.example`, caseId }));
    await queue(pool(), messageTo(2));
    const of = async ({ number }: { readonly number: string }, staff: string) => (await log(staff, `&number=${number}`)).entries.map((entry) => entry.factId);
    expect([await of(open, 'agent'), await of(sealed, 'agent'), await of(sealed, 'manager')]).toEqual([[factId], [], ['other.0']]);
  });

  test('is for administrators and the City Manager’s office, where the server has let them in', async () => {
    const elsewhere = await TestStation.enrol(server().app, 'Counter 2');
    const codes = async (station: TestStation, staff: string) => {
      const response = await station.request('GET', `/mail/v1/log?staff=${staff}`);
      return [response.statusCode, response.json<{ code: string }>().code];
    };
    expect(await codes(desk, 'agent')).toEqual([403, 'notPermitted']);
    expect(await codes(elsewhere, 'admin')).toEqual([401, 'notSignedIn']);
    expect(await codes(desk, 'gone')).toEqual([401, 'notSignedIn']);
    expect((await server().app.inject('/mail/v1/log?staff=admin')).json()).toMatchObject({ code: 'badSignature' });
    expect((await desk.request('POST', '/mail/v1/retry', { staff: 'agent', ids: [crypto.randomUUID()] })).statusCode).toBe(403);
  });
});

describe('sending again', () => {
  test('tries at once what was given up, and says who wanted it', async () => {
    await queue(pool(), messageTo(1));
    await pool().query(`UPDATE message_outbox SET state = 'givenUp', last_error_code = 'expired', doubts = 3, expires_at = 0, next_try_at = 0`);
    expect(await retry([await idOf(), crypto.randomUUID()])).toEqual(['queued', 'unknown']);
    expect((await log()).entries).toMatchObject([{ state: 'waiting', problem: null, retriedBy: 'admin' }]);
    expect(await outbox(pool())).toMatchObject([{ doubts: 0 }]);
    const { rows } = await pool().query<{ days: number }>('SELECT round((expires_at - extract(epoch FROM now()) * 1000) / 86400000)::int AS days FROM message_outbox');
    expect(rows).toEqual([{ days: 5 }]);
  });

  test.each([
    ['sent', null],
    ['sending', null],
    ['suppressed', 'wantsNone'],
    ['suppressed', 'badAddress'],
  ])('never what is %s (%s)', async (state, problem) => {
    await queue(pool(), messageTo(1));
    await setState(state, problem);
    const id = await idOf();
    expect([await retry([id]), (await log()).entries[0]?.mayRetry]).toEqual([['notNow'], false]);
    expect(await outbox(pool())).toMatchObject([{ state }]);
  });
});

describe('a database that went back in time', () => {
  test('holds back what was to be sent, until somebody lets it go', async () => {
    for (const n of [1, 2, 3]) await queue(pool(), messageTo(n));
    await pool().query(`UPDATE message_outbox SET state = 'sent' WHERE recipient_key = 'staff:person1'`);
    await pool().query(`UPDATE message_outbox SET state = 'sending' WHERE recipient_key = 'staff:person2'`);
    await inTransaction(pool(), {}, (tx) => raiseEpoch(tx, { at: server().deps.now(), reason: 'test' }));
    expect(await outbox(pool())).toMatchObject([{ state: 'sent' }, { state: 'suppressed', problem: 'restored' }, { state: 'suppressed', problem: 'restored' }]);
    const held = (await log('admin', '&only=problems')).entries;
    expect(held[0]?.problem).toMatch(/^The server’s database was restored from a backup, and this may have been sent before/);
    expect(await retry([held[0]!.id])).toEqual(['queued']);
  });
});

describe('compaction', () => {
  test('drops files and layout of what was settled long ago; words, people and names of events stay', async () => {
    const attachments = [{ name: 'list.csv', mediaType: 'text/csv', base64: 'YQ==' }];
    await queue(pool(), messageTo(1, { attachments }));
    await setState('sent');
    await queue(pool(), messageTo(2, { attachments }));
    const compactAfter = (days: number) => dropMessageParts({ pool: pool(), now: utcMs(Date.now() + days * DAY_MS), signal: new AbortController().signal });
    expect([await compactAfter(89), await compactAfter(91), await compactAfter(92)]).toEqual([0, 1, 0]);
    const { rows } = await pool().query('SELECT text, html, attachments FROM message_outbox ORDER BY recipient_key');
    expect(rows).toEqual([{ text: messageTo(1).text, html: null, attachments: [] }, { text: messageTo(1).text, html: messageTo(1).html, attachments }]);
    expect((await queue(pool(), messageTo(1))).kind).toBe('alreadyQueued');
  });
});
