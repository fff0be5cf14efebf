import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../src-shared/language/language.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { findCase, findCaseIdByNumber } from '../cases/case-queries.ts';
import { saveDraft, countDrafts } from '../drafts/drafts.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { countNumbersLeft } from './number-pool.ts';
import { chainHash, commandsAfter, countOutbox, markOutcome, requeueAfter } from './outbox-queries.ts';
import { findShadow } from './shadow.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk(3);
});
afterEach(() => {
  desk.close();
});

function mustOpen(more: Record<string, unknown> = {}) {
  const outcome = desk.give({ type: 'case.open', args: openArgs(more) });
  if (!outcome.ok || !outcome.trackingNumber) throw new Error('the case should have been taken');
  return { caseId: outcome.case.id, number: outcome.trackingNumber };
}

describe('taking a case', () => {
  it('puts case, number, outbox row and shadow on disk together', () => {
    const { caseId, number } = mustOpen();
    expect(findCaseIdByNumber(desk.db, number)).toBe(caseId);
    expect(findCase(desk.db, caseId)).toMatchObject({ syncState: 'savedHere', case: { trackingNumber: number } });
    expect(countNumbersLeft(desk.db)).toBe(2);
    expect(countOutbox(desk.db).queued).toBe(1);
    expect(findShadow(desk.db, caseId)).toEqual({ isKept: true, base: null });
  });

  it('has one effect when the same command comes twice, and the same answer', () => {
    const request = { type: 'case.open' as const, args: openArgs(), commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()) };
    const first = desk.give(request);
    expect(desk.give(request)).toEqual(first);
    expect(countOutbox(desk.db).queued).toBe(1);
    expect(countNumbersLeft(desk.db)).toBe(2);
  });

  it('removes its draft in the same transaction', () => {
    const draftId = randomUUID();
    saveDraft(desk.db, { draftId, isParked: false, title: '', body: {} }, utcMs(NOW));
    desk.give({ type: 'case.open', args: openArgs(), draftId });
    expect(countDrafts(desk.db)).toBe(0);
  });

  it('leaves nothing behind when it is refused: number, outbox and draft stay', () => {
    const draftId = randomUUID();
    saveDraft(desk.db, { draftId, isParked: false, title: '', body: {} }, utcMs(NOW));
    const before = readSyncState(desk.db);
    expect(desk.give({ type: 'case.open', args: openArgs({ serviceCode: 'UNKNOWN' }), draftId })).toMatchObject({ ok: false, reason: 'unknownService' });
    expect(countNumbersLeft(desk.db)).toBe(3);
    expect(readSyncState(desk.db)).toEqual(before);
    expect(countDrafts(desk.db)).toBe(1);
  });

  it('answers arguments it cannot read with what is wrong with them', () => {
    const outcome = desk.give({ type: 'case.open', args: openArgs({ channel: 'pigeon' }) });
    expect(outcome).toMatchObject({ ok: false, reason: 'invalidCommand' });
    expect(JSON.stringify(outcome)).toContain('Channel: One of these belongs here');
  });

  it('says it in Spanish where Spanish is spoken', () => {
    speak('es');
    const outcome = desk.give({ type: 'case.open', args: openArgs({ channel: 'pigeon', description: 7 }) });
    speak('en');
    expect(JSON.stringify(outcome)).toMatch(/Aquí va uno de estos: .*Aquí va un texto/);
    expect(JSON.stringify(outcome)).not.toMatch(/belongs|Invalid|expected/);
  });
});

describe('a clock that is wrong', () => {
  it('ten minutes fast refuses no call: what is past here is past', () => {
    desk.db.exec('UPDATE sync_state SET clock_offset_ms = -600000');
    const outcome = desk.give({ type: 'case.open', args: openArgs({ receivedAt: NOW + 900 }) });
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) expect(outcome.case.receivedAt).toBe(outcome.case.enteredAt);
  });

  it('does not let a date typed ahead pass', () => {
    expect(desk.give({ type: 'case.open', args: openArgs({ receivedAt: NOW + 86_400_000 }) })).toMatchObject({ ok: false, reason: 'receivedInFuture' });
  });
});

describe('when the leased numbers have run out', () => {
  it('issues from the workstation’s own range, each number once', () => {
    const numbers = Array.from({ length: 8 }, () => mustOpen().number);
    expect(new Set(numbers).size).toBe(8);
    expect(numbers.slice(0, 3).every((number) => number.startsWith('1'))).toBe(true);
    expect(numbers.slice(3).every((number) => number.startsWith('900007'))).toBe(true);
  });

  it('says so when that range is used up too, and takes no case', () => {
    desk.db.exec('DELETE FROM number_pool; UPDATE sync_state SET self_issued = 1000');
    expect(desk.give({ type: 'case.open', args: openArgs() })).toMatchObject({ ok: false, reason: 'noNumberLeft' });
    expect(countOutbox(desk.db).queued).toBe(0);
  });
});

it('chains the outbox: each hash is made from the one before', () => {
  const { caseId } = mustOpen();
  desk.give({ type: 'case.addNote', caseId, args: { text: 'one' } });
  desk.give({ type: 'case.addNote', caseId, args: { text: 'two' } });
  let previous = GENESIS_HASH;
  const rows = commandsAfter(desk.db, STATION, 0, 10);
  expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
  for (const row of rows) {
    expect(row.hash).toBe(chainHash(previous, row.seq, row.command));
    previous = row.hash;
  }
  expect(readSyncState(desk.db)).toMatchObject({ lastSeq: 3, lastHash: previous });
});

it('never hands out a seq again, also when the outbox has been emptied', () => {
  mustOpen();
  desk.db.exec('DELETE FROM outbox');
  mustOpen();
  expect(commandsAfter(desk.db, STATION, 0, 10).map((row) => row.seq)).toEqual([2]);
});

describe('the clock of the computer', () => {
  it('set forward by days while offline dates no call ahead: the window says how long ago it came in', () => {
    updateSyncState(desk.db, { clockOffsetMs: 0 });
    const window = NOW + 3 * DAY_MS;
    const outcome = desk.give({ type: 'case.open', args: openArgs({ receivedAt: window - MINUTE_MS }), windowNow: window });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.case.enteredAt - outcome.case.receivedAt).toBe(MINUTE_MS);
  });

  it('set back gives no date before what the server last said', () => {
    updateSyncState(desk.db, { serverNow: NOW + DAY_MS });
    const outcome = desk.give({ type: 'case.open', args: openArgs() });
    expect(outcome).toMatchObject({ ok: true, case: { enteredAt: NOW + DAY_MS } });
  });
});

describe('after the server was put back behind them', () => {
  it('refused commands wait again for its answer, unless somebody has settled them: those only keep their place', () => {
    const { caseId } = mustOpen();
    desk.give({ type: 'case.addNote', caseId: caseId as CaseId, args: { text: 'one' } });
    desk.give({ type: 'case.addNote', caseId: caseId as CaseId, args: { text: 'two' } });
    for (const seq of [2, 3]) markOutcome(desk.db, STATION, { seq, state: 'refused', code: 'notPermitted', detail: {} });
    desk.db.exec('UPDATE outbox SET settled_at = 1 WHERE seq = 3');
    requeueAfter(desk.db, STATION, 0);
    const rows = commandsAfter(desk.db, STATION, 0, 10);
    expect(rows.map(({ state, isWithdrawn }) => [state, isWithdrawn])).toEqual([['queued', false], ['queued', false], ['refused', true]]);
  });
});
