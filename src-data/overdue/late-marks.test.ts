import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS, type CommandType } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { viewOfCase } from '../cases/case-view.ts';
import { cityNow } from '../clock/city-clock.ts';
import { closeDatabase, openDatabase } from '../db/database.ts';
import { commandsAfter, countOutbox } from '../outbox/outbox-queries.ts';
import { applyPull } from '../sync/apply-pull.ts';
import { updateSyncState } from '../sync/sync-state.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { type LookPlace, noticeLateness } from './notice-lateness.ts';

let desk: Desk;
let rev = 1;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

function take(more: Record<string, unknown> = {}): Case {
  const outcome = desk.give({ type: 'case.open', args: openArgs(more) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}

/** The case as the server has it, after a colleague elsewhere gave a command. */
function atServer(current: Case, given: { readonly type: CommandType; readonly args: unknown; readonly madeAt: number }): Case {
  const userId = 'agent2';
  const command = Command.parse({ uid: randomUUID(), caseId: current.id, v: COMMAND_VERSIONS.get(given.type), userId, station: 'st-0000000000bb', ...given });
  const decision = decide(current, command, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, userId) ?? null });
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
}

/** The server's word at `at`, with its versions of cases, all commands of this desk included. */
function pull(cases: readonly Case[], at: number): void {
  rev += 1;
  const { seq, hash } = must(commandsAfter(desk.db, STATION, 0, 100).at(-1), 'something was given');
  const header = { epoch: 1, rev, mark: null, seq, hash, buckets: ['city'], reset: [], numbers: [], catalogue: null, ruleBooks: [], now: utcMs(at) };
  const lines = cases.map((current) => JSON.stringify(['r', 'city', current.id, true, current]));
  expect(applyPull(desk.db, { header, lines }, utcMs(at))).toMatchObject({ kind: 'applied' });
}

const promise = (current: Case): number => must(current.respondBy, 'an answer was promised');
const lateFacts = (caseId: string, db = desk.db) => must(viewOfCase(db, caseId, utcMs(NOW)), 'it is here').case.history.filter(({ kind }) => kind === 'wentOverdue');
const marks = (db = desk.db) => db.query<object, { factId: string; noticedAt: number }>('SELECT fact_id AS factId, noticed_at AS noticedAt FROM late_mark ORDER BY 1').all({});

describe('a promise that is missed while nobody is connected', () => {
  it('is noticed once, stands in the history at its time as not confirmed, and is sent to nobody', () => {
    const current = take();
    const due = promise(current);
    expect(noticeLateness(desk.db, due)).toEqual({ caseIds: [], next: null }); // kept at the very moment it is due is kept
    expect(noticeLateness(desk.db, due + MINUTE_MS)).toEqual({ caseIds: [current.id], next: null });
    const first = marks();
    expect(noticeLateness(desk.db, due + 2 * MINUTE_MS)).toEqual({ caseIds: [], next: null });
    expect(marks()).toEqual(first);
    desk.give({ type: 'case.addNote', caseId: current.id, args: { text: 'before it, by its time' } });

    const view = must(viewOfCase(desk.db, current.id, utcMs(NOW)), 'it is here');
    expect(view.case.history.map(({ kind }) => kind)).toEqual(['caseOpened', 'noteAdded', 'wentOverdue']);
    expect(view.case.lateness).toMatchObject([{ clock: 'respond', due, since: due }]);
    expect(view.pendingFactIds).toContain(`${current.id}.overdue-respond-${due}`);
    expect(findCase(desk.db, current.id)?.case.lateness).toEqual([]); // the document is the server's and the commands', nothing else
    expect(countOutbox(desk.db).queued).toBe(2);
  });

  it('stays noticed when the program is killed and started again', () => {
    const current = take();
    noticeLateness(desk.db, promise(current) + MINUTE_MS);
    const again = openDatabase(desk.path); // as the next start finds the file: nothing of the first one's memory
    expect(lateFacts(current.id, again)).toHaveLength(1);
    noticeLateness(again, promise(current) + HOUR_MS);
    expect(marks(again)).toEqual(marks());
    closeDatabase(again);
  });

  it('is still there, once, after the case was closed, reopened and given another date here', () => {
    const current = take();
    const late = promise(current) + HOUR_MS;
    noticeLateness(desk.db, late);
    const at = (type: CommandType, args: Record<string, unknown>): void => {
      updateSyncState(desk.db, { serverNow: utcMs(late) }); // commands are dated after what the server last said
      expect(desk.give({ type, caseId: current.id, args })).toMatchObject({ ok: true });
      expect(lateFacts(current.id)).toHaveLength(1);
    };
    at('case.close', { disposition: 'RESOLVED', closingNote: 'Done', completionDate: null });
    at('case.reopen', { reason: 'Not done' });
    const basis = { receivedAt: current.fieldVersions['receivedAt'] };
    at('case.edit', { changes: { receivedAt: NOW - HOUR_MS }, basis });
  });
});

