import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { DAY_MS, HOUR_MS } from '../../src-shared/util/time.ts';
import { publishCatalogue } from '../catalogue/catalogue-store.ts';
import { inTransaction } from '../db/transaction.ts';
import { MAX_PUSH_COMMANDS, PushConflict } from '../../src-shared/protocol/push.ts';
import { PRACTICE_ENROLMENT, selfIssuedNumber, trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { verifyCaseHistory } from '../commands/verify-history.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();
let station: TestStation;
let other: TestStation;

beforeAll(async () => {
  station = await TestStation.enrol(server().app, 'Counter 1');
  other = await TestStation.enrol(server().app, 'Counter 2');
});

/** Opens a case at `at` and sends it; its id. */
async function openedCase(at: TestStation, more: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = at.give('case.open', openArgs(await at.takeNumber(), more));
  expect(await at.pushOutcomes()).toEqual(['accepted']);
  return caseId;
}

async function storedCase(caseId: string): Promise<Case> {
  const { rows } = await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE id = $1', [caseId]);
  if (rows[0] === undefined) throw new Error('no such case');
  return rows[0].document;
}

async function count(table: string, where: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await server().deps.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, [...values]);
  return rows[0]?.n ?? 0;
}

describe('a push', () => {
  test('carries commands out in order and answers each', async () => {
    const { caseId } = station.give('case.open', openArgs(await station.takeNumber()));
    station.give('case.addNote', { text: 'Called back' }, { caseId });
    station.give('case.take', { seenAssigneeId: null }, { caseId });
    expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted', 'accepted']);
    const stored = await storedCase(caseId);
    expect(stored).toMatchObject({ state: 'assigned', assigneeId: 'agent', departmentCode: 'STREETS' });
    expect(stored.history.map((fact) => fact.kind)).toEqual(['caseOpened', 'noteAdded', 'assigned']);
  });

  test('sent again is answered as before and done once', async () => {
    const caseId = await openedCase(station);
    station.give('case.addNote', { text: 'Once' }, { caseId });
    const first = await station.push();
    const again = await station.push(first.seq);
    expect(again.results).toEqual(first.results);
    expect((await storedCase(caseId)).history).toHaveLength(2);
    expect(await count('audit', 'case_id = $1', [caseId])).toBe(2);
  });

  test('that repeats old commands before new ones does only the new ones', async () => {
    const caseId = await openedCase(station);
    const from = station.outbox.length;
    station.give('case.addNote', { text: 'New' }, { caseId });
    const { results } = await station.push(from);
    expect(results.map(({ seq, status }) => [seq, status])).toEqual([[from, 'accepted'], [from + 1, 'accepted']]);
    expect((await storedCase(caseId)).history).toHaveLength(2);
  });

  test('with a gap is refused whole and told where to begin', async () => {
    const caseId = await openedCase(station);
    const before = station.sent;
    station.give('case.addNote', { text: 'lost on the way' }, { caseId });
    station.give('case.addNote', { text: 'arrives' }, { caseId });
    const response = await station.pushRaw(before + 2);
    expect(response.statusCode).toBe(409);
    expect(PushConflict.parse(response.json())).toMatchObject({ why: 'gap', seq: before, hash: station.outbox[before - 1]?.hash });
    expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted']);
  });

  test('from a copied disk is a fork, and nothing of it is acknowledged', async () => {
    const caseId = await openedCase(station);
    const copy = station.clone();
    station.give('case.addNote', { text: 'typed at the original' }, { caseId });
    copy.give('case.addNote', { text: 'typed at the copy' }, { caseId });
    await station.push();
    const response = await copy.pushRaw();
    expect(response.statusCode).toBe(409);
    expect(PushConflict.parse(response.json())).toMatchObject({ why: 'fork', seq: station.sent, hash: station.outbox.at(-1)?.hash });
    copy.give('case.addNote', { text: 'and more' }, { caseId });
    expect((await copy.pushRaw(copy.outbox.length)).json()).toMatchObject({ why: 'fork' });
    expect((await storedCase(caseId)).history.map((fact) => fact.kind === 'noteAdded' && fact.text)).not.toContain('typed at the copy');
  });

  test('of an earlier life of the server is answered with the new epoch', async () => {
    station.epoch = 0;
    const response = await station.pushRaw();
    station.epoch = 1;
    expect(response.statusCode).toBe(409);
    expect(PushConflict.parse(response.json())).toMatchObject({ why: 'epoch', epoch: 1, seq: station.sent });
  });

  test('is limited to 200 commands and to its size', async () => {
    const tooMany = await TestStation.enrol(server().app, 'Busy');
    for (let at = 0; at <= MAX_PUSH_COMMANDS; at += 1) tooMany.append({ at });
    expect((await tooMany.pushRaw()).json()).toMatchObject({ status: 400, code: 'malformedRequest' });
    const tooLarge = await TestStation.enrol(server().app, 'Large');
    tooLarge.append({ text: 'x'.repeat(700_000) });
    expect((await tooLarge.pushRaw()).json()).toMatchObject({ status: 413, code: 'tooLarge' });
  });
});

