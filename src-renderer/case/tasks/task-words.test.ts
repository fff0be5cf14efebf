import { describe, expect, it } from 'vitest';
import { Task } from '../../../src-shared/domain/case-parts.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { NOW } from '../fixtures.ts';
import { inOrder, taskDueWords, taskState } from './task-words.ts';

const ID = '00000000-0000-4000-8000-00000000000';
function task(n: string, more: Record<string, unknown> = {}): Task {
  const times = { addedAt: NOW, startedAt: NOW, dueBy: utcMs(NOW + 2 * DAY_MS), finishedAt: null, finishedBy: null, finishedNote: '' };
  return Task.parse({ id: `${ID}${n}`, title: `Task ${n}`, departmentCode: 'STREETS', assigneeId: null, after: null, withinBusinessDays: 2, state: 'open', ...times, ...more });
}
const words = (one: Task, before?: Task) => taskDueWords(one, before, NOW, 'America/New_York');

describe('a task in words', () => {
  it('says when it is due, and that it is late only while the case is open', () => {
    const late = task('1', { dueBy: NOW - 3 * HOUR_MS });
    expect([words(task('1')), words(late)]).toEqual(['Due Wed 25 Nov 14:05 (in 2 days)', 'Was due Mon 23 Nov 11:05, 3 h ago']);
    expect([taskState(late, false, NOW).label, taskState(late, true, NOW).label]).toEqual(['Late', 'Open']);
    expect(words(task('1', { dueBy: null }))).toBeNull();
  });

  it('says what it waits for, and how long it has then', () => {
    const waiting = task('2', { after: `${ID}1`, state: 'waiting', dueBy: null, startedAt: null, withinBusinessDays: 1 });
    expect(words(waiting, task('1'))).toBe('After “Task 1”, then 1 business day to do it');
  });

  it('says when it was done, and how late', () => {
    const done = { state: 'done', finishedAt: NOW };
    expect([words(task('1', done)), words(task('1', { ...done, dueBy: NOW - DAY_MS }))]).toEqual(['Mon 23 Nov 14:05', 'Mon 23 Nov 14:05, 1 day late']);
  });
});

it('tasks stand in the order in which they are to be done', () => {
  const [first, second, third, alone] = [task('1'), task('2', { after: `${ID}1` }), task('3', { after: `${ID}2` }), task('4')];
  expect(inOrder([first, alone, third, second])).toEqual([first, second, third, alone]);
});
