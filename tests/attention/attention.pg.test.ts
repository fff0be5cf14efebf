import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { findCase } from '../../src-data/cases/case-queries.ts';
import { onlyHere, unplugVerdict } from '../../src-data/sync/only-here.ts';
import { openArgs } from '../../src-data/testing/desk.ts';
import { writeSetting } from '../../src-server/db/server-setting.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { must } from '../../src-shared/util/assert.ts';
import { type AttentionDesk, openAttentionDesk } from './desk.ts';

const server = useServer();
const open: AttentionDesk[] = [];
afterEach(() => {
  for (const opened of open.splice(0)) opened.close();
});

async function desk(staffId: string | null, name?: string): Promise<AttentionDesk> {
  const opened = openAttentionDesk(server, name);
  open.push(opened);
  await opened.round();
  if (staffId !== null) await opened.signIn(staffId);
  await opened.round();
  return opened;
}

/** Two desks take one case offline; the second is refused. */
async function refusedTake(ana: AttentionDesk, ben: AttentionDesk): Promise<{ readonly caseId: string; readonly uid: string }> {
  const caseId = randomUUID();
  must(ana.give('case.open', caseId, openArgs({ receivedAt: Date.now() - 1_000, departmentCode: 'WATER' })).ok || null, 'the case is taken');
  await ana.round();
  await ben.round();
  ana.give('case.take', caseId, { seenAssigneeId: null });
  ben.give('case.take', caseId, { seenAssigneeId: null }, 'agent2');
  await ana.round();
  await ben.round();
  const item = must(ben.items().find((one) => one.caseId === caseId), 'the second is refused');
  return { caseId, uid: item.uid };
}

const shownAt = (at: AttentionDesk, uid: string) => at.items().find((item) => item.uid === uid);
const records = async (uid: string) => (await server().deps.pool.query<{ row: string }>(`SELECT action || ' ' || outcome AS row FROM attention_settlement WHERE uid = $1 ORDER BY n`, [uid])).rows.map(({ row }) => row);
const openAtServer = async (uid: string) => (await server().deps.pool.query('SELECT 1 FROM command_result WHERE uid = $1 AND settled_at IS NULL', [uid])).rowCount === 1;

describe('a decision', () => {
  test('made without a network reaches the server once, whatever is lost on the way', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid, caseId } = await refusedTake(ana, ben);
    expect(findCase(ben.db, caseId)?.syncState).toBe('needsAttention');
    expect(ben.settle(uid, 'drop')).toMatchObject({ ok: true });
    expect(findCase(ben.db, caseId)?.syncState).toBe('confirmed');
    expect(unplugVerdict(onlyHere(ben.db))).toEqual({ isSafe: false, sentence: 'Keep it on: 1 decision about “Needs attention” has not been sent.' });
    ben.faults.push('requestLost', 'answerLost', 'answerLost');
    for (let at = 0; at < 4; at += 1) await ben.round();
    expect(await records(uid)).toEqual(['dropped settled']);
    expect(await openAtServer(uid)).toBe(false);
    expect(unplugVerdict(onlyHere(ben.db)).isSafe).toBe(true);
    expect(shownAt(ben, uid)).toBeUndefined();
  });

  test('is sent again to a server that was restored from before it', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid } = await refusedTake(ana, ben);
    ben.settle(uid, 'drop');
    await ben.round();
    const { pool } = server().deps;
    await pool.query('DELETE FROM attention_settlement WHERE uid = $1', [uid]);
    await pool.query('UPDATE command_result SET settled_at = NULL WHERE uid = $1', [uid]);
    await ben.round();
    expect(await records(uid)).toEqual([]);
    ben.db.write('UPDATE settlement SET known_epoch = known_epoch - 1').run({});
    await ben.round();
    expect(await records(uid)).toEqual(['dropped settled']);
  });

  test('that does it anyway is pushed as a command of its own and has its effect', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid, caseId } = await refusedTake(ana, ben);
    expect(ben.settle(uid, 'doItAnyway')).toMatchObject({ ok: true });
    expect(findCase(ben.db, caseId)).toMatchObject({ syncState: 'savedHere', case: { assigneeId: 'agent2' } });
    await ben.round();
    await ben.round();
    await ana.round();
    expect(findCase(ana.db, caseId)?.case.assigneeId).toBe('agent2');
    expect(await records(uid)).toEqual(['doItAnyway settled']);
    expect(ben.settle(uid, 'drop')).toMatchObject({ ok: false, reason: 'nothingToChange' });
  });

  test('that the server refuses opens the entry again', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid, caseId } = await refusedTake(ana, ben);
    ben.settle(uid, 'drop');
    ben.db.write(`UPDATE settlement SET by_staff = 'streets'`).run({});
    await ben.round();
    expect(await records(uid)).toEqual(['dropped refused']);
    expect(shownAt(ben, uid)).toBeDefined();
    expect(findCase(ben.db, caseId)?.syncState).toBe('needsAttention');
  });
});