describe('a refusal', () => {
  test('is a result with both values, consumes its seq, and holds nothing up', async () => {
    const caseId = await openedCase(station);
    const basis = (await storedCase(caseId)).fieldVersions;
    const edit = (description: string) => ({ changes: { description }, basis: { description: basis['description'] } });
    station.give('case.edit', edit('Two large holes'), { caseId, userId: 'agent' });
    await station.push();
    await other.pull();
    other.give('case.edit', edit('A hole and a bump'), { caseId, userId: 'agent2' });
    other.give('case.addNote', { text: 'after it' }, { caseId, userId: 'agent2' });
    const { results, seq } = await other.push();
    expect(results).toMatchObject([
      { status: 'refused', code: 'changedMeanwhile', detail: { field: 'description', mine: 'A hole and a bump', theirs: 'Two large holes', changedBy: 'agent' } },
      { status: 'accepted' },
    ]);
    expect(seq).toBe(other.outbox.length);
    expect((await storedCase(caseId)).description).toBe('Two large holes');
  });

  test('of a second taker names the first', async () => {
    const caseId = await openedCase(station);
    other.give('case.take', { seenAssigneeId: null }, { caseId, userId: 'agent2' });
    station.give('case.take', { seenAssigneeId: null }, { caseId });
    expect(await other.pushOutcomes()).toEqual(['accepted']);
    expect((await station.push()).results).toMatchObject([{ status: 'refused', code: 'takenBySomeoneElse', detail: { assigneeId: 'agent2' } }]);
  });

  test('leaves no audit entry but keeps the command', async () => {
    const { uid } = station.give('case.addNote', { text: 'to a case nobody opened' }, { caseId: randomUUID() });
    expect(await station.pushOutcomes()).toEqual(['refused caseNotFound']);
    expect(await count('audit', 'uid = $1', [uid])).toBe(0);
    expect(await count('command_result', `uid = $1 AND command LIKE '%nobody opened%'`, [uid])).toBe(1);
  });

  test('meets commands that cannot be read, one by one', async () => {
    const caseId = await openedCase(station);
    station.append({ rubbish: true });
    station.append({ uid: randomUUID(), caseId, userId: 'agent', station: station.id, madeAt: 1, type: 'case.vanish', v: 1, args: {} });
    station.append({ uid: randomUUID(), caseId, userId: 'agent', station: station.id, madeAt: 1, type: 'case.addNote', v: 2, args: { text: 'x' } });
    station.append({ uid: randomUUID(), caseId, userId: 'agent', station: station.id, madeAt: 1, type: 'case.addNote', v: 1, args: { text: '', extra: '\u0000' } });
    station.give('case.addNote', { text: 'still goes through' }, { caseId });
    expect(await station.pushOutcomes()).toEqual([
      'refused invalidCommand',
      'refused unsupportedCommand',
      'refused unsupportedCommand',
      'refused invalidCommand',
      'accepted',
    ]);
  });

  test('meets a command in the name of another workstation', async () => {
    const caseId = await openedCase(station);
    const command = { uid: randomUUID(), caseId, userId: 'agent', station: other.id, madeAt: Date.now(), type: 'case.addNote', v: 1, args: { text: 'x' } };
    station.append(command);
    expect(await station.pushOutcomes()).toEqual(['refused invalidCommand']);
  });

  test('meets the second case brought in under one source id', async () => {
    const source = { system: 'old 311', id: '4711', flags: [] };
    await openedCase(station, { source });
    station.give('case.open', openArgs(await station.takeNumber(), { source }));
    station.give('case.open', openArgs(await station.takeNumber(), { source: { ...source, id: '4712' } }));
    expect(await station.pushOutcomes()).toEqual(['refused caseAlreadyExists', 'accepted']);
  });
});