describe('a look at more cases than one step takes', () => {
  /** All steps of a look at `at`: the cases of each. */
  function look(at: number, between: () => void = () => undefined): readonly (readonly string[])[] {
    const steps: (readonly string[])[] = [];
    for (let place: LookPlace | null | undefined; place !== null; between()) {
      const { caseIds, next } = noticeLateness(desk.db, at, place);
      steps.push(caseIds);
      place = next;
    }
    return steps;
  }

  it('notices each once, whatever else is written between its steps, and the next look finds what was written', () => {
    const cases = Array.from({ length: 40 }, () => take());
    const late = Math.max(...cases.map(promise)) + MINUTE_MS;
    updateSyncState(desk.db, { serverNow: utcMs(late) });
    const [firstTaken] = cases;
    const given = { type: 'case.addNote', caseId: must(firstTaken, 'taken').id, args: { text: 'meanwhile' } } as const;
    const steps = look(late, () => void desk.give(given));
    expect(Math.max(...steps.map(({ length }) => length))).toBeLessThanOrEqual(12);
    expect(steps.flat().toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
    expect(marks()).toHaveLength(40);
    expect(look(late + MINUTE_MS).flat()).toEqual([]);
  });

  it('drops in steps what turns out to be of a moment to come', () => {
    const cases = Array.from({ length: 300 }, () => take());
    const last = Math.max(...cases.map(promise));
    look(last + MINUTE_MS);
    expect(marks()).toHaveLength(300);
    const early = utcMs(Math.min(...cases.map(promise)) - HOUR_MS);
    pull(cases, early); // the server speaks: it is earlier
    expect(look(early).flat().toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
    expect(marks()).toEqual([]);
  });
});

describe('when the server’s word comes', () => {
  it('the mark goes with the version that states the same, and the history has it once', () => {
    const current = take();
    const late = promise(current) + HOUR_MS;
    noticeLateness(desk.db, late);
    pull([current], late + MINUTE_MS); // its own clock has not looked yet
    expect(lateFacts(current.id)).toHaveLength(1);
    pull([atServer(current, { type: 'case.addNote', args: { text: 'seen' }, madeAt: late + MINUTE_MS })], late + 2 * MINUTE_MS);
    expect(marks()).toEqual([]);
    const view = must(viewOfCase(desk.db, current.id, utcMs(NOW)), 'it is here');
    expect(view.case.history.map(({ kind }) => kind)).toEqual(['caseOpened', 'wentOverdue', 'noteAdded']);
    expect(view.pendingFactIds).toEqual([]);
  });

  it('the mark goes when a colleague elsewhere had answered in time', () => {
    const current = take();
    const late = promise(current) + HOUR_MS;
    noticeLateness(desk.db, late);
    const reached = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: 'Told' };
    pull([atServer(current, { type: 'case.logContact', args: reached, madeAt: promise(current) - HOUR_MS })], late);
    expect([marks(), lateFacts(current.id)]).toEqual([[], []]);
    expect(noticeLateness(desk.db, late + MINUTE_MS).caseIds).toEqual([]);
  });

  it('the mark stays while the case has something of this desk that is not confirmed', () => {
    const current = take();
    const late = promise(current) + HOUR_MS;
    pull([current], NOW + MINUTE_MS);
    noticeLateness(desk.db, late);
    desk.give({ type: 'case.addNote', caseId: current.id, args: { text: 'here' } });
    expect([marks().length, lateFacts(current.id).length]).toEqual([1, 1]);
  });

  it('the mark leaves the disk together with a case that leaves this workstation', () => {
    const current = take();
    noticeLateness(desk.db, promise(current) + HOUR_MS);
    pull([], promise(current) + HOUR_MS);
    expect([findCase(desk.db, current.id), marks()]).toEqual([null, []]);
  });
});

describe('a clock that is wrong by a year', () => {
  const YEAR = 365 * DAY_MS;

  it('makes nothing late when the server has said how wrong it is', () => {
    const current = take();
    updateSyncState(desk.db, { clockOffsetMs: -YEAR });
    expect(noticeLateness(desk.db, NOW + YEAR + HOUR_MS).caseIds).toEqual([]);
    expect(cityNow(desk.db, NOW + YEAR + HOUR_MS)).toBe(NOW + HOUR_MS);
    expect(noticeLateness(desk.db, promise(current) + YEAR + MINUTE_MS).caseIds).toEqual([current.id]);
  });

  it('brings the city’s time on by two weeks at most when it was set while the computer was off, until the server speaks', () => {
    const [soon, later] = [take(), take({ receivedAt: NOW })];
    pull([soon, later], NOW + MINUTE_MS);
    noticeLateness(desk.db, NOW + 2 * MINUTE_MS);
    expect(cityNow(desk.db, NOW + YEAR)).toBeLessThanOrEqual(NOW + 2 * MINUTE_MS + 14 * DAY_MS);
    expect(noticeLateness(desk.db, NOW + YEAR).caseIds).toHaveLength(2);
    pull([], NOW + 3 * MINUTE_MS); // it speaks: hardly a minute has gone by, so nothing was missed
    noticeLateness(desk.db, NOW + 3 * MINUTE_MS);
    expect([marks(), lateFacts(soon.id)]).toEqual([[], []]);
  });

  it('does not take back what was missed when it is set back', () => {
    const current = take();
    noticeLateness(desk.db, promise(current) + HOUR_MS);
    noticeLateness(desk.db, NOW - YEAR);
    expect(marks()).toHaveLength(1);
  });
});
