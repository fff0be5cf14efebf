import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { must } from '../../src-shared/util/assert.ts';
import { inTransaction } from '../db/transaction.ts';
import { raiseEpoch } from '../epoch/raise-epoch.ts';
import { verifyCaseHistory } from '../commands/verify-history.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();
// The database has begun a new life: only then are copies believed.
beforeAll(() => inTransaction(server().deps.pool, {}, (tx) => raiseEpoch(tx, { at: server().deps.now(), reason: 'test' })));
let author: TestStation;
let witness: TestStation;
beforeEach(async () => {
  author = await TestStation.enrol(server().app, 'Author');
  witness = await TestStation.enrol(server().app, 'Witness');
});

/** A case with a note and an assignment that the witness has seen, and of which the server then keeps the first `kept` commands. */
async function seenAndLost(kept: number, more: Record<string, unknown> = {}): Promise<{ readonly copy: Case; readonly uids: readonly string[] }> {
  const { caseId, uid } = author.give('case.open', openArgs(await author.takeNumber(), more));
  const note = author.give('case.addNote', { text: 'Dog in the yard' }, { caseId });
  const assigned = author.give('case.assign', { assigneeId: 'agent2', seenAssigneeId: null, note: '' }, { caseId });
  const results = [];
  for (let at = author.sent + 1; at <= author.outbox.length; at += 1) results.push(...(await author.push(at, at)).results);
  expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  await witness.pull();
  const copy = must(witness.cases.get(caseId), 'the witness has pulled the case');
  await forget(copy, kept);
  return { copy, uids: [uid, note.uid, assigned.uid] };
}

/** Takes the last commands of a case out of the database, as a restore from before them does. */
async function forget(copy: Case, kept: number): Promise<void> {
  const { pool } = server().deps;
  const { rows } = await pool.query<{ rev: number; n: number; uid: string; hash: string; facts: number }>(
    `SELECT rev, n, uid, encode(hash, 'hex') AS hash, jsonb_array_length(facts) AS facts FROM audit WHERE case_id = $1 ORDER BY rev, n`,
    [copy.id],
  );
  const gone = rows.slice(kept).map((row) => row.uid);
  await pool.query('DELETE FROM audit WHERE uid = ANY($1)', [gone]);
  await pool.query('DELETE FROM command_result WHERE uid = ANY($1)', [gone]);
  if (kept === 0) {
    await pool.query('DELETE FROM case_bucket WHERE case_id = $1', [copy.id]);
    await pool.query('DELETE FROM case_ WHERE id = $1', [copy.id]);
    await pool.query('DELETE FROM number_lease WHERE number = $1', [copy.trackingNumber]);
    return;
  }
  const facts = rows.slice(0, kept).reduce((sum, row) => sum + row.facts, 0);
  const document = { ...copy, assigneeId: null, state: 'new', history: copy.history.slice(0, facts) };
  await pool.query(`UPDATE case_ SET document = $2, history_hash = decode($3, 'hex') WHERE id = $1`, [copy.id, JSON.stringify(document), rows[kept - 1]?.hash]);
}

const ask = async (copy: Case, commands: readonly string[]): Promise<unknown> =>
  (await witness.request('POST', '/sync/v1/recover/ask', { station: witness.id, epoch: witness.epoch, lost: [{ caseId: copy.id, commands }] })).json();
