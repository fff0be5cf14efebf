import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { ruleBookOf } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import { runningClocks } from '../domain/lateness.ts';
import { command, MONDAY, openedCase, run } from '../testing/case-maker.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { DAY_MS, HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import { endedEntry, runningEntry } from './board-entry.ts';
import { workWords } from './late-words.ts';
import { endedLateness } from './promises.ts';

const TASK = '00000000-0000-4000-8000-0000000000aa';
/** Wednesday 18 November 2026, 17:00 in New York: two business days after Monday. */
const DUE = MONDAY + 2 * DAY_MS + 7 * HOUR_MS;
const around = (now: number) => ({ now: utcMs(now), timeZone: 'America/New_York', ruleBookFor: () => ruleBookOf(SMALL_CITY) });

function entry(current: Case, now: number, clock = 'respond') {
  return runningEntry(current, must(runningClocks(current).find((one) => one.clock === clock), `${clock} runs`), around(now));
}
const withTask = (withinBusinessDays: number | null): Case =>
  run(openedCase(), command('case.addTask', { taskId: TASK, title: 'Dig it up', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays }));

describe('a line of the board', () => {
  it('counts lateness in working time: a night and a weekend add nothing', () => {
    const current = openedCase();
    expect(entry(current, DUE + HOUR_MS)).toMatchObject({ howLate: 'under 1 h late', workHours: 0 });
    expect(entry(current, DUE + 16 * HOUR_MS)).toMatchObject({ howLate: '1 h late', workHours: 1 }); // Thursday 9:00
    expect(entry(current, DUE + 5 * DAY_MS)).toMatchObject({ howLate: '3 d late', workHours: 27 }); // Thursday, Friday and Monday
    expect(entry(current, DUE - 25 * HOUR_MS)).toMatchObject({ howLate: 'due in 1 d 1 h', workHours: -10 });
  });

  it('says why from the time rule, and of a task from its own days', () => {
    expect(entry(openedCase(), DUE + DAY_MS).why).toBe('2 business days from receipt (Policy A.2) ended Wed 18 Nov 17:00');
    expect(entry(openedCase(), DUE - DAY_MS).why).toBe('2 business days from receipt (Policy A.2) end Wed 18 Nov 17:00');
    expect(entry(withTask(1), DUE, 'task')).toMatchObject({ promised: 'Task “Dig it up” by Tue 17 Nov 17:00', why: '1 business day for the task ended Tue 17 Nov 17:00', departmentCode: 'WATER', alsoLate: [] });
    expect(entry(withTask(1), DUE + 1, 'task').alsoLate).toEqual(['respond']);
  });

  it('says first that the case was reopened when its date was over by then', () => {
    const closed = run(openedCase(), command('case.close', { disposition: 'RESOLVED', closingNote: 'Done', completionDate: null }, { madeAt: MONDAY + HOUR_MS }));
    const reopened = run(closed, command('case.reopen', { reason: 'Not done' }, { madeAt: DUE + DAY_MS }));
    expect(entry(reopened, DUE + 2 * DAY_MS).why).toBe('Reopened Thu 19 Nov 17:00, after its date: 2 business days from receipt (Policy A.2) ended Wed 18 Nov 17:00');
  });

  it('says of one that was brought over that the date came with it', () => {
    const brought = { ...openedCase(1, { source: { system: 'old', id: '1', flags: [], importedAt: DUE + DAY_MS } }), respondBy: utcMs(DUE - DAY_MS) };
    expect(entry(brought, DUE + 2 * DAY_MS).why).toBe('Brought over from another system Thu 19 Nov 17:00, after its date: It was due Tue 17 Nov 17:00');
  });

  it('names the last contact, also one that reached nobody', () => {
    const called = run(openedCase(), command('case.logContact', { method: 'phone', direction: 'toCitizen', outcome: 'noAnswer', person: '', text: '' }));
    expect(entry(called, DUE + 1).lastContact).toEqual({ at: MONDAY, words: 'Phone call, no answer' });
    expect(entry(openedCase(), DUE + 1).lastContact).toBeNull();
  });
});

it('what was missed and kept since stays to be seen, with how late it was', () => {
  const answer = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: 'Told' };
  const answered = run(openedCase(), command('case.logContact', answer, { madeAt: DUE + 17 * HOUR_MS }));
  const ended = must(endedLateness(answered)[0], 'it was late');
  expect(endedEntry(answered, ended, around(DUE + 5 * DAY_MS))).toMatchObject({ clock: 'respond', howLate: '2 h late', endedAt: DUE + 17 * HOUR_MS, alsoLate: [] });
  const inTime = run(openedCase(), command('case.logContact', answer, { madeAt: DUE }));
  expect(endedLateness(inTime)).toEqual([]);
});

it('the escalated person stands on the line as long as the promise is late', () => {
  const escalation = { code: 'HR', name: 'HR at once', clock: null, departmentCode: null, serviceCode: null, kind: null, afterAmount: 0, afterUnit: 'elapsedHours', target: { to: 'person', staffId: 'hr' }, isActive: true };
  const catalogue = Catalogue.parse({ ...SMALL_CITY, escalations: [escalation] });
  const now: UtcMs = utcMs(DUE + HOUR_MS);
  const told = run(openedCase(), command('case.watchClock', {}, { userId: 'portreeve', madeAt: now }), { catalogue });
  expect(entry(told, now).told).toEqual(['hr']);
});

it.each([
  [0, 'under 1 h'],
  [3_599_999, 'under 1 h'],
  [HOUR_MS, '1 h'],
  [8 * HOUR_MS, '1 d'],
  [19 * HOUR_MS, '2 d 3 h'],
  [83 * HOUR_MS, '10 d'],
])('%i ms of working time on days of 8 hours are %s', (workMs, words) => {
  expect(workWords({ workMs, dayMs: 8 * HOUR_MS })).toBe(words);
});
