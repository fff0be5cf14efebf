import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Command } from '../../src-shared/commands/index.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { replay } from '../../src-shared/domain/replay.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { arbitraryCommand, CASE_ID, seeing } from '../../src-shared/testing/arbitrary-commands.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { countNumbersLeft } from '../outbox/number-pool.ts';
import { appendToOutbox, commandsAfter, countOutbox, pendingOfCase } from '../outbox/outbox-queries.ts';
import { findShadow } from '../outbox/shadow.ts';
import { type Desk, leasedNumbers, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { applyPull } from './apply-pull.ts';
import { attentionItems } from './attention.ts';
import { readCursors } from './buckets.ts';
import type { PullAnswer } from './pull-stream.ts';
import { readSyncState } from './sync-state.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const at = utcMs(NOW);
const context = (command: Command) => ({ catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, command.userId) ?? null });

/** A pull answer as the server would send it; the rows are cases as they are in the bucket `city`. */
function answer(rev: number, rows: readonly (Case | { readonly gone: string })[], more: { readonly seq?: number; readonly buckets?: string[]; readonly results?: unknown[] } = {}): PullAnswer {
  const seq = more.seq ?? 0;
  const hash = seq === 0 ? GENESIS_HASH : (commandsAfter(desk.db, STATION, seq - 1, 1)[0]?.hash ?? '');
  const lines = rows.map((row) => JSON.stringify('gone' in row ? ['r', 'city', row.gone, false, null] : ['r', 'city', (row as Case).id, true, row]));
  return {
    header: { epoch: 1, rev, mark: null, seq, hash, buckets: more.buckets ?? ['city'], reset: [], numbers: [], catalogue: null, ruleBooks: [], now: at },
    lines: [...lines, ...(more.results ?? []).map((result) => JSON.stringify(result))],
  };
}

