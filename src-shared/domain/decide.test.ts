import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Command, COMMAND_TYPES, COMMAND_VERSIONS, type CommandType } from '../commands/index.ts';
import { findStaff } from '../catalogue/lookup.ts';
import { arbitraryCommand, CASE_ID, seeing } from '../testing/arbitrary-commands.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { CaseId } from '../util/ids.ts';
import { Case } from './case-document.ts';
import { decide, type Decision } from './decide.ts';
import { evolveAll } from './evolve.ts';
import { REFUSAL_REASONS } from './refusal.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { TRANSITIONS } from './transitions.ts';

const ID = CaseId.parse(CASE_ID);
const NOW = 1_795_000_000_000;
let made = 0;

function command(type: CommandType, args: unknown, more: Record<string, unknown> = {}): Command {
  made += 1;
  const uid = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  return Command.parse({ uid, caseId: CASE_ID, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: 'agent', station: 'st-000000000001', madeAt: NOW + made * 1_000, ...more });
}

function judge(current: Case | null, given: Command): Decision {
  return decide(current, given, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, given.userId) ?? null });
}

function run(current: Case | null, given: Command): Case {
  const decision = judge(current, given);
  if (!decision.ok) throw new Error(`${given.type} refused: ${decision.reason} ${JSON.stringify(decision.details)}`);
  return decision.next;
}

const OPEN_ARGS = {
  kind: 'serviceRequest',
  nature: 'action',
  channel: 'phone',
  serviceCode: 'POTHOLE',
  description: 'Large hole',
  location: { text: '5 Elm Street', unit: '', point: null },
  requester: null,
  onBehalfOf: null,
  answers: { SIZE: 'large' },
  receivedAt: NOW,
  isMajorRepair: false,
  trackingNumber: trackingNumberFromPayload(482_913_506),
  pin: '0417',
  departmentCode: null,
  assigneeId: null,
  isSealed: false,
  source: null,
  answeredNow: null,
};
const opened = (more: Record<string, unknown> = {}): Case => run(null, command('case.open', { ...OPEN_ARGS, ...more }));

describe('taking a case', () => {
  it('gives it the service’s department, a promise and the acknowledgement of a call', () => {
    const current = opened();
    expect(current).toMatchObject({ departmentCode: 'STREETS', state: 'new', catalogueVersion: 1 });
    expect(current.respondBy).toBeGreaterThan(NOW);
    expect(current.acknowledgedAt).toBe(current.enteredAt);
  });

  it('does not take a letter as acknowledged', () => {
    expect(opened({ channel: 'letter' }).acknowledgedAt).toBeNull();
  });

  it('closes an inquiry that was answered on the call at once, with the response stamped', () => {
    const current = opened({ serviceCode: 'QUESTION', kind: 'inquiry', answeredNow: { disposition: 'RESOLVED', closingNote: 'Told the hours' } });
    expect(current).toMatchObject({ state: 'closed', disposition: 'RESOLVED', closingNote: 'Told the hours' });
    expect(current.respondedAt).not.toBeNull();
  });

  it.each([
    ['a date in the future', { receivedAt: NOW + 86_400_000 }, 'receivedInFuture'],
    ['no location where the service needs one', { location: null }, 'locationMissing'],
    ['a required question left open', { answers: {} }, 'answerMissing'],
    ['a service that is not offered', { serviceCode: 'UNKNOWN' }, 'unknownService'],
    ['an assignee who has left', { assigneeId: 'gone' }, 'unknownStaff'],
  ])('refuses %s', (_what, more, reason) => {
    expect(judge(null, command('case.open', { ...OPEN_ARGS, ...more }))).toMatchObject({ ok: false, reason });
  });
});