describe('tracking numbers', () => {
  test('given out twice are each on one case: the later one goes on under a new number, and the old one leads to both', async () => {
    const number = await station.takeNumber();
    const first = await openedCase(station, { trackingNumber: number });
    const { caseId: second } = other.give('case.open', openArgs(number));
    const { results } = await other.push();
    const to = String(results[0]?.detail?.['to']);
    expect(results).toMatchObject([{ status: 'accepted', code: 'renumbered', detail: { from: number, to } }]);
    await other.pull();
    expect(other.cases.get(second)).toMatchObject({ trackingNumber: to, formerNumbers: [number] });
    expect(other.cases.get(first)).toMatchObject({ trackingNumber: number, formerNumbers: [] });
    expect(await count('case_number_alias', 'number = $1 AND case_id = $2', [number, second])).toBe(1);
    expect(await count('number_lease', `number = $1 AND state = 'used' AND case_id = $2`, [to, second])).toBe(1);
    expect(await verifyCaseHistory(server().deps.pool, second)).toMatchObject({ ok: true });
  });

  test('replaced for a co-reporter keep the case’s own', async () => {
    const number = await station.takeNumber();
    await openedCase(station, { trackingNumber: number });
    const caseId = await openedCase(other, { trackingNumber: await other.takeNumber() });
    other.give('case.addCoReporter', { trackingNumber: number, person: null, channel: 'phone', receivedAt: Date.now(), pin: '0001' }, { caseId });
    const { results } = await other.push();
    const to = String(results[0]?.detail?.['to']);
    await other.pull();
    expect(other.cases.get(caseId)?.coReporters).toMatchObject([{ trackingNumber: to }]);
    expect(other.cases.get(caseId)?.formerNumbers).toEqual([number]);
    for (const each of [number, to]) expect(await count('case_number_alias', 'number = $1 AND case_id = $2', [each, caseId])).toBe(1);
  });

  test('of practice mode are refused, as a case’s own, as a former one and as a second citizen’s; what follows is carried out', async () => {
    const made = must(selfIssuedNumber(PRACTICE_ENROLMENT, 7), 'within its numbers');
    const last = must(selfIssuedNumber(PRACTICE_ENROLMENT - 1, 7), 'within its numbers');
    station.give('case.open', openArgs(made));
    station.give('case.open', openArgs(await station.takeNumber(), { formerNumbers: [made] }));
    const { caseId } = station.give('case.open', openArgs(last));
    station.give('case.addCoReporter', { trackingNumber: made, person: null, channel: 'phone', receivedAt: Date.now(), pin: null }, { caseId });
    station.give('case.addNote', { text: 'A real one' }, { caseId });
    expect(await station.pushOutcomes()).toEqual(['refused invalidCommand', 'refused invalidCommand', 'accepted', 'refused invalidCommand', 'accepted']);
    expect(await count('case_', `document->>'trackingNumber' = $1`, [made])).toBe(0);
  });

  test('of an earlier life of this server stand, and so do those a workstation issues itself; each once', async () => {
    const earlier = trackingNumberFromPayload(100_000_000);
    station.give('case.open', openArgs(earlier));
    station.give('case.open', openArgs(earlier));
    const own = selfIssuedNumber(station.enrolment, 3);
    station.give('case.open', openArgs(String(own)));
    station.give('case.open', openArgs(String(own)));
    expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted renumbered', 'accepted', 'accepted renumbered']);
  });

  test('of co-reporters lead to the case', async () => {
    const caseId = await openedCase(station);
    const trackingNumber = await station.takeNumber();
    station.give('case.addCoReporter', { trackingNumber, person: null, channel: 'phone', receivedAt: Date.now(), pin: '0001' }, { caseId });
    expect(await station.pushOutcomes()).toEqual(['accepted']);
    expect(await count('case_number_alias', 'number = $1 AND case_id = $2', [trackingNumber, caseId])).toBe(1);
    expect(await count('number_lease', `number = $1 AND state = 'used' AND case_id = $2`, [trackingNumber, caseId])).toBe(1);
  });
});

