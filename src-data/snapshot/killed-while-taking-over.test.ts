import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { countCases, findCase, findCaseIdByNumber } from '../cases/case-queries.ts';
import { soundnessProblem } from '../db/backup.ts';
import { openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { countNumbersLeft } from '../outbox/number-pool.ts';
import { commandsAfter, hashAt, markSent } from '../outbox/outbox-queries.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { readCursors } from '../sync/buckets.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { fillRecords } from './fill-records.ts';
import { type FileCut, takeOver } from './take-over.ts';

const PROGRAM = join(import.meta.dirname, '..', 'testing', 'take-over-killed.ts');
const BEFORE_RENAME = ['own tables copied', 'new file complete', 'old file has no log', 'old file closed'];
const AFTER_RENAME = ['renamed', 'opened'];

const folder = mkdtempSync(join(tmpdir(), 'portreeve-take-over-'));
const finished = join(folder, 'finished.sqlite');
const [recordsPath, nextPath] = [join(folder, 'records.sqlite'), join(folder, 'next.sqlite')];
let desk: Desk;
/** Three cases taken at the desk: the first is in the file (sent and accepted), the second sent, the third not yet. */
let taken: readonly { readonly caseId: string; readonly number: string }[];
let cut: FileCut;

async function* linesOf(desks: readonly unknown[]): AsyncIterable<Uint8Array> {
  const header = { h: { epoch: 1, rev: 50, mark: 'abc', seq: 0, hash: '0'.repeat(64), buckets: ['city'], reset: [], numbers: [], catalogue: SMALL_CITY, now: NOW } };
  const text = [header, ...desks.map((document) => ['r', 'city', (document as { id: string }).id, true, document])].map((line) => `${JSON.stringify(line)}\n`).join('');
  yield Buffer.from(`${text}${JSON.stringify({ end: 50, rows: desks.length, crc: crc32(text) })}\n`);
}

beforeAll(async () => {
  desk = openDesk(20);
  const others = openDesk(20);
  taken = [1, 2, 3].map((nth) => {
    const outcome = desk.give({ type: 'case.open', args: openArgs({ description: `Taken here, ${nth}` }), takesNumber: true });
    if (!outcome.ok) throw new Error(outcome.reason);
    return { caseId: outcome.case.id, number: must(outcome.trackingNumber, 'opening takes a number') };
  });
  markSent(desk.db, STATION, 2);
  saveSetting(desk.db, 'printer', { target: { kind: 'none' }, columns: 42, codePage: 'cp858' });
  const atServer = must(findCase(desk.db, must(taken[0], 'three were taken').caseId), 'it is shown').case;
  // The others' numbers come from a range of their own.
  const theirs = Array.from({ length: 5 }, (_, nth) => ({ ...atServer, id: `00000000-0000-4000-8000-00000000000${nth}`, trackingNumber: `20000000${nth}0`, description: `From the server ${nth}` }));
  await fillRecords({ path: finished, body: linesOf([atServer, ...theirs]) });
  others.close();
  const seq = must(commandsAfter(desk.db, STATION, 0, 1)[0], 'the first command');
  cut = { epoch: 1, rev: 50, mark: 'abc', seq: seq.seq, hash: must(hashAt(desk.db, STATION, seq.seq), 'it is chained'), buckets: ['city'], closedSince: null };
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
});

afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) for (const path of [recordsPath, nextPath]) rmSync(path + suffix, { force: true });
  copyFileSync(desk.path, recordsPath);
  copyFileSync(finished, nextPath);
});

function reopened(): WriteDb {
  const db = openDatabase(recordsPath);
  migrate(db);
  return db;
}

function expectNothingLost(db: WriteDb): void {
  for (const { caseId, number } of taken) expect(findCaseIdByNumber(db, number)).toBe(caseId);
  expect(commandsAfter(db, STATION, 0, 10).map((row) => row.seq)).toEqual([1, 2, 3]);
  expect(countNumbersLeft(db)).toBe(17);
  expect(readSyncState(db)).toMatchObject({ station: STATION, lastSeq: 3, enrolment: 7 });
  expect(readSetting(db, 'printer')).toMatchObject({ columns: 42 });
}

function expectTaken(db: WriteDb): void {
  expect(countCases(db)).toBe(8);
  expect(readCursors(db)).toEqual({ city: 50 });
  expect(readSyncState(db)).toMatchObject({ cutRev: 50, cutMark: 'abc' });
  expect(taken.map(({ caseId }) => findCase(db, caseId)?.syncState)).toEqual(['confirmed', 'sent', 'savedHere']);
  expect(commandsAfter(db, STATION, 0, 10).map((row) => row.state)).toEqual(['confirmed', 'sent', 'queued']);
}

it('takes the file over with everything of the workstation’s own, and goes on with the same connection', () => {
  const db = reopened();
  expect(takeOver({ db, recordsPath, nextPath, cut, now: utcMs(NOW) })).toEqual({ kind: 'taken', caseCount: 8 });
  expectNothingLost(db);
  expectTaken(db);
  db.raw.close();
  expect(existsSync(nextPath)).toBe(false);
  expect(soundnessProblem(recordsPath)).toBeNull();
});

describe('killed', () => {
  it.each(BEFORE_RENAME)('when %s: the records are as they were, and the next attempt takes the file over', async (boundary) => {
    killAt(boundary);
    const db = reopened();
    expectNothingLost(db);
    expect(countCases(db)).toBe(3);
    // Whatever was done to the finished file is thrown away: it is prepared again.
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(nextPath + suffix, { force: true });
    copyFileSync(finished, nextPath);
    expect(takeOver({ db, recordsPath, nextPath, cut, now: utcMs(NOW) }).kind).toBe('taken');
    expectNothingLost(db);
    expectTaken(db);
    db.raw.close();
  });

  it.each(AFTER_RENAME)('when %s: the new records are whole', (boundary) => {
    killAt(boundary);
    expect(soundnessProblem(recordsPath)).toBeNull();
    const db = reopened();
    expectNothingLost(db);
    expectTaken(db);
    db.raw.close();
  });
});

describe('is left alone', () => {
  it.each([
    ['of another epoch', { epoch: 2 }, 'epoch'],
    ['of commands that are not this disk’s', { hash: 'f'.repeat(64) }, 'fork'],
  ] as const)('a file %s', (_name, change, why) => {
    const db = reopened();
    expect(takeOver({ db, recordsPath, nextPath, cut: { ...cut, ...change }, now: utcMs(NOW) })).toEqual({ kind: 'unfit', why });
    expectNothingLost(db);
    expect(existsSync(nextPath)).toBe(true);
    db.raw.close();
  });
});

function killAt(boundary: string): void {
  const ended = spawnSync(process.execPath, [PROGRAM, recordsPath, nextPath, JSON.stringify(cut), boundary], { encoding: 'utf8' });
  expect({ signal: ended.signal, stderr: ended.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
}