describe('two people at once', () => {
  it('refuses an edit of a value that somebody else has changed, with both values', () => {
    const seen = opened();
    const basis = { description: seen.fieldVersions['description'] };
    const theirs = run(seen, command('case.edit', { changes: { description: 'Two holes' }, basis }, { userId: 'agent2' }));
    expect(judge(theirs, command('case.edit', { changes: { description: 'Deep hole' }, basis }))).toMatchObject({
      ok: false,
      reason: 'changedMeanwhile',
      details: { field: 'description', mine: 'Deep hole', theirs: 'Two holes', changedBy: 'agent2' },
    });
  });

  it('lets two edits of different values both stand', () => {
    const seen = opened();
    const first = run(seen, command('case.edit', { changes: { description: 'Two holes' }, basis: { description: seen.fieldVersions['description'] } }));
    const both = run(first, command('case.edit', { changes: { kind: 'complaint' }, basis: { kind: seen.fieldVersions['kind'] } }));
    expect(both).toMatchObject({ description: 'Two holes', kind: 'complaint' });
  });

  it('refuses the second taker with the name of the first', () => {
    const taken = run(opened(), command('case.take', { seenAssigneeId: null }, { userId: 'agent2' }));
    expect(judge(taken, command('case.take', { seenAssigneeId: null }))).toMatchObject({
      ok: false,
      reason: 'takenBySomeoneElse',
      details: { assigneeId: 'agent2' },
    });
  });

  it('keeps both notes, whatever happened to the case', () => {
    let current = opened();
    current = run(current, command('case.close', { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null }));
    current = run(current, command('case.addNote', { text: 'The citizen called again' }));
    expect(current.history.map((fact) => fact.kind)).toEqual(['caseOpened', 'closed', 'noteAdded']);
  });
});

describe('responding and closing', () => {
  it('stamps the first answer that reached the citizen and changes no state (S2, Step 3.3)', () => {
    const contact = { method: 'phone', direction: 'toCitizen', person: '', text: '' };
    const tried = run(opened(), command('case.logContact', { ...contact, outcome: 'noAnswer' }));
    expect(tried.respondedAt).toBeNull();
    const reached = run(tried, command('case.logContact', { ...contact, outcome: 'reached' }));
    expect(reached).toMatchObject({ state: 'new' });
    expect(reached.respondedAt).not.toBeNull();
    expect(run(reached, command('case.logContact', { ...contact, outcome: 'reached' })).respondedAt).toBe(reached.respondedAt);
  });

  it('does not close a major repair because somebody responded (S2, Step 3.6)', () => {
    let current = opened({ isMajorRepair: true });
    const closing = { disposition: 'RESOLVED', closingNote: 'Done' };
    expect(judge(current, command('case.close', { ...closing, completionDate: null }))).toMatchObject({
      reason: 'majorRepairUnfinished',
      details: { missing: ['completionDate', 'progressNote'] },
    });
    current = run(current, command('case.addProgressNote', { text: 'Half of the main is in' }));
    expect(current.state).toBe('inProgress');
    current = run(current, command('case.close', { ...closing, completionDate: '2026-11-20' }));
    expect(current.state).toBe('closed');
    // What was reported before it was reopened did not finish it.
    current = run(current, command('case.reopen', { reason: 'It sank again' }));
    expect(judge(current, command('case.close', { ...closing, completionDate: '2026-11-20' }))).toMatchObject({ details: { missing: ['progressNote'] } });
  });

  it('moves the promise with a corrected receipt date, and says so as a fact', () => {
    const current = opened();
    const basis = { receivedAt: current.fieldVersions['receivedAt'] };
    const earlier = run(current, command('case.edit', { changes: { receivedAt: NOW - 5 * 86_400_000 }, basis }));
    expect(earlier.respondBy).toBeLessThan(current.respondBy ?? 0);
    expect(earlier.history.map((fact) => fact.kind)).toEqual(['caseOpened', 'fieldsEdited', 'dueDatesSet']);
  });
});

