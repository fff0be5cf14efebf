import { afterEach, beforeEach, expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { caseIdOf, command, MONDAY, numberOfCase, openedCase, run } from '../../src-shared/testing/case-maker.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { writeCase } from '../cases/write-case.ts';
import { countQueue, queuePage } from '../search/queue-queries.ts';
import { type Desk, openDesk } from '../testing/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

/** Wednesday 18 November 2026, 17:00 in New York. */
const DUE = MONDAY + 2 * DAY_MS + 7 * HOUR_MS;
const REACHED = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: 'Told' };
const on = (n: number) => ({ caseId: caseIdOf(n) });

/** Numbers of the view's cases, as `numberOfCase` counts them. */
function view(name: QueueView, now: number, staffId = 'agent', departmentCodes: readonly string[] = []): readonly number[] {
  const filter = { view: name, search: '', staffId, departmentCodes, neighborhoodCodes: [], now: utcMs(now) };
  const { rows } = queuePage(desk.db, filter, { sort: 'due', after: null, limit: 50 });
  expect(countQueue(desk.db, filter).count).toBe(rows.length);
  return rows.map(({ trackingNumber }) => [1, 2, 3, 4, 5].findIndex((n) => numberOfCase(n) === trackingNumber) + 1);
}
const write = (...cases: readonly Case[]): void => cases.forEach((current) => writeCase(desk.db, current, 'confirmed'));

it('“Overdue” and “Due soon” go by whatever promise comes first, and by the time rule’s own hours', () => {
  const task = { taskId: '00000000-0000-4000-8000-0000000000aa', title: 'Dig', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: 1 };
  const answered = run(openedCase(2), command('case.logContact', REACHED, on(2)));
  write(openedCase(1), answered, run(openedCase(3), command('case.addTask', task, on(3))));
  expect(view('overdue', DUE - DAY_MS)).toEqual([]); // the very moment the task is due
  expect([view('overdue', DUE - DAY_MS + 1), view('dueSoon', DUE - DAY_MS)]).toEqual([[3], [3, 1]]);
  expect([view('overdue', DUE + 1), view('dueSoon', DUE + 1)]).toEqual([[3, 1], []]);

  const quick = Catalogue.parse({ ...SMALL_CITY, version: 2, policies: SMALL_CITY.policies.map((one) => ({ ...one, dueSoonHours: 2 })) });
  saveCatalogue(desk.db, quick);
  write({ ...openedCase(1, {}, { catalogue: quick }), catalogueVersion: 2 });
  expect([view('dueSoon', DUE - 3 * HOUR_MS), view('dueSoon', DUE - HOUR_MS)]).toEqual([[], [1]]);
});

it('a promise that stands still is not late', () => {
  const pausing = Catalogue.parse({ ...SMALL_CITY, holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting' }, pauses: ['respond'] }] });
  write(openedCase(1), run(openedCase(2), command('case.hold', { reasonCode: 'CITIZEN', note: '', until: null }, on(2)), { catalogue: pausing }));
  expect(view('overdue', DUE + DAY_MS)).toEqual([1]);
});

it('“My tasks” are those of mine and of my departments that are open, with a date or without', () => {
  const add = (n: number, more: Record<string, unknown>) =>
    run(openedCase(n), command('case.addTask', { taskId: `00000000-0000-4000-8000-0000000000a${n}`, title: 'Dig', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: null, ...more }, on(n)));
  const finished = run(add(3, {}), command('case.finishTask', { taskId: '00000000-0000-4000-8000-0000000000a3', outcome: 'done', note: '' }, on(3)));
  write(add(1, { assigneeId: 'agent', departmentCode: 'HR' }), add(2, {}), finished);
  expect(view('myTasks', MONDAY)).toEqual([1]);
  expect(view('myTasks', MONDAY, 'water.head', ['WATER'])).toEqual([2]);
});

it('“Progress report due” holds long works that are open', () => {
  const major = (n: number) => openedCase(n, { serviceCode: 'MAIN_BREAK', location: { text: '1 Elm Street', unit: '', point: null }, isMajorRepair: true });
  const reported = run(major(2), command('case.addProgressNote', { text: 'Dug' }, { ...on(2), madeAt: MONDAY + 10 * DAY_MS }));
  write(major(1), reported, openedCase(3));
  expect([view('progressDue', MONDAY + 8 * DAY_MS), view('progressDue', MONDAY + 20 * DAY_MS)]).toEqual([[], [1]]);
  write({ ...major(1), state: 'closed', closedAt: utcMs(MONDAY) });
  expect(view('progressDue', MONDAY + 20 * DAY_MS)).toEqual([]);
});

it('“Follow-ups” and “Overdue” hold a closed case whose citizen was not satisfied; “Told to me”, what is late still', () => {
  const closed = run(openedCase(1), command('case.close', { disposition: 'RESOLVED', closingNote: 'Done', completionDate: null }, on(1)));
  const followUp = { openedAt: utcMs(MONDAY), departmentCode: 'STREETS', dueBy: utcMs(DUE), rating: 2, closedAt: null, closedBy: null, closingNote: '' };
  const late = run(openedCase(2), command('case.addNote', { text: 'x' }, { ...on(2), madeAt: DUE + 1 }));
  const escalation = { ruleCode: 'R', clock: 'respond' as const, due: utcMs(DUE), at: utcMs(DUE + 1), toStaffId: 'hr' as Case['enteredBy'] }; // safe: a staff id in shape
  const answered = run({ ...openedCase(3), escalations: [escalation] }, command('case.logContact', REACHED, { ...on(3), madeAt: DUE + 2 }));
  write({ ...closed, followUp }, { ...late, escalations: [escalation] }, answered);
  expect([view('followUps', MONDAY), view('overdue', DUE + 1), view('escalatedToMe', DUE + 1, 'hr'), view('escalatedToMe', DUE + 1)]).toEqual([[1], [1, 2], [2], []]);
});