const offer = async (copy: unknown, from = witness): Promise<string> => {
  const reply = await from.request('POST', '/sync/v1/recover', { station: from.id, epoch: from.epoch, cases: [copy] });
  return reply.json<{ outcomes?: { outcome: string }[] }>().outcomes?.[0]?.outcome ?? reply.body;
};
const stored = async (id: string): Promise<Case | undefined> => (await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE id = $1', [id])).rows[0]?.document;

describe('a case whose author’s disk and server’s record are both gone', () => {
  test('comes back whole from a colleague’s copy, once', async () => {
    const { copy, uids } = await seenAndLost(0);
    expect(await ask(copy, uids)).toEqual({ wanted: [copy.id] });
    expect(await offer(copy)).toBe('recovered');
    expect(await stored(copy.id)).toEqual(copy);
    expect(await verifyCaseHistory(server().deps.pool, copy.id)).toEqual({ ok: true, entries: 3 });
    expect(await ask(copy, uids)).toEqual({ wanted: [] });
    expect(await offer(copy)).toBe('known');
    const { rows } = await server().deps.pool.query(`SELECT state, case_id FROM number_lease WHERE number = $1`, [copy.trackingNumber]);
    expect(rows).toEqual([{ state: 'used', case_id: copy.id }]);
  });

  test('reaches every other workstation', async () => {
    const { copy } = await seenAndLost(0);
    await offer(copy);
    const other = await TestStation.enrol(server().app, 'Other');
    await other.pull();
    expect(other.cases.get(copy.id)).toEqual(copy);
  });

  test('two colleagues offer it at once: it comes back once', async () => {
    const { copy } = await seenAndLost(0);
    const outcomes = await Promise.all([offer(copy), offer(copy, author), offer(copy)]);
    expect(outcomes.toSorted()).toEqual(['known', 'known', 'recovered']);
    expect(await stored(copy.id)).toEqual(copy);
  });

  test('its author sends it after all: it is answered as carried out, and nothing is doubled', async () => {
    const { copy, uids } = await seenAndLost(0);
    await offer(copy);
    const reborn = await TestStation.enrol(server().app, 'Author, from an old disk');
    for (const { command } of author.outbox) reborn.append({ ...(command as object), station: reborn.id });
    const { results } = await reborn.push();
    expect(results.map(({ status }) => status)).toEqual(uids.map(() => 'accepted'));
    expect(await stored(copy.id)).toEqual(copy);
  });
});

describe('a case of which the server has lost the end', () => {
  test('gets it back as it was', async () => {
    const { copy } = await seenAndLost(1);
    expect(await offer(copy)).toBe('recovered');
    expect(await stored(copy.id)).toEqual(copy);
  });

  test('and has gone on since: gets back what may be added, and a note of the rest, once', async () => {
    const { copy } = await seenAndLost(1);
    const other = await TestStation.enrol(server().app, 'Other');
    other.give('case.assign', { assigneeId: 'agent', seenAssigneeId: null, note: '' }, { caseId: copy.id });
    expect(await other.pushOutcomes()).toEqual(['accepted']);
    expect(await offer(copy)).toBe('recovered');
    expect(await offer(copy)).toBe('known');
    const now = await stored(copy.id);
    expect(now?.assigneeId).toBe('agent');
    expect(now?.history.map((fact) => fact.kind)).toEqual([...copy.history.slice(0, -2).map((fact) => fact.kind), 'assigned', 'noteAdded', 'noteAdded']);
    expect(now?.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: expect.stringMatching(/put back.*assigned.*agent2/s) as string });
  });
});

describe('a database in its first life', () => {
  test('gets back a case it does not have, and of one it has only what may be added, the rest as a note', async () => {
    const { pool } = server().deps;
    const whole = await seenAndLost(0);
    const rest = await seenAndLost(1);
    await pool.query('DELETE FROM epoch');
    try {
      expect(await offer(whole.copy)).toBe('recovered');
      expect(await stored(whole.copy.id)).toEqual(whole.copy);
      expect(await offer(rest.copy)).toBe('recovered');
      const now = await stored(rest.copy.id);
      expect(now?.assigneeId).toBe(null);
      expect(now?.history.map((fact) => fact.kind).slice(-2)).toEqual(['noteAdded', 'noteAdded']);
      expect(await offer(rest.copy)).toBe('known');
    } finally {
      await inTransaction(pool, {}, (tx) => raiseEpoch(tx, { at: server().deps.now(), reason: 'test, again' }));
    }
  });
});

describe('a copy', () => {
  test('that its history does not make, or of a case this workstation may not hold, is not believed', async () => {
    const { copy } = await seenAndLost(0);
    expect(await offer({ ...copy, state: 'closed' })).toBe('unusable');
    expect(await offer({ ...copy, isSealed: true })).toBe('unusable');
    expect(await offer({ id: copy.id, anything: true })).toBe('unusable');
    expect(await stored(copy.id)).toBe(undefined);
  });

  test('whose number has gone to another case since comes back under a new one; the old one leads to both', async () => {
    const { copy } = await seenAndLost(0);
    const other = await TestStation.enrol(server().app, 'Other');
    other.give('case.open', openArgs(copy.trackingNumber));
    await other.push();
    expect(await offer(copy)).toBe('recovered');
    const now = await stored(copy.id);
    expect(now?.formerNumbers).toEqual([copy.trackingNumber]);
    expect(now?.trackingNumber).not.toBe(copy.trackingNumber);
  });

  test('of an imported case that was brought in anew since lives beside it', async () => {
    const source = { system: 'old 311', id: '4711', flags: [] };
    const { copy } = await seenAndLost(0, { source });
    const other = await TestStation.enrol(server().app, 'Other');
    other.give('case.open', openArgs(await other.takeNumber(), { source }));
    expect(await other.pushOutcomes()).toEqual(['accepted']);
    expect(await offer(copy)).toBe('recovered');
    expect(await stored(copy.id)).toMatchObject({ trackingNumber: copy.trackingNumber, source: { id: '4711 (before the restore)' } });
  });

  test('of another epoch has to wait for its greeting', async () => {
    const { copy } = await seenAndLost(0);
    witness.epoch += 1;
    expect(await offer(copy)).toMatch(/"status":503/);
  });
});