describe('who may', () => {
  it.each([
    ['an unknown person opens', 'stranger', 'case.open', 'notPermitted'],
    ['someone who has left opens', 'gone', 'case.open', 'notPermitted'],
    ['a commissioner’s reader opens', 'commission', 'case.open', 'notPermitted'],
  ] as const)('%s: refused', (_what, userId, type, reason) => {
    expect(judge(null, command(type, OPEN_ARGS, { userId }))).toMatchObject({ ok: false, reason });
  });

  it('lets department staff work their own cases and only add to others’', () => {
    const streets = opened();
    const water = opened({ serviceCode: 'MAIN_BREAK', answers: {} });
    const progress = (current: Case) => judge(current, command('case.addProgressNote', { text: 'x' }, { userId: 'streets' }));
    expect(progress(streets).ok).toBe(true);
    expect(progress(water)).toMatchObject({ ok: false, reason: 'notPermitted' });
    expect(judge(water, command('case.addNote', { text: 'x' }, { userId: 'streets' })).ok).toBe(true);
  });

  it('hides a sealed case from agents and shows it to HR', () => {
    const sealed = opened({ isSealed: true, kind: 'complaint' });
    expect(judge(sealed, command('case.addNote', { text: 'x' }))).toMatchObject({ reason: 'notPermitted' });
    expect(judge(sealed, command('case.addNote', { text: 'x' }, { userId: 'hr' })).ok).toBe(true);
  });
});

describe('for any commands in any order', () => {
  const history = fc.array(arbitraryCommand, { maxLength: 30 });

  function play(commands: readonly Command[]): { readonly current: Case | null; readonly decisions: readonly Decision[] } {
    let current: Case | null = null;
    const decisions: Decision[] = [];
    for (const given of commands) {
      const decision = judge(current, current ? seeing(given, current) : given);
      decisions.push(decision);
      if (decision.ok) current = decision.next;
    }
    return { current, decisions };
  }

  it('the case is what its history makes of it, and a valid document', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { current } = play(commands);
        if (!current) return;
        expect(evolveAll(ID, null, current.history)).toEqual(current);
        expect(Case.safeParse(current).error).toBeUndefined();
        expect(new Set(current.history.map((fact) => fact.id)).size).toBe(current.history.length);
      }),
      { numRuns: 300 },
    );
  });

  it('a refusal has a reason from the list, and a sentence that ends', () => {
    fc.assert(
      fc.property(history, (commands) => {
        for (const decision of play(commands).decisions) {
          if (decision.ok) continue;
          expect(REFUSAL_REASONS).toContain(decision.reason);
          expect(refusalSentence(decision, SMALL_CITY)).toMatch(/[.?!]$/);
        }
      }),
    );
  });

  it('the state follows the table: what the table refuses never has an effect', () => {
    fc.assert(
      fc.property(history, arbitraryCommand, (commands, next) => {
        const { current } = play(commands);
        const gate = TRANSITIONS[next.type][current?.state ?? 'none'];
        const decision = judge(current, next);
        if (gate !== 'allowed') expect(decision).toMatchObject({ ok: false, reason: gate });
      }),
    );
  });

  it('nothing that happened is erased: history only grows, and a response stays a response', () => {
    fc.assert(
      fc.property(history, (commands) => {
        let current: Case | null = null;
        for (const given of commands) {
          const before: Case | null = current;
          const decision = judge(current, current ? seeing(given, current) : given);
          if (decision.ok) current = decision.next;
          if (before?.respondedAt) expect(current?.respondedAt).toBe(before.respondedAt);
          if (before) expect(current?.history.slice(0, before.history.length)).toEqual(before.history);
        }
      }),
    );
  });
});

it('gives a case back to nobody: it is new again, unless somebody has begun with it', () => {
  const given = run(opened(), command('case.assign', { assigneeId: 'agent', seenAssigneeId: null, note: '' }));
  expect(given).toMatchObject({ state: 'assigned', assigneeId: 'agent' });
  const back = command('case.assign', { assigneeId: null, seenAssigneeId: 'agent', note: '' });
  expect(run(given, back)).toMatchObject({ state: 'new', assigneeId: null });
  expect(run(run(given, command('case.addProgressNote', { text: 'Begun' })), back)).toMatchObject({ state: 'inProgress', assigneeId: null });
  expect(judge(opened(), command('case.assign', { assigneeId: null, seenAssigneeId: null, note: '' }))).toMatchObject({ reason: 'nothingToChange' });
});

it('has a row in the table and a sentence for everything', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual([...COMMAND_TYPES].sort());
  for (const reason of REFUSAL_REASONS) expect(refusalSentence({ reason, details: {} }, SMALL_CITY).length).toBeGreaterThan(15);
});
