import { describe, expect, it } from 'vitest';
import { findStaff } from '../catalogue/lookup.ts';
import { command, judge, openedCase, run } from '../testing/case-maker.ts';
import { SMALL_CITY } from '../testing/small-city.ts';

const [OF_WATER, OF_STREETS] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const task = (taskId: string | undefined, departmentCode: string, assigneeId: string | null = null) => ({ taskId, title: 'Look', departmentCode, assigneeId, after: null, withinBusinessDays: null });
const finish = (taskId: string | undefined, userId: string) => command('case.finishTask', { taskId, outcome: 'done', note: '' }, { userId });
const assign = (taskId: string | undefined, userId: string) => command('case.assignTask', { taskId, departmentCode: 'WATER', assigneeId: 'agent2', seenAssigneeId: null, note: '' }, { userId });

/** A case of the streets department with one task of its own and one of the water department's. */
const shared = () => run(run(openedCase(), command('case.addTask', task(OF_WATER, 'WATER'))), command('case.addTask', task(OF_STREETS, 'STREETS')));

describe('whose task it is (AS-5)', () => {
  it('a department that helps works on its own tasks, not on those of others', () => {
    expect(judge(shared(), finish(OF_WATER, 'water.head')).ok).toBe(true);
    expect(judge(shared(), assign(OF_WATER, 'water.head')).ok).toBe(true);
    expect(judge(shared(), finish(OF_STREETS, 'water.head'))).toMatchObject({ reason: 'notPermitted' });
    expect(judge(shared(), assign(OF_STREETS, 'water.head'))).toMatchObject({ reason: 'notPermitted' });
  });

  it('whoever may change the case may finish every task of it', () => {
    expect([judge(shared(), finish(OF_WATER, 'streets')).ok, judge(shared(), finish(OF_STREETS, 'agent')).ok]).toEqual([true, true]);
  });

  it('a task given to somebody of a third department is theirs to finish', () => {
    const given = run(openedCase(1, { departmentCode: 'HR' }), command('case.addTask', task(OF_WATER, 'WATER', 'streets')));
    expect(judge(given, finish(OF_WATER, 'streets')).ok).toBe(true);
    expect(judge(given, command('case.close', { disposition: 'RESOLVED', closingNote: 'x', completionDate: null }, { userId: 'streets' }))).toMatchObject({ reason: 'notPermitted' });
  });

  it('and whoever stands in for one of its people may do it too', () => {
    const current = run(openedCase(1, { departmentCode: 'HR' }), command('case.addTask', task(OF_WATER, 'WATER')));
    const head = findStaff(SMALL_CITY, 'water.head');
    expect(judge(current, finish(OF_WATER, 'streets'))).toMatchObject({ reason: 'notPermitted' });
    expect(judge(current, finish(OF_WATER, 'streets'), { actsFor: head ? [head] : [] }).ok).toBe(true);
  });
});
