import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { arbitraryCommand, seeing } from '../testing/arbitrary-commands.ts';
import { caseIdOf, command, judge, MONDAY, numberOfCase, openedCase, run } from '../testing/case-maker.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../util/time.ts';
import type { Case } from './case-document.ts';
import { latenessFacts } from './lateness.ts';

/** A city whose holds stop clocks, so that a merge in the middle of one is looked at. */
const CITY = Catalogue.parse({ ...SMALL_CITY, holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting' }, pauses: ['respond', 'resolve'] }] });
const into = (n: number, more: Record<string, unknown> = {}) => ({ intoCaseId: caseIdOf(n), intoTrackingNumber: numberOfCase(n), reason: '', ...more });

/** The case after each of the commands that it accepts. */
function worked(commands: readonly Parameters<typeof seeing>[0][]): Case {
  return commands.reduce<Case>((current, given) => {
    const decision = judge(current, seeing(given, current), { catalogue: CITY });
    return decision.ok ? decision.next : current;
  }, openedCase(1, {}, { catalogue: CITY }));
}

const apartFromHistory = ({ history: _history, ...rest }: Case) => rest;
const LATER = { madeAt: MONDAY + 300 * DAY_MS };

describe('merging and undoing it', () => {
  it('leaves a case as it was, whatever had been done with it, apart from its history', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCommand, { maxLength: 12 }), fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }), (commands, notes) => {
        const before = worked(commands);
        const addNotes = (current: Case): Case => notes.reduce((one, text) => run(one, command('case.addNote', { text }, LATER), { catalogue: CITY }), current);
        fc.pre(before.mergedInto === null && !before.isSealed && !before.absorbed.some(({ caseId }) => caseId === caseIdOf(7)));
        const asItWas = run(before, command('case.addNote', { text: 'z' }, LATER), { catalogue: CITY }); // what the clock brings comes with any command
        const merged = addNotes(run(before, command('case.merge', into(7), LATER), { catalogue: CITY }));
        expect(merged).toMatchObject({ state: 'closed', requester: before.requester, trackingNumber: before.trackingNumber, tasks: before.tasks });
        const back = run(merged, command('case.unmerge', { reason: 'Two holes', fromCaseId: caseIdOf(7) }, LATER), { catalogue: CITY });
        expect(apartFromHistory(back)).toEqual(apartFromHistory(addNotes(asItWas)));
        expect(back.history.slice(0, before.history.length)).toEqual(before.history);
      }),
      { numRuns: 400 },
    );
  });

  it('in the middle of a hold, the promised dates stay as they were, and go on standing still when it is undone', () => {
    const held = run(openedCase(1, {}, { catalogue: CITY }), command('case.hold', { reasonCode: 'CITIZEN', note: '', until: null }), { catalogue: CITY });
    const merged = run(held, command('case.merge', into(2), { madeAt: MONDAY + DAY_MS }), { catalogue: CITY });
    expect(merged).toMatchObject({ hold: null, respondBy: held.respondBy });
    const back = run(merged, command('case.unmerge', { reason: 'x' }, { madeAt: MONDAY + 20 * DAY_MS }), { catalogue: CITY });
    expect([back.respondBy, latenessFacts(back, utcMs(MONDAY + 21 * DAY_MS))]).toEqual([held.respondBy, []]);
  });

  it('a task whose date has passed meanwhile is late from the day on which the case goes on', () => {
    const task = { taskId: '00000000-0000-4000-8000-00000000000a', title: 'x', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: 1 };
    const merged = run(run(openedCase(), command('case.addTask', task)), command('case.merge', into(2), { madeAt: MONDAY + HOUR_MS }));
    const back = run(merged, command('case.unmerge', { reason: 'x' }, { madeAt: MONDAY + 20 * DAY_MS }));
    const late = latenessFacts(back, utcMs(MONDAY + 21 * DAY_MS)).filter((fact) => fact.kind === 'wentOverdue' && fact.clock === 'task');
    expect(late).toMatchObject([{ at: MONDAY + 20 * DAY_MS }]);
  });
});

describe('what the other case says', () => {
  const other = (n: number, ...given: readonly [Parameters<typeof command>[0], unknown][]): Case =>
    given.reduce((current, [type, args]) => run(current, command(type, args, { caseId: caseIdOf(n) })), openedCase(n));
  const merge = (known: Case | null, more: Record<string, unknown> = {}, userId = 'agent') => judge(openedCase(1), command('case.merge', into(2, more), { userId }), { caseOf: () => known });

  it('one that is part of a third case is named with it', () => {
    expect(merge(other(2, ['case.merge', into(3)]))).toMatchObject({ reason: 'intoMerged', details: { trackingNumber: numberOfCase(2), intoTrackingNumber: numberOfCase(3) } });
    expect(merge(other(2, ['case.merge', into(1)]))).toMatchObject({ reason: 'mergeCircle' });
  });

  it('one that was closed unseen is to be looked at first', () => {
    const closed = other(2, ['case.close', { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null }]);
    expect(merge(closed)).toMatchObject({ reason: 'intoClosed', details: { trackingNumber: numberOfCase(2) } });
    expect(merge(closed, { isIntoClosed: true }).ok).toBe(true);
  });

  it('a sealed case stays by itself, and one that the author may not see is not there', () => {
    const sealed = run(openedCase(2), command('case.seal', { accusedStaffId: null, reason: 'x' }, { caseId: caseIdOf(2) }));
    expect(merge(sealed, {}, 'hr')).toMatchObject({ reason: 'notPermitted' });
    expect(merge(sealed, {}, 'agent')).toMatchObject({ reason: 'caseNotFound' });
    const mine = run(openedCase(1), command('case.seal', { accusedStaffId: null, reason: 'x' }));
    expect(judge(mine, command('case.merge', into(2), { userId: 'admin' }), { caseOf: () => openedCase(2) })).toMatchObject({ reason: 'notPermitted' });
    expect(merge(null)).toMatchObject({ reason: 'caseNotFound' });
  });

  it('only the merge that the author saw is undone', () => {
    const merged = run(openedCase(1), command('case.merge', into(2)));
    expect(judge(merged, command('case.unmerge', { reason: 'x', fromCaseId: caseIdOf(3) }))).toMatchObject({ reason: 'alreadyMerged' });
  });
});

it('no circle comes to be, whoever merges and separates what in which order', () => {
  const step = fc.record({ from: fc.integer({ min: 1, max: 5 }), to: fc.integer({ min: 1, max: 5 }), isUndone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const cases = new Map([1, 2, 3, 4, 5].map((n) => [caseIdOf(n), openedCase(n)]));
      const caseOf = (caseId: string): Case | null => cases.get(caseId as Case['id']) ?? null; // safe: an id of these cases, or none
      for (const { from, to, isUndone } of steps) {
        const given = isUndone ? command('case.unmerge', { reason: 'x' }, { caseId: caseIdOf(from) }) : command('case.merge', into(to), { caseId: caseIdOf(from) });
        const decision = judge(caseOf(caseIdOf(from)), given, { caseOf });
        if (decision.ok) cases.set(caseIdOf(from), decision.next);
      }
      for (const start of cases.values()) {
        let [current, hops]: [Case | null, number] = [start, 0];
        while (current?.mergedInto && hops <= cases.size) [current, hops] = [caseOf(current.mergedInto.caseId), hops + 1];
        expect(hops).toBeLessThanOrEqual(cases.size);
      }
    }),
    { numRuns: 300 },
  );
});