describe('a command its author has settled before the server was restored', () => {
  test('keeps its place in the queue and takes no effect', async () => {
    const caseId = await openedCase(station);
    station.give('case.addNote', { text: 'no longer wanted' }, { caseId });
    const row = must(station.outbox.pop(), 'the note waits');
    station.outbox.push({ ...row, isWithdrawn: true });
    expect(await station.pushOutcomes()).toEqual(['refused withdrawn']);
    station.give('case.addNote', { text: 'wanted' }, { caseId });
    expect(await station.pushOutcomes()).toEqual(['accepted']);
    await station.pull();
    expect(station.cases.get(caseId)?.history.flatMap((fact) => (fact.kind === 'noteAdded' ? [fact.text] : []))).toEqual(['wanted']);
  });
});

describe('a command sent again under another station', () => {
  test('has one effect and one answer', async () => {
    const caseId = await openedCase(station);
    const note = station.give('case.addNote', { text: 'before the disk was put back' }, { caseId });
    await station.push();
    const reborn = await TestStation.enrol(server().app, 'Counter 1 again');
    reborn.give('case.addNote', { text: 'before the disk was put back' }, note);
    reborn.give('case.addNote', { text: 'after it' }, { caseId });
    expect(await reborn.pushOutcomes()).toEqual(['accepted', 'accepted']);
    expect((await storedCase(caseId)).history).toHaveLength(3);
    expect(await count('audit', 'uid = $1', [note.uid])).toBe(1);
  });

  test('is refused when it is another command under a used id', async () => {
    const caseId = await openedCase(station);
    const note = station.give('case.addNote', { text: 'first' }, { caseId });
    await station.push();
    other.give('case.addNote', { text: 'second' }, { caseId: randomUUID(), uid: note.uid });
    expect(await other.pushOutcomes()).toEqual(['refused invalidCommand']);
  });
});

