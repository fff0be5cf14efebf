import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { commandsAfter, countOutbox, markOutcome, requeueAfter, syncStateOfCase } from '../outbox/outbox-queries.ts';
import { beginSession } from '../session/session.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import { attentionItems } from '../sync/attention.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { mergeCases, unmergeCases } from './merge-cases.ts';
import { settleAttention } from './settle-attention.ts';

let desk: Desk;
const now = () => utcMs(NOW + 3_600_000);
const id = () => CommandId.parse(randomUUID());
beforeEach(() => {
  desk = openDesk();
  beginSession(desk.db, must(SMALL_CITY.staff.find((member) => member.id === 'agent'), 'agent'), 'server', utcMs(NOW));
});
afterEach(() => desk.close());

function taken(): Case {
  const outcome = desk.give({ type: 'case.open', args: openArgs() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}
const shown = ({ id: caseId }: Case): Case => must(findCase(desk.db, caseId), 'the case is here').case;
const mergeInput = (from: Case, into: Case) => ({
  ...{ commandId: id(), otherCommandId: id(), caseId: from.id },
  args: { intoCaseId: into.id, intoTrackingNumber: into.trackingNumber, reason: '', isIntoClosed: false },
});
const merge = (from: Case, into: Case) => mergeCases({ db: desk.db, now }, mergeInput(from, into));

describe('merging at a workstation', () => {
  it('is both halves in one transaction, once, however often it is sent; and so is undoing it', () => {
    const [a, b] = [taken(), taken()];
    const input = mergeInput(a, b);
    expect([mergeCases({ db: desk.db, now }, input), mergeCases({ db: desk.db, now }, input)]).toEqual([{ ok: true, caseId: a.id }, { ok: true, caseId: a.id }]);
    expect(countOutbox(desk.db).queued).toBe(4);
    expect([shown(a).mergedInto?.caseId, shown(b).absorbed.map(({ trackingNumber }) => trackingNumber)]).toEqual([b.id, [a.trackingNumber]]);
    const undo = { commandId: id(), otherCommandId: id(), caseId: a.id, args: { reason: 'Two holes', fromCaseId: b.id } };
    expect([unmergeCases({ db: desk.db, now }, undo).ok, unmergeCases({ db: desk.db, now }, undo).ok]).toEqual([true, true]);
    expect([shown(a).mergedInto, shown(b).absorbed, countOutbox(desk.db).queued]).toEqual([null, [], 6]);
  });

  it('is neither half when one is refused', () => {
    const [a, b, c] = [taken(), taken(), taken()];
    expect(merge(b, c).ok).toBe(true);
    const before = countOutbox(desk.db).queued;
    expect(merge(a, b)).toMatchObject({ ok: false, reason: 'intoMerged', sentence: expect.stringContaining('has become part of') as string });
    expect([shown(a).mergedInto, shown(b).absorbed, countOutbox(desk.db).queued]).toEqual([null, [], before]);
  });
});

describe('a merge that the server refused', () => {
  /** The server's words on the last two commands, as a pull would write them. */
  function refused(a: Case, b: Case, code: string): void {
    const { length } = commandsAfter(desk.db, STATION, 0, 100);
    markOutcome(desk.db, STATION, { seq: length - 1, state: 'refused', code, detail: { trackingNumber: b.trackingNumber } });
    markOutcome(desk.db, STATION, { seq: length, state: 'refused', code: 'mergeRefused', detail: {} });
    for (const current of [a, b]) showAfterSettling(desk.db, current.id);
  }
  const items = () => attentionItems(desk.db, { catalogue: SMALL_CITY, staffId: 'agent', now: now() });

  it('is one thing to decide, and done anyway it is both halves again', () => {
    const [a, b] = [taken(), taken()];
    merge(a, b);
    refused(a, b, 'intoClosed');
    expect(items()).toMatchObject([{ commandType: 'case.merge', caseId: a.id, actions: ['doItAnyway', 'keepAsNote', 'handOver', 'drop'] }]);
    expect([syncStateOfCase(desk.db, a.id), syncStateOfCase(desk.db, b.id)]).toEqual(['needsAttention', 'savedHere']);
    expect(settleAttention({ db: desk.db, now }, { uid: must(items()[0], 'an entry').uid as CommandId, action: 'doItAnyway', to: null }).ok).toBe(true); // safe: the id of a command
    expect([shown(a).mergedInto?.caseId, shown(b).absorbed.map(({ caseId }) => caseId)]).toEqual([b.id, [a.id]]);
  });

  it('waits whole for an answer again when the server was restored', () => {
    const [a, b] = [taken(), taken()];
    merge(a, b);
    refused(a, b, 'intoClosed');
    requeueAfter(desk.db, STATION, 2);
    expect(commandsAfter(desk.db, STATION, 2, 10).map(({ state, isWithdrawn }) => [state, isWithdrawn])).toEqual([['queued', false], ['queued', false]]);
  });
});
