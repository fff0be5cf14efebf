import { describe, expect, it } from 'vitest';
import { Channel } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { closingNeeds } from '../../../src-shared/domain/closing-needs.ts';
import { caseWith } from '../fixtures.ts';
import { closingSteps, type ClosingValues, emptyClosing, missingInClosing } from './closing-steps.ts';

const id = (n: number) => CommandId.parse(`00000000-0000-4000-8000-0000000000c${n}`);
const [DIG, PAVE] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;
const task = (taskId: string, title: string, after: string | null) => ({ kind: 'taskAdded' as const, taskId, title, departmentCode: 'CLERK', assigneeId: null, after, withinBusinessDays: null, dueBy: null });

/** Pave waits for Dig. */
const digThenPave = caseWith(task(DIG, 'Dig', null), task(PAVE, 'Pave', DIG));
const written: ClosingValues = { ...emptyClosing(() => id(1), 'phone'), disposition: 'DONE', closingNote: 'The hole is filled.' };
const around = (current: Case) => ({ current, needs: closingNeeds(current), today: '2026-11-23' });
const missing = (values: ClosingValues, current: Case) => Object.entries(missingInClosing(values, around(current))).flatMap(([field, sentence]) => (sentence === undefined ? [] : [field]));
const steps = (values: ClosingValues, current: Case) => closingSteps(values, { ...around(current), commandId: id(9) });

describe('closing a case that needs nothing else', () => {
  it('takes an outcome and a note, and is one command', () => {
    expect(missing(emptyClosing(() => id(1), 'phone'), caseWith())).toEqual(['disposition', 'closingNote']);
    expect(missing(written, caseWith())).toEqual([]);
    expect(steps(written, caseWith())).toMatchObject([{ commandId: id(9), type: 'case.close', args: { disposition: 'DONE', completionDate: null, openTasks: 'refuse' } }]);
    expect(missing({ ...written, completionDate: '2026-11-24' }, caseWith())).toEqual(['completionDate']);
  });

  it('says that it was not first contact only when its author said so (RC-8)', () => {
    expect(steps(written, caseWith())[0].args).not.toHaveProperty('isFirstContact');
    expect(steps({ ...written, isFirstContact: false }, caseWith())[0].args).toMatchObject({ isFirstContact: false });
    expect(['phone', 'counter', 'letter', 'web'].map((channel) => emptyClosing(() => id(1), Channel.parse(channel)).isFirstContact)).toEqual([true, true, false, false]);
  });
});

describe('a construction or major repair (S2, Step 3.6)', () => {
  const major = { ...caseWith(), isMajorRepair: true };

  it('asks for what has been done and the day, and notes the progress before it closes', () => {
    expect(missing(written, major)).toEqual(['progress', 'completionDate']);
    const given = { ...written, progress: 'Base and asphalt are in.', completionDate: '2026-11-20' };
    expect(missing(given, major)).toEqual([]);
    expect(steps(given, major)).toMatchObject([{ type: 'case.addProgressNote', args: { text: 'Base and asphalt are in.' } }, { type: 'case.close', args: { completionDate: '2026-11-20' } }]);
  });

  it('takes a progress note that is there already', () => {
    const reported = { ...caseWith({ kind: 'progressNoteAdded', text: 'Half of it', nextProgressBy: null }), isMajorRepair: true };
    expect(missing(written, reported)).toEqual(['completionDate']);
    expect(steps({ ...written, progress: 'Kept from before', completionDate: '2026-11-20' }, reported)).toHaveLength(1);
  });
});

it('a complaint is acknowledged first (S3, B.1)', () => {
  const complaint = { ...caseWith(), kind: 'complaint' as const, acknowledgedAt: null };
  expect(missing(written, complaint)).toEqual(['toldBy']);
  expect(steps({ ...written, toldBy: 'phone' }, complaint)).toMatchObject([{ type: 'case.acknowledge', args: { method: 'phone' } }, { type: 'case.close' }]);
});

describe('over open tasks (AS-5)', () => {
  it('each is named and has to end, in the order in which they wait', () => {
    expect(missing(written, digThenPave)).toEqual([`task ${DIG}`, `task ${PAVE}`]);
    const ends = { ...written, taskEnds: { [PAVE]: { outcome: 'done' as const, commandId: id(3) }, [DIG]: { outcome: 'notNeeded' as const, commandId: id(2) } } };
    expect(steps(ends, digThenPave)).toMatchObject([
      { commandId: id(2), args: { taskId: DIG, outcome: 'notNeeded' } },
      { commandId: id(3), args: { taskId: PAVE, outcome: 'done' } },
      { commandId: id(9), type: 'case.close' },
    ]);
  });

  it('one that waits is not done before the one it waits for has ended', () => {
    const only = { ...written, taskEnds: { [PAVE]: { outcome: 'done' as const, commandId: id(3) } } };
    expect(missingInClosing(only, around(digThenPave))[`task ${PAVE}`]).toBe('This task waits for “Dig”. Say what becomes of that one first.');
  });
});
