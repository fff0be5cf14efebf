import { describe, expect, test } from 'vitest';
import { must } from '../../../src-shared/util/assert.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { verifyEveryHistory } from '../../backup/verify-every-history.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readClock } from '../../feed/clock.ts';
import { grantBuckets, revokeBuckets } from '../../feed/grants.ts';
import { useServer } from '../../testing/test-server.ts';
import { openArgs, TestStation } from '../../testing/test-station.ts';
import { compaction } from './compaction.ts';

const server = useServer();
const unstopped = new AbortController().signal;
const pool = () => server().deps.pool;

/** Compacts as if so many days had passed. */
const compactAfter = (days: number) => compaction({ pool: pool(), now: () => utcMs(Date.now() + days * DAY_MS) }).work(unstopped);

async function departmentStation(name: string): Promise<TestStation> {
  const station = await TestStation.enrol(server().app, name);
  await inTransaction(pool(), {}, async (tx) => {
    await revokeBuckets(tx, station.id, ['city'], server().deps.now());
    await grantBuckets(tx, station.id, ['dept:STREETS'], server().deps.now());
  });
  await station.pull();
  return station;
}

/** A case of STREETS that the desk opens; `transfer` takes it out of that department's bucket. */
async function openCase(desk: TestStation): Promise<string> {
  const { caseId } = desk.give('case.open', openArgs(await desk.takeNumber()));
  await desk.push();
  return caseId;
}

async function transfer(desk: TestStation, caseId: string): Promise<void> {
  const args = { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: 'A pipe' };
  desk.give('case.transfer', args, { caseId });
  expect(await desk.pushOutcomes()).toEqual(['accepted']);
}

describe('rows of cases that left a bucket', () => {
  test('older than 90 days they go, and a station that was away longer fills its bucket anew and ends up right', async () => {
    const desk = await TestStation.enrol(server().app);
    const [away, here] = [await departmentStation('away'), await departmentStation('here')];
    const [kept, moved] = [await openCase(desk), await openCase(desk)];
    for (const station of [away, here]) await station.pull();
    await transfer(desk, moved);
    await here.pull();
    expect([away.cases.has(moved), here.cases.has(moved)]).toEqual([true, false]);

    expect(await compactAfter(89)).toMatchObject({ exits: 0 });
    expect(await compactAfter(91)).toMatchObject({ exits: 1 });
    const { minRev, rev } = await readClock(pool());
    expect(minRev).toBe(rev);

    const upToDate = await here.pull();
    const returned = await away.pull();
    expect([upToDate.header.reset, returned.header.reset]).toEqual([[], ['dept:STREETS']]);
    for (const station of [away, here]) expect([...station.cases.keys()]).toEqual([kept]);
    expect(await compactAfter(91)).toMatchObject({ exits: 0 });
  });

  test('nobody is reset when nothing was dropped', async () => {
    const desk = await TestStation.enrol(server().app);
    await desk.pull();
    await openCase(desk);
    const before = await readClock(pool());
    await compactAfter(91);
    expect((await readClock(pool())).minRev).toBe(before.minRev);
    expect((await desk.pull()).header.reset).toEqual([]);
  });
});