describe('the list', () => {
  test('survives a reinstall: a new enrolment brings the author’s open entries back, with what was typed and the same keys', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2', 'Office')];
    const { uid, caseId } = await refusedTake(ana, ben);
    const again = await desk('agent2');
    await again.round();
    const item = shownAt(again, uid);
    expect(item).toMatchObject({ uid, stationName: 'Office', typed: 'Take the case', isCaseHere: true, reason: 'mine', actions: ['doItAnyway', 'keepAsNote', 'handOver', 'drop'] });
    expect(item?.sides).toMatchObject([{ field: 'assignee', mine: 'agent2', now: 'agent', changedBy: 'agent' }]);
    expect(findCase(again.db, caseId)?.syncState).toBe('needsAttention');
    expect(again.settle(uid, 'keepAsNote')).toMatchObject({ ok: true });
    expect(findCase(again.db, caseId)?.syncState).toBe('savedHere');
    await again.round();
    expect(shownAt(again, uid)).toBeUndefined();
    await ben.round();
    expect(shownAt(ben, uid)).toBeUndefined();
    expect(findCase(ben.db, caseId)?.case.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: 'Take the case' });
  });

  test('shows an entry once at the desk where it was entered, though the server sends it too', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid } = await refusedTake(ana, ben);
    await ben.round();
    await ben.round();
    expect(ben.items().filter((item) => item.uid === uid)).toHaveLength(1);
  });

  test('is nobody else’s: not on screen for a colleague at the same desk, not on the disk of another', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid } = await refusedTake(ana, ben);
    const other = await desk('streets');
    await other.round();
    expect(shownAt(other, uid)).toBeUndefined();
    await ben.signIn('agent');
    expect(shownAt(ben, uid)).toBeUndefined();
    expect(ben.settle(uid, 'drop')).toMatchObject({ ok: false, reason: 'notPermitted' });
  });

  test('leaves the disk with the person it was for', async () => {
    const copies = (at: AttentionDesk) => at.db.query<object, { count: number }>('SELECT count(*) AS count FROM attention_copy').get({})?.count;
    const { uid } = await refusedTake(await desk('agent'), await desk('agent2'));
    const third = await desk('agent2');
    await third.round();
    expect(shownAt(third, uid)).toBeDefined();
    expect(copies(third)).toBeGreaterThan(0);
    third.signOut();
    expect(copies(third)).toBe(0);
    await third.signIn('agent2');
    await third.round();
    expect(shownAt(third, uid)).toBeDefined();
  });

  test('passes an entry on: with a word from whom, off the giver’s list, settled for both', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid } = await refusedTake(ana, ben);
    expect(ben.settle(uid, 'handOver', 'commission')).toMatchObject({ ok: false, reason: 'notPermitted' });
    expect(ben.settle(uid, 'handOver', 'streets')).toMatchObject({ ok: true });
    expect(shownAt(ben, uid)).toBeUndefined();
    await ben.round();
    const receiver = await desk('streets');
    await receiver.round();
    expect(shownAt(receiver, uid)).toMatchObject({ handedBy: 'agent2', reason: 'handedToMe' });
    receiver.settle(uid, 'drop');
    await receiver.round();
    expect(await records(uid)).toEqual(['handedOver settled', 'dropped settled']);
    await ben.round();
    expect(ben.db.query<object, { count: number }>(`SELECT count(*) AS count FROM outbox WHERE state = 'refused' AND settled_at IS NULL`).get({})?.count).toBe(0);
  });

  test('shows a supervisor what has waited too long, and lets them settle it', async () => {
    const [ana, ben] = [await desk('agent'), await desk('agent2')];
    const { uid } = await refusedTake(ana, ben);
    const head = await desk('water.head');
    await head.round();
    expect(shownAt(head, uid)).toBeUndefined();
    await writeSetting(server().deps.pool, 'attentionSupervisorAfterHours', 1 / 3_600_000);
    await head.round();
    expect(shownAt(head, uid)).toMatchObject({ userId: 'agent2', reason: 'supervised' });
    head.settle(uid, 'drop');
    await head.round();
    await ben.round();
    expect(shownAt(ben, uid)).toBeUndefined();
    await writeSetting(server().deps.pool, 'attentionSupervisorAfterHours', 24);
  });
});