describe('commands for people to look at', () => {
  test('those of a member of staff made inactive since are deferred and not carried out; a colleague is not held up', async () => {
    const caseId = await openedCase(station);
    station.give('case.addNote', { text: 'typed while the network was away' }, { caseId, userId: 'gone' });
    station.give('case.addNote', { text: 'by a colleague' }, { caseId });
    const elsewhere = await openedCaseLater();
    expect(await station.pushOutcomes()).toEqual(['deferred staffInactive', 'accepted', 'accepted']);
    expect((await storedCase(caseId)).history).toHaveLength(2);
    station.give('case.addNote', { text: 'in a later push' }, { caseId });
    station.give('case.addNote', { text: 'another case' }, { caseId: elsewhere });
    expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted']);
    other.give('case.addNote', { text: 'another workstation is not held up' }, { caseId });
    expect(await other.pushOutcomes()).toEqual(['accepted']);
  });

  async function openedCaseLater(): Promise<string> {
    return station.give('case.open', openArgs(await station.takeNumber())).caseId;
  }

  test('one that breaks the server is found among a hundred and set aside; the rest goes through', async () => {
    const { pool } = server().deps;
    await pool.query(`CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.command::text LIKE '%poison%' THEN RAISE EXCEPTION 'planted fault'; END IF; RETURN NEW; END $$`);
    await pool.query('CREATE TRIGGER planted BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION fault()');
    const [first, second] = [await openedCase(station), await openedCase(station)];
    for (let at = 0; at < 50; at += 1) station.give('case.addNote', { text: `note ${at}` }, { caseId: at % 2 === 0 ? first : second });
    station.give('case.addNote', { text: 'poison' }, { caseId: first });
    for (let at = 0; at < 50; at += 1) station.give('case.addNote', { text: `more ${at}` }, { caseId: at % 2 === 0 ? first : second });
    const { results, seq } = await station.push();
    await pool.query('DROP TRIGGER planted ON audit; DROP FUNCTION fault');
    expect(seq).toBe(station.outbox.length);
    const statuses = results.map((result) => result.status);
    expect(statuses.slice(0, 50)).toEqual(Array(50).fill('accepted'));
    expect(results[50]).toMatchObject({ status: 'deferred', code: expect.stringMatching(/^incident-[0-9a-f]{8}$/) });
    expect(statuses.slice(51)).toEqual(Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? 'deferred' : 'accepted')));
    expect(results[51]?.code).toBe(results[50]?.code);
    expect((await storedCase(first)).history).toHaveLength(26);
    expect((await storedCase(second)).history).toHaveLength(51);
  });
});

describe('what a citizen was told', () => {
  test('holds at the server under the version it was told by, and moves within that one only', async () => {
    const { pool, now } = server().deps;
    const told = await storedCase(await openedCase(station, { catalogueVersion: 1 }));
    const policies = SMALL_CITY.policies.map((policy) => ({ ...policy, respond: [{ unit: 'elapsedHours' as const, amount: 1, source: 'New' }] }));
    await inTransaction(pool, {}, (tx) => publishCatalogue(tx, { ...SMALL_CITY, version: 2, policies }, { at: now(), by: 'admin' }));
    const later = await storedCase(await openedCase(station, { catalogueVersion: 1, receivedAt: told.receivedAt }));
    expect([later.catalogueVersion, later.respondBy]).toEqual([1, told.respondBy]);
    const untold = await storedCase(await openedCase(station, { receivedAt: told.receivedAt }));
    expect([untold.catalogueVersion, untold.respondBy]).toEqual([2, told.receivedAt + HOUR_MS]);
    const earlier = later.receivedAt - 14 * DAY_MS;
    station.give('case.edit', { changes: { receivedAt: earlier }, basis: { receivedAt: later.fieldVersions['receivedAt'] } }, { caseId: later.id });
    expect(await station.pushOutcomes()).toEqual(['accepted']);
    const corrected = await storedCase(later.id);
    expect(corrected.catalogueVersion).toBe(1);
    expect((corrected.respondBy ?? 0) - earlier).toBeGreaterThan(HOUR_MS);
  });
});

describe('the audit', () => {
  test('is a chain per case that breaks when an entry is changed', async () => {
    const caseId = await openedCase(station);
    station.give('case.addNote', { text: 'one' }, { caseId });
    station.give('case.addNote', { text: 'two' }, { caseId });
    await station.push();
    const { pool } = server().deps;
    expect(await verifyCaseHistory(pool, caseId)).toEqual({ ok: true, entries: 3 });
    await pool.query(`UPDATE audit SET command = jsonb_set(command, '{args,text}', '"changed"') WHERE case_id = $1 AND seq = $2`, [caseId, station.sent - 1]);
    expect(await verifyCaseHistory(pool, caseId)).toMatchObject({ ok: false, reason: 'entryChanged', seq: station.sent - 1 });
  });
});
