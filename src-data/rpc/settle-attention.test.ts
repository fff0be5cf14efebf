import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { AttentionAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { CaseId, CommandId, StaffId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { markOutcome, noteCode, syncStateOfCase } from '../outbox/outbox-queries.ts';
import { beginSession } from '../session/session.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import { attentionItems } from '../sync/attention.ts';
import { waitingSettlements } from '../sync/settlements.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { settleAttention } from './settle-attention.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  signIn('agent');
});
afterEach(() => desk.close());

const now = () => utcMs(NOW + 3_600_000);
function signIn(staffId: string): void {
  beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === staffId), staffId), 'server', utcMs(NOW));
}
const items = (staffId = 'agent') => attentionItems(desk.db, { catalogue: SMALL_CITY, staffId, now: now() });
const settle = (uid: string, action: AttentionAction, to?: string) => settleAttention({ db: desk.db, now }, { uid: CommandId.parse(uid), action, to: to === undefined ? null : StaffId.parse(to) });
const first = (staffId?: string) => must(items(staffId)[0], 'something needs attention');

function taken(more: Record<string, unknown> = {}) {
  const outcome = desk.give({ type: 'case.open', args: openArgs(more) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}
/** The server's word on the command with this seq, as a pull would write it. */
function refused(seq: number, code: string, caseId: string): void {
  markOutcome(desk.db, STATION, { seq, state: 'refused', code, detail: {} });
  showAfterSettling(desk.db, caseId);
}

describe('a number that was given out twice', () => {
  it('is listed with the contact and the new number, and one key says that they know', () => {
    const { id, trackingNumber } = taken();
    desk.db.write(`UPDATE outbox SET state = 'confirmed'`).run({});
    desk.db.write('DELETE FROM shadow').run({}); // as the pull that confirms it does
    const to = taken().trackingNumber;
    noteCode(desk.db, STATION, { seq: 1, code: 'renumbered', detail: { from: trackingNumber, to, otherCaseId: null } });
    expect(syncStateOfCase(desk.db, id)).toBe('needsAttention');
    expect(first()).toMatchObject({ status: 'renumbered', actions: ['calledBack', 'handOver'], callBack: expect.stringContaining('555-0142') as string });
    const shown = (number: string) => `${number.slice(0, 2)}-${number.slice(2, 6)}-${number.slice(6)}`;
    expect(first().sentence).toContain(`Call back: ${shown(trackingNumber)} was also given to another citizen; this case now has ${shown(to)}.`);
    expect(settle(first().uid, 'drop')).toMatchObject({ ok: false, reason: 'notPermitted' });
    expect(settle(first().uid, 'calledBack')).toMatchObject({ ok: true });
    expect(items()).toEqual([]);
    expect(findCase(desk.db, id)?.case.trackingNumber).toBe(trackingNumber);
    expect(waitingSettlements(desk.db)).toMatchObject([{ action: 'calledBack', seq: 1, ofStation: STATION, by: 'agent', to: null }]);
  });
});

describe('a refused opening', () => {
  it('is opened again under a new number, and what was said on the old one goes to the new one', () => {
    const { id, trackingNumber } = taken();
    desk.give({ type: 'case.addNote', caseId: CaseId.parse(id), args: { text: 'By the school' } });
    refused(1, 'trackingNumberTaken', id);
    refused(2, 'caseNotFound', id);
    const [opening, note] = items();
    expect(opening).toMatchObject({ commandType: 'case.open', callBack: expect.any(String) as string });
    const reply = settle(must(opening, 'the opening').uid, 'doItAnyway');
    if (!reply.ok) throw new Error(reply.sentence);
    expect(reply.trackingNumber).not.toBe(trackingNumber);
    expect(findCase(desk.db, id)).toBeNull();
    expect(first()).toMatchObject({ uid: note?.uid, isCaseHere: true, actions: ['doItAnyway', 'keepAsNote', 'handOver', 'drop'] });
    expect(settle(first().uid, 'doItAnyway')).toMatchObject({ ok: true });
    const moved = desk.db.query<object, { caseId: string }>(`SELECT case_id AS caseId FROM outbox WHERE type = 'case.open' AND settled_at IS NULL`).get({});
    expect(findCase(desk.db, must(moved, 'the new case').caseId)?.case.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: 'By the school' });
    expect(items()).toEqual([]);
  });

  it('is kept whole when there is no way to do it: the decision changes nothing', () => {
    const { id } = taken();
    refused(1, 'unknownService', id);
    desk.db.write(`UPDATE outbox SET command = replace(command, '"QUESTION"', '"GONE"')`).run({});
    const { uid } = first();
    expect(settle(uid, 'doItAnyway')).toMatchObject({ ok: false, reason: 'unknownService' });
    expect(waitingSettlements(desk.db)).toEqual([]);
    expect(first().uid).toBe(uid);
  });
});

describe('somebody else’s entry', () => {
  it('that was handed over is theirs at this desk too; a taking done for a colleague is theirs, not the helper’s', () => {
    const { id } = taken();
    desk.give({ type: 'case.take', caseId: CaseId.parse(id), args: { seenAssigneeId: null } });
    refused(2, 'takenBySomeoneElse', id);
    const { uid } = first();
    expect(settle(uid, 'handOver', 'agent2')).toMatchObject({ ok: true });
    expect(items()).toEqual([]);
    signIn('agent2');
    expect(first('agent2')).toMatchObject({ uid, reason: 'handedToMe', handedBy: 'agent' });
    expect(settle(uid, 'doItAnyway')).toMatchObject({ ok: true });
    expect(findCase(desk.db, id)?.case.assigneeId).toBe('agent');
  });

  it('is shown to a supervisor only when it is due, and never about a sealed case they may not see', () => {
    const { id } = taken({ departmentCode: 'WATER' });
    desk.give({ type: 'case.take', caseId: CaseId.parse(id), args: { seenAssigneeId: null } });
    refused(2, 'takenBySomeoneElse', id);
    expect(items('water.head')).toEqual([]);
    const later = (staffId: string) => attentionItems(desk.db, { catalogue: SMALL_CITY, staffId, now: utcMs(NOW + 30 * 3_600_000) });
    expect(later('water.head')).toMatchObject([{ reason: 'supervised' }]);
    expect(later('admin')).toMatchObject([{ reason: 'supervised' }]);
    expect(later('streets')).toEqual([]);
    const sealed = taken({ departmentCode: 'WATER', isSealed: true });
    refused(3, 'notPermitted', sealed.id);
    expect(items('water.head').map(({ caseId }) => caseId)).toEqual([sealed.id]);
    expect(later('admin').map(({ caseId }) => caseId)).not.toContain(sealed.id);
  });
});