describe('results of commands', () => {
  /** A desk with `notes` notes on one case, all from `daysAgo`, that was last here today. */
  async function oldDesk(notes: number, daysAgo: number): Promise<{ readonly desk: TestStation; readonly caseId: string }> {
    const desk = await TestStation.enrol(server().app);
    const { caseId } = desk.give('case.open', openArgs(await desk.takeNumber()));
    for (let at = 0; at < notes; at += 1) desk.give('case.addNote', { text: `note ${at}` }, { caseId });
    while (desk.sent < desk.outbox.length) await desk.push(desk.sent + 1, desk.sent + 200);
    await pool().query('UPDATE command_result SET received_at = received_at - $2::bigint WHERE station = $1', [desk.id, daysAgo * DAY_MS]);
    return { desk, caseId };
  }

  const kept = async (desk: TestStation) => {
    const { rows } = await pool().query<{ seq: number }>('SELECT seq FROM command_result WHERE station = $1 ORDER BY seq', [desk.id]);
    return rows.map(({ seq }) => seq);
  };

  test('old acceptances go but for the last thousand; a disk image as old sends them again without a second effect', async () => {
    const { desk, caseId } = await oldDesk(1_100, 401);
    const image = desk.clone();
    expect(await compactAfter(0)).toMatchObject({ commandResults: 101 });
    expect(await kept(desk)).toEqual(Array.from({ length: 1_000 }, (_, at) => 102 + at));

    // The station itself notices nothing: a repeat of its last push, and a new command.
    expect((await desk.push(1_002, 1_101)).results).toHaveLength(100);
    desk.give('case.addNote', { text: 'today' }, { caseId });
    expect(await desk.pushOutcomes()).toEqual(['accepted']);

    // The image is told that the histories have parted, and the history does not go back so far.
    const answer = await image.pushRaw(2, 50);
    expect([answer.statusCode, answer.json<{ why: string }>().why]).toEqual([409, 'fork']);
    const history = (await image.request('GET', '/sync/v1/history?from=0')).json<{ rows: readonly { seq: number }[] }>();
    expect(history.rows[0]?.seq).toBe(102);

    // So it enrols anew and sends again, under the old ids.
    const again = await TestStation.enrol(server().app, 'from an image');
    for (const { command } of image.outbox.slice(0, 50)) again.append({ ...(command as object), station: again.id });
    expect(await again.pushOutcomes()).toEqual(Array.from({ length: 50 }, () => 'accepted'));
    const { rows } = await pool().query<{ entries: number }>('SELECT count(*)::int AS entries FROM audit WHERE case_id = $1', [caseId]);
    expect(rows).toEqual([{ entries: 1_102 }]);
    expect(await verifyEveryHistory(pool(), unstopped)).toMatchObject({ ok: true });

    // Another command under a dropped id is refused as ever.
    const { uid } = must(image.outbox[5], 'the image has it').command as { uid: string };
    again.give('case.addNote', { text: 'something else' }, { caseId, uid });
    expect(await again.pushOutcomes()).toEqual(['refused invalidCommand']);
  });

  test('refusals stay, and so does everything a station has perhaps not heard of', async () => {
    await compactAfter(0); // what the test before has left
    const { desk } = await oldDesk(1_010, 401);
    const refusedSeq = 1;
    await pool().query(`UPDATE command_result SET status = 'refused', code = 'alreadyClosed' WHERE station = $1 AND seq = $2`, [desk.id, refusedSeq]);
    await pool().query('UPDATE station SET last_seen_at = last_seen_at - $2::bigint WHERE id = $1', [desk.id, 401 * DAY_MS]);
    expect(await compactAfter(0)).toMatchObject({ commandResults: 0 });
    await pool().query('UPDATE station SET last_seen_at = $2 WHERE id = $1', [desk.id, Date.now()]);
    expect(await compactAfter(0)).toMatchObject({ commandResults: 10 });
    expect((await kept(desk))[0]).toBe(refusedSeq);
    expect(await kept(desk)).toHaveLength(1_001);
  });
});

test('expired sessions go, the others stay', async () => {
  const insert = 'INSERT INTO session (token_hash, staff_id, created_at, expires_at) VALUES ($1, $2, 0, $3)';
  await pool().query(insert, [Buffer.from('old'), 'agent', Date.now() - 1]);
  await pool().query(insert, [Buffer.from('good'), 'agent', Date.now() + DAY_MS]);
  expect(await compactAfter(0)).toMatchObject({ sessions: 1 });
  expect((await pool().query('SELECT expires_at FROM session')).rowCount).toBe(1);
});