function take(): Case {
  const outcome = desk.give({ type: 'case.open', args: openArgs() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}

describe('a pull', () => {
  it('confirms a case taken here, and drops its shadow', () => {
    const current = take();
    expect(applyPull(desk.db, answer(5, [current], { seq: 1 }), at)).toMatchObject({ kind: 'applied' });
    expect(findCase(desk.db, current.id)).toEqual({ case: current, syncState: 'confirmed' });
    expect(findShadow(desk.db, current.id).isKept).toBe(false);
    expect(countOutbox(desk.db)).toEqual({ queued: 0, sent: 0, oldestAt: null });
    expect(readCursors(desk.db)).toEqual({ city: 5 });
  });

  it('puts what is still pending on top of what came', () => {
    const base = take();
    applyPull(desk.db, answer(5, [base], { seq: 1 }), at);
    desk.give({ type: 'case.addNote', caseId: base.id, args: { text: 'mine, not sent' } });
    const theirs = Command.parse({ ...envelope(base.id), type: 'case.take', args: { seenAssigneeId: null }, userId: 'agent2' });
    const changed = decide(base, theirs, context(theirs));
    if (!changed.ok) throw new Error(changed.reason);
    applyPull(desk.db, answer(6, [changed.next], { seq: 1 }), at);
    const shown = findCase(desk.db, base.id);
    expect(shown?.case.assigneeId).toBe('agent2');
    expect(shown?.case.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: 'mine, not sent' });
    expect(shown?.syncState).toBe('savedHere');
  });

  it('is refused whole when the server has other commands under this station’s numbers', () => {
    take();
    const stranger = answer(5, [], { seq: 1 });
    const forked = { ...stranger, header: { ...stranger.header, hash: 'f'.repeat(64) } };
    expect(applyPull(desk.db, forked, at)).toEqual({ kind: 'fork' });
    expect(readSyncState(desk.db).cutRev).toBe(0);
  });

  it('older than what is shown, or of another epoch, changes nothing', () => {
    applyPull(desk.db, answer(5, []), at);
    expect(applyPull(desk.db, answer(4, []), at)).toEqual({ kind: 'stale' });
    const other = answer(9, []);
    expect(applyPull(desk.db, { ...other, header: { ...other.header, epoch: 2 } }, at)).toEqual({ kind: 'otherEpoch' });
    expect(readSyncState(desk.db).cutRev).toBe(5);
  });

  it('takes away cases of a bucket this workstation may no longer hold', () => {
    const current = take();
    applyPull(desk.db, answer(5, [current], { seq: 1 }), at);
    applyPull(desk.db, answer(6, [], { seq: 1, buckets: ['dept:WATER'] }), at);
    expect(findCase(desk.db, current.id)).toBeNull();
  });

  it('takes away a case that left the bucket', () => {
    const current = take();
    applyPull(desk.db, answer(5, [current], { seq: 1 }), at);
    applyPull(desk.db, answer(6, [{ gone: current.id }], { seq: 1 }), at);
    expect(findCase(desk.db, current.id)).toBeNull();
  });

  it('fills a bucket anew: cases a restored server no longer has go, unless they wait here', () => {
    const confirmed = take();
    applyPull(desk.db, answer(5, [confirmed], { seq: 1 }), at);
    const waiting = take();
    desk.db.exec('UPDATE bucket SET cursor = 0; UPDATE sync_state SET cut_rev = 0');
    applyPull(desk.db, answer(2, [], { seq: 1 }), at);
    expect(findCase(desk.db, confirmed.id)).toBeNull();
    expect(findCase(desk.db, waiting.id)?.syncState).toBe('savedHere');
  });

  it('stores leased numbers once', () => {
    const more = answer(5, []);
    const withNumbers = { ...more, header: { ...more.header, numbers: [...leasedNumbers(5, 222_222_000)] } };
    applyPull(desk.db, withNumbers, at);
    applyPull(desk.db, { ...withNumbers, header: { ...withNumbers.header, rev: 6 } }, at);
    expect(countNumbersLeft(desk.db)).toBe(25);
  });
});

describe('a new catalogue', () => {
  it('that takes a right away leaves what was given before on the screen, until the server has judged', () => {
    const current = take();
    const without = { ...SMALL_CITY, version: SMALL_CITY.version + 1, staff: SMALL_CITY.staff.map((staff) => (staff.id === 'agent' ? { ...staff, isActive: false } : staff)) };
    const pulled = answer(5, [], { seq: 0 });
    applyPull(desk.db, { ...pulled, header: { ...pulled.header, catalogue: without } }, at);
    desk.give({ type: 'case.addNote', caseId: current.id, args: { text: 'more' } }, 'agent2');
    applyPull(desk.db, answer(6, [], { seq: 1, results: [['x', 1, 'deferred', 'staffInactive', null]] }), at);
    expect(findCase(desk.db, current.id)?.case.trackingNumber).toBe(current.trackingNumber);
  });
});

describe('a refusal', () => {
  it('brings back the server’s version and lists what was typed, until it is settled', () => {
    const base = take();
    applyPull(desk.db, answer(5, [base], { seq: 1 }), at);
    desk.give({ type: 'case.take', caseId: base.id, args: { seenAssigneeId: null } });
    applyPull(desk.db, answer(6, [], { seq: 2, results: [['x', 2, 'refused', 'takenBySomeoneElse', { assigneeId: 'agent2' }]] }), at);
    expect(findCase(desk.db, base.id)).toEqual({ case: base, syncState: 'needsAttention' });
    expect(attentionItems(desk.db, { catalogue: SMALL_CITY, staffId: 'agent', now: utcMs(NOW) })).toMatchObject([{ code: 'takenBySomeoneElse', typed: 'Take the case', status: 'refused' }]);
  });

  it('of a new case keeps the case on screen: its number is in a citizen’s hand', () => {
    const current = take();
    applyPull(desk.db, answer(5, [], { seq: 1, results: [['x', 1, 'refused', 'notPermitted', {}]] }), at);
    expect(findCase(desk.db, current.id)).toMatchObject({ case: { trackingNumber: current.trackingNumber }, syncState: 'needsAttention' });
    expect(attentionItems(desk.db, { catalogue: SMALL_CITY, staffId: 'agent', now: utcMs(NOW) })).toMatchObject([{ trackingNumber: current.trackingNumber, callBack: expect.stringContaining('555-0142') as string }]);
  });
});

it('always shows replay(pending, base), whatever was given here and whatever the server decided', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ command: arbitraryCommand, where: fc.constantFrom('here', 'server', 'pull') }), { minLength: 3, maxLength: 30 }),
      (steps) => {
        const other = openDesk(0);
        try {
          playAgainstServer(other, steps);
        } finally {
          other.close();
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** A toy of the server's side: it judges in arrival order with the same rules, and pulls bring what it has. */
function playAgainstServer(other: Desk, steps: readonly { readonly command: Command; readonly where: 'here' | 'server' | 'pull' }[]): void {
  const id = CaseId.parse(CASE_ID);
  let server: Case | null = null;
  let serverSeq = 0;
  let rev = 0;
  const results: unknown[] = [];
  for (const { command, where } of steps) {
    if (where === 'here') {
      const shown = findCase(other.db, CASE_ID)?.case ?? null;
      const given = Command.parse({ ...(shown ? seeing(command, shown) : command), station: STATION });
      other.give({ type: given.type, commandId: given.uid, caseId: id, args: given.args, takesNumber: false }, SMALL_CITY.staff.some((member) => member.id === given.userId) ? given.userId : 'agent');
    } else if (where === 'server') {
      const decision = decide(server, server ? seeing(command, server) : command, context(command));
      if (decision.ok) server = decision.next;
    } else {
      for (const row of commandsAfter(other.db, STATION, serverSeq, 2)) {
        const decision = decide(server, row.command, context(row.command));
        if (decision.ok) server = decision.next;
        else results.push(['x', row.seq, 'refused', decision.reason, {}]);
        serverSeq = row.seq;
      }
      rev += 1;
      const hash = serverSeq === 0 ? GENESIS_HASH : (commandsAfter(other.db, STATION, serverSeq - 1, 1)[0]?.hash ?? '');
      const rows = server ? [JSON.stringify(['r', 'city', CASE_ID, true, server])] : [];
      const header = { epoch: 1, rev, mark: null, seq: serverSeq, hash, buckets: ['city'], reset: [], numbers: [], catalogue: null, ruleBooks: [], now: at };
      expect(applyPull(other.db, { header, lines: [...rows, ...results.splice(0).map((result) => JSON.stringify(result))] }, at).kind).toBe('applied');
      expectHonest(other, server);
    }
  }
}

function expectHonest(other: Desk, server: Case | null): void {
  const pending = pendingOfCase(other.db, CASE_ID).map((row) => row.command);
  const shown = findCase(other.db, CASE_ID)?.case ?? null;
  expect(shown).toEqual(replay(server, pending, context));
  if (pending.length === 0) expect(findShadow(other.db, CASE_ID).isKept).toBe(false);
}

function envelope(caseId: CaseId) {
  return { uid: '11111111-1111-4111-8111-111111111111', caseId, v: 1, station: 'st-0000000000bb', madeAt: NOW + 60_000 };
}

it('appends nothing without an enrolment', () => {
  desk.db.exec('UPDATE sync_state SET station = NULL');
  const note = Command.parse({ ...envelope(CaseId.parse(CASE_ID)), type: 'case.addNote', userId: 'agent', args: { text: 'x' } });
  expect(() => appendToOutbox(desk.db, note)).toThrow(/not enrolled/);
});
