/** The rules of a case that the founding policies name, one by one (ids as in the city's requirements). */
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { CLOCK_STAFF_ID, findStaff } from '../catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS, type CommandType } from '../commands/index.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../util/time.ts';
import { bucketsOf } from './buckets.ts';
import type { Case } from './case-document.ts';
import { decide, type Decision } from './decide.ts';
import { toldStaff } from '../overdue/promises.ts';
import { latenessFacts, nextLateAt } from './lateness.ts';
import { maySee } from './visibility.ts';

const CASE_ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const NUMBER = trackingNumberFromPayload(482_913_506);
const OTHER_NUMBER = trackingNumberFromPayload(482_913_507);
/** Monday 16 November 2026, 10:00 in New York. */
const MONDAY = Date.UTC(2026, 10, 16, 15);

const CITY = Catalogue.parse({
  ...SMALL_CITY,
  departments: SMALL_CITY.departments.map((one) => (one.code === 'WATER' ? { ...one, headStaffId: 'water.head', complaintContactStaffId: 'water.head' } : one)),
  survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: 'CITY' },
  escalations: [
    { code: 'HEAD', name: 'The head hears at once', clock: 'respond', departmentCode: null, serviceCode: null, kind: null, afterAmount: 0, afterUnit: 'elapsedHours', target: { to: 'supervisor' }, isActive: true },
    { code: 'HR', name: 'Then Human Resources', clock: null, departmentCode: null, serviceCode: null, kind: null, afterAmount: 2, afterUnit: 'businessDays', target: { to: 'person', staffId: 'hr' }, isActive: true },
  ],
});
const PERSON = { name: 'Ana Núñez', phone: '555-0142', email: 'ana@example.com', address: '', language: 'es', preference: 'email', needs: '' };

let made = 0;
function command(type: CommandType, args: unknown, more: Record<string, unknown> = {}): Command {
  made += 1;
  const uid = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  return Command.parse({ uid, caseId: CASE_ID, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: 'agent', station: 'st-000000000001', madeAt: MONDAY, ...more });
}
const judge = (current: Case | null, given: Command): Decision => decide(current, given, { catalogue: CITY, actor: findStaff(CITY, given.userId) ?? null });
function run(current: Case | null, given: Command): Case {
  const decision = judge(current, given);
  if (!decision.ok) throw new Error(`${given.type} refused: ${decision.reason} ${JSON.stringify(decision.details)}`);
  return decision.next;
}
function open(more: Record<string, unknown> = {}): Case {
  const args = {
    ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: 'QUESTION', description: 'Large hole', location: null, requester: PERSON, onBehalfOf: null },
    ...{ answers: {}, receivedAt: MONDAY, isMajorRepair: false, trackingNumber: NUMBER, pin: '0417', departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
    ...more,
  };
  return run(null, command('case.open', args));
}
const later = (ms: number) => ({ madeAt: MONDAY + ms });
const CONTACT = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: '' };
const CLOSING = { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null };
const kinds = (current: Case): readonly string[] => current.history.map(({ kind }) => kind);
const WEDNESDAY_CLOSE = Date.UTC(2026, 10, 18, 22);

describe('OV-1: lateness is a fact', () => {
  it('two business days from Monday morning end on Wednesday at closing; nothing is late at that very moment', () => {
    const current = open();
    expect(current.respondBy).toBe(WEDNESDAY_CLOSE);
    expect(nextLateAt(current)).toBe(WEDNESDAY_CLOSE);
    expect(latenessFacts(current, utcMs(WEDNESDAY_CLOSE))).toEqual([]);
    expect(latenessFacts(current, utcMs(WEDNESDAY_CLOSE + 1))).toMatchObject([{ kind: 'wentOverdue', clock: 'respond', due: WEDNESDAY_CLOSE, at: WEDNESDAY_CLOSE, by: CLOCK_STAFF_ID }]);
  });

  it('is stated before whatever is done with a late case, once, and survives closing, reopening and a new date', () => {
    let current = run(open(), command('case.addNote', { text: 'x' }, later(5 * DAY_MS)));
    expect(kinds(current)).toEqual(['caseOpened', 'wentOverdue', 'noteAdded']);
    current = run(current, command('case.close', CLOSING, later(5 * DAY_MS)));
    current = run(current, command('case.reopen', { reason: 'Sank' }, later(6 * DAY_MS)));
    const basis = { receivedAt: current.fieldVersions['receivedAt'] };
    current = run(current, command('case.edit', { changes: { receivedAt: MONDAY - HOUR_MS }, basis }, later(6 * DAY_MS)));
    expect(current.lateness).toMatchObject([{ clock: 'respond', due: WEDNESDAY_CLOSE, since: WEDNESDAY_CLOSE, withdrawnAt: null }]);
  });

  it('every judge states it under the same id, whoever notices first', () => {
    const current = open();
    const [here] = latenessFacts(current, utcMs(MONDAY + 4 * DAY_MS));
    const [there] = latenessFacts(current, utcMs(MONDAY + 9 * DAY_MS));
    expect(here).toEqual(there);
  });

  it('is withdrawn when a workstation that was offline had answered in time', () => {
    const atServer = run(open(), command('case.watchClock', {}, { userId: CLOCK_STAFF_ID, ...later(3 * DAY_MS) }));
    const told = run(atServer, command('case.logContact', CONTACT, later(DAY_MS)));
    expect(told.respondedAt).toBe(MONDAY + DAY_MS);
    expect(told.lateness).toMatchObject([{ clock: 'respond', withdrawnAt: MONDAY + DAY_MS }]);
    expect(kinds(told)).toEqual(['caseOpened', 'wentOverdue', 'escalated', 'contactLogged', 'responded', 'overdueWithdrawn']);
  });

  it('an earlier answer that arrives later is the first answer', () => {
    const answered = run(open(), command('case.logContact', CONTACT, later(2 * DAY_MS)));
    expect(run(answered, command('case.logContact', CONTACT, later(DAY_MS))).respondedAt).toBe(MONDAY + DAY_MS);
  });

  it('a workstation’s clock that is ahead makes nothing late before its time', () => {
    const given = command('case.addNote', { text: 'x' }, later(300 * DAY_MS));
    const decision = decide(open(), given, { catalogue: CITY, actor: findStaff(CITY, 'agent') ?? null, now: utcMs(MONDAY + HOUR_MS) });
    expect(decision).toMatchObject({ ok: true, facts: [{ kind: 'noteAdded' }] });
  });

  it('a case closed in time and reopened after its date is late from the reopening on', () => {
    let current = open({ serviceCode: 'POTHOLE', location: { text: '5 Elm Street', unit: '', point: null }, answers: { SIZE: 'large' } });
    current = run(current, command('case.close', CLOSING, later(HOUR_MS)));
    current = run(current, command('case.reopen', { reason: 'Sank' }, later(10 * DAY_MS)));
    expect(latenessFacts(current, utcMs(MONDAY + 11 * DAY_MS))).toMatchObject([{ clock: 'respond', due: WEDNESDAY_CLOSE, at: MONDAY + 10 * DAY_MS }]);
  });
});

describe('OV-1: a letter entered after its date', () => {
  const stamped = { receivedAt: MONDAY - 14 * DAY_MS };

  it('is late from its entry on, said before the answer given with it', () => {
    expect(kinds(open(stamped))).toEqual(['caseOpened', 'wentOverdue']);
    const answered = open({ ...stamped, answeredNow: { disposition: 'RESOLVED', closingNote: 'Told by letter' } });
    expect(kinds(answered).slice(0, 4)).toEqual(['caseOpened', 'wentOverdue', 'responded', 'closed']);
    expect(answered.lateness).toMatchObject([{ clock: 'respond', withdrawnAt: null }]);
  });
});

describe('OV-2: somebody is told', () => {
  const watch = (current: Case, ms: number) => run(current, command('case.watchClock', {}, { userId: CLOCK_STAFF_ID, ...later(ms) }));

  it('by each rule once, when its time has come, as long as the promise is not kept', () => {
    const water = open({ serviceCode: 'MAIN_BREAK', location: { text: '5 Elm Street', unit: '', point: null } });
    const first = watch(water, 3 * DAY_MS);
    expect(first.escalations).toMatchObject([{ ruleCode: 'HEAD', toStaffId: 'water.head' }]);
    expect(judge(first, command('case.watchClock', {}, { userId: CLOCK_STAFF_ID, ...later(3 * DAY_MS) }))).toMatchObject({ ok: false, reason: 'nothingToChange' });
    expect(watch(first, 6 * DAY_MS).escalations.map(({ ruleCode }) => ruleCode)).toEqual(['HEAD', 'HR']);
    const answered = run(first, command('case.logContact', CONTACT, later(4 * DAY_MS)));
    expect(judge(answered, command('case.watchClock', {}, { userId: CLOCK_STAFF_ID, ...later(9 * DAY_MS) }))).toMatchObject({ reason: 'nothingToChange' });
  });

  it('nobody but the clock may say that it is late', () => {
    expect(judge(open(), command('case.watchClock', {}, { userId: 'admin', ...later(9 * DAY_MS) }))).toMatchObject({ reason: 'notPermitted' });
  });
});

describe('pauses', () => {
  it('a case on hold for a reason that stops a clock is not late, and its date moves by the time it stood still', () => {
    const city = Catalogue.parse({ ...CITY, holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting' }, pauses: ['respond'] }] });
    const give = (current: Case | null, given: Command): Case => {
      const decision = decide(current, given, { catalogue: city, actor: findStaff(city, given.userId) ?? null });
      if (!decision.ok) throw new Error(decision.reason);
      return decision.next;
    };
    const held = give(open(), command('case.hold', { reasonCode: 'CITIZEN', note: '', until: null }, later(HOUR_MS)));
    expect(latenessFacts(held, utcMs(MONDAY + 9 * DAY_MS))).toEqual([]);
    const resumed = give(held, command('case.resume', { note: '' }, later(DAY_MS + HOUR_MS)));
    expect(resumed.respondBy).toBe(Date.UTC(2026, 10, 19, 22)); // nine working hours stood still: Thursday at closing, before 72 hours and a day
    expect(kinds(resumed)).toEqual(['caseOpened', 'putOnHold', 'resumed', 'dueDatesSet']);
  });
});

describe('AS-5: several departments on one case', () => {
  const [FIRST, SECOND] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
  const task = (taskId: string | undefined, more: Record<string, unknown> = {}) => ({ taskId, title: 'Shut the valve', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: 1, ...more });

  it('a department with a task sees the case and may finish the task, nothing else', () => {
    const current = run(open(), command('case.addTask', task(FIRST)));
    expect(bucketsOf(current)).toEqual(['city', 'dept:STREETS', 'dept:WATER']);
    expect(judge(current, command('case.close', CLOSING, { userId: 'water.head' }))).toMatchObject({ reason: 'notPermitted' });
    const done = run(current, command('case.finishTask', { taskId: FIRST, outcome: 'done', note: 'Shut' }, { userId: 'water.head' }));
    expect(bucketsOf(done)).toEqual(['city', 'dept:STREETS']);
  });

  it('one that waits begins, with its clock, when the one before is finished', () => {
    let current = run(open(), command('case.addTask', task(FIRST)));
    current = run(current, command('case.addTask', task(SECOND, { after: FIRST, departmentCode: 'STREETS' })));
    expect(current.tasks).toMatchObject([{ state: 'open', dueBy: Date.UTC(2026, 10, 17, 22) }, { state: 'waiting', dueBy: null }]);
    expect(judge(current, command('case.finishTask', { taskId: SECOND, outcome: 'done', note: '' }))).toMatchObject({ reason: 'taskWaits' });
    current = run(current, command('case.finishTask', { taskId: FIRST, outcome: 'done', note: '' }, later(DAY_MS)));
    expect(current.tasks).toMatchObject([{ state: 'done' }, { state: 'open', dueBy: Date.UTC(2026, 10, 18, 22) }]);
    expect(latenessFacts(current, utcMs(MONDAY + 5 * DAY_MS)).map((fact) => fact.kind === 'wentOverdue' && fact.taskId)).toContain(SECOND);
  });

  it('the case does not close over an open task without saying so', () => {
    const current = run(open(), command('case.addTask', task(FIRST)));
    expect(judge(current, command('case.close', CLOSING))).toMatchObject({ reason: 'openTasks', details: { tasks: '“Shut the valve”' } });
    const closed = run(current, command('case.close', { ...CLOSING, openTasks: 'notNeeded' }));
    expect(closed).toMatchObject({ state: 'closed', tasks: [{ state: 'notNeeded' }] });
  });
});

describe('DU-1: merging', () => {
  const into = { intoCaseId: OTHER_ID, intoTrackingNumber: OTHER_NUMBER, reason: '' };

  it('undone, the case is as it was, apart from its history', () => {
    const before = run(open(), command('case.take', { seenAssigneeId: null }));
    const merged = run(before, command('case.merge', into));
    expect(merged).toMatchObject({ state: 'closed', requester: PERSON, mergedInto: { trackingNumber: OTHER_NUMBER } });
    const { history: _after, ...back } = run(merged, command('case.unmerge', { reason: 'Two holes' }));
    const { history: _before, ...was } = before;
    expect(back).toEqual(was);
  });

  it('goes in no circle, and a merged case is not reopened but separated', () => {
    const whole = run(open(), command('case.absorb', { caseId: OTHER_ID, trackingNumber: OTHER_NUMBER }));
    expect(judge(whole, command('case.merge', into))).toMatchObject({ reason: 'mergeCircle' });
    const merged = run(open(), command('case.merge', into));
    expect(judge(merged, command('case.merge', into))).toMatchObject({ reason: 'alreadyMerged' });
    expect(judge(merged, command('case.reopen', { reason: 'x' }))).toMatchObject({ reason: 'alreadyMerged' });
  });
});

describe('SU-1 to SU-4: surveys', () => {
  const answer = (rating: number) => ({ trackingNumber: NUMBER, rating, comment: 'Slow', method: 'phone' });
  const closed = () => run(open(), command('case.close', CLOSING));

  it('the citizen is asked once in the life of a case, as they wish to be reached', () => {
    let current = closed();
    expect(current.survey).toMatchObject({ method: 'email' });
    current = run(current, command('case.reopen', { reason: 'Sank' }));
    current = run(current, command('case.close', CLOSING));
    expect(kinds(current).filter((kind) => kind === 'surveyOffered')).toHaveLength(1);
    expect(kinds(run(open({ requester: { ...PERSON, preference: 'none' } }), command('case.close', CLOSING)))).not.toContain('surveyOffered');
  });

  it.each([[1, true], [3, true], [4, false], [5, false]])('a rating of %i opens a follow-up: %s', (rating, isOpened) => {
    const current = run(closed(), command('case.recordSurvey', answer(rating)));
    expect(current.followUp !== null).toBe(isOpened);
    if (!isOpened) return;
    expect(current.followUp).toMatchObject({ departmentCode: 'STREETS', dueBy: Date.UTC(2026, 10, 19, 22) });
    expect(latenessFacts(current, utcMs(MONDAY + 5 * DAY_MS))).toMatchObject([{ clock: 'followUp' }]);
    expect(run(current, command('case.closeFollowUp', { note: 'Called' })).followUp).toMatchObject({ closingNote: 'Called' });
  });

  it('counts one answer for each citizen', () => {
    const current = run(closed(), command('case.recordSurvey', answer(5)));
    expect(judge(current, command('case.recordSurvey', answer(1)))).toMatchObject({ reason: 'surveyAnswered' });
    expect(judge(current, command('case.recordSurvey', { ...answer(1), trackingNumber: OTHER_NUMBER }))).toMatchObject({ reason: 'notANumberOfThisCase' });
  });
});

describe('CO-1 to CO-6: complaints', () => {
  it('go to the department’s point of contact, and are not closed before the citizen knows', () => {
    const current = open({ kind: 'complaint', channel: 'letter', serviceCode: 'MAIN_BREAK', location: { text: '5 Elm Street', unit: '', point: null } });
    expect(current).toMatchObject({ assigneeId: 'water.head', complaintAbout: 'service', acknowledgedAt: null });
    expect(judge(current, command('case.close', CLOSING))).toMatchObject({ reason: 'complaintNotAcknowledged' });
    const known = run(current, command('case.acknowledge', { method: 'letter', text: '' }));
    expect(known.respondedAt).toBeNull();
    expect(run(known, command('case.close', CLOSING)).state).toBe('closed');
  });

  it('about conduct are sealed from the start, away from the accused, also when that is the head of the department', () => {
    const about = (accusedStaffId: string) => open({ kind: 'complaint', departmentCode: 'WATER', misconduct: { accusedStaffId, reason: 'Rude' } });
    const sees = (id: string, current: Case) => maySee(findStaff(CITY, id) ?? must(), current);
    const ofWorker = about('streets');
    expect(ofWorker.seal).toMatchObject({ accusedStaffId: 'streets', supervisorStaffId: 'water.head', keptBy: 'WATER' });
    expect([sees('water.head', ofWorker), sees('hr', ofWorker), sees('agent', ofWorker), sees('streets', ofWorker)]).toEqual([true, true, false, false]);
    const ofHead = about('water.head');
    expect(ofHead.seal).toMatchObject({ supervisorStaffId: 'hr', keptBy: 'HR' });
    expect(bucketsOf(ofHead)).toEqual(['sealed:HR']);
    expect([sees('water.head', ofHead), sees('hr', ofHead)]).toEqual([false, true]);
    expect(bucketsOf(about('hr'))).toEqual(['sealed:WATER']);
  });

  it('can be sealed later by whoever hears of it, and each opening is kept', () => {
    const sealed = run(open(), command('case.seal', { accusedStaffId: null, reason: 'Shouted at a citizen' }, { userId: 'streets' }));
    expect(sealed.isSealed).toBe(true);
    expect(kinds(run(sealed, command('case.logOpening', {}, { userId: 'hr' })))).toContain('sealedOpened');
    expect(judge(open(), command('case.logOpening', {}))).toMatchObject({ reason: 'notSealed' });
  });

  it('that need somebody above are told to the head of the department, by the head to the City Manager’s office, with the reason', () => {
    const current = open({ kind: 'complaint', departmentCode: 'WATER' });
    const tell = (userId: string) => command('case.tellSupervisor', { reason: 'Wants to speak with the director' }, { userId });
    const told = run(current, tell('agent'));
    expect(told.escalations).toMatchObject([{ ruleCode: 'TOLD-BY-HAND', toStaffId: 'water.head', clock: 'respond', due: current.respondBy }]);
    expect(told.history.at(-1)).toMatchObject({ kind: 'noteAdded', text: 'Wants to speak with the director' });
    expect(toldStaff(told)).toEqual(['water.head']);
    expect(judge(current, tell('water.head'))).toMatchObject({ reason: 'unknownStaff' }); // this small city has no City Manager
    const byHead = open({ kind: 'complaint', departmentCode: 'WATER', misconduct: { accusedStaffId: 'water.head', reason: 'Rude' } });
    expect(judge(byHead, tell('hr'))).toMatchObject({ reason: 'unknownStaff' }); // not to the accused
  });

  it('are from then on with whoever was told, who may do with them what there is to do', () => {
    const mine = run(open({ kind: 'complaint', departmentCode: 'STREETS' }), command('case.take', { seenAssigneeId: null }));
    const sealed = run(mine, command('case.seal', { accusedStaffId: null, reason: 'Shouted' }));
    expect(sealed).toMatchObject({ assigneeId: 'hr', state: 'assigned' });
    const byHr = { userId: 'hr' } as const;
    expect(judge(sealed, command('case.assign', { assigneeId: 'agent', seenAssigneeId: 'hr', note: '' }, byHr))).toMatchObject({ reason: 'sealedFromThem' });
    expect(run(sealed, command('case.transfer', { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: '', isMisrouted: false }, byHr)).assigneeId).toBeNull();
    expect(run(sealed, command('case.close', CLOSING, byHr)).state).toBe('closed');
    expect(judge(sealed, command('case.close', CLOSING))).toMatchObject({ reason: 'notPermitted' });
  });

  it('named later, the accused has it no longer; whoever else was given it keeps it', () => {
    const sealed = run(open({ departmentCode: 'WATER' }), command('case.seal', { accusedStaffId: null, reason: 'Shouted' }));
    expect(sealed.assigneeId).toBe('water.head');
    const named = run(sealed, command('case.seal', { accusedStaffId: 'water.head', reason: 'It was the head' }, { userId: 'hr' }));
    expect(named).toMatchObject({ assigneeId: 'hr', seal: { keptBy: 'HR' } });
    const other = run(sealed, command('case.take', { seenAssigneeId: 'water.head' }, { userId: 'hr' }));
    expect(run(other, command('case.seal', { accusedStaffId: 'streets', reason: 'It was a worker' }, { userId: 'water.head' })).assigneeId).toBe('hr');
  });

  function must(): never {
    throw new Error('not in the city');
  }
});

describe('AS-3: referral', () => {
  const agency = { name: 'The County', address: '2 Court Street', phone: '555-0199', code: 'COUNTY' };
  const letter = (body: string) => ({ method: 'letter', templateCode: null, templateVersion: null, language: 'en', trackingNumber: NUMBER, toName: 'Ana', toAddress: '5 Elm Street', subject: '', body, isAutomatic: false });

  it('the reply carries the agency’s name, address and phone, or is refused', () => {
    const referred = run(open(), command('case.refer', { agency, note: '' }));
    expect(judge(referred, command('case.correspond', letter('Please turn to The County.')))).toMatchObject({ reason: 'agencyMissing' });
    const told = run(referred, command('case.correspond', letter('Please turn to\nThe County\n2 Court Street\n555-0199')));
    expect(told.respondedAt).not.toBeNull();
    expect(run(told, command('case.correspond', letter('Thank you for calling.'))).history).toHaveLength(5);
  });

  it('a letter that acknowledges is no answer, and neither is one that asks how it went (S3, B.1)', () => {
    const written = open({ channel: 'letter' });
    const acknowledged = run(written, command('case.correspond', { ...letter('We have your letter.'), event: 'caseReceived' }));
    expect(acknowledged).toMatchObject({ respondedAt: null });
    expect([written.acknowledgedAt, acknowledged.acknowledgedAt]).toEqual([null, expect.any(Number)]);
    const joined = run(written, command('case.addCoReporter', { person: null, channel: 'letter', receivedAt: MONDAY, trackingNumber: OTHER_NUMBER, pin: null }));
    expect(run(joined, command('case.correspond', { ...letter('We have your letter.'), trackingNumber: OTHER_NUMBER, event: 'caseReceived' })).acknowledgedAt).toBeNull();
    expect(run(acknowledged, command('case.correspond', { ...letter('How did we do?'), event: 'survey' })).respondedAt).toBeNull();
    expect(run(acknowledged, command('case.correspond', { ...letter('We look at it on Monday.'), event: 'responded' })).respondedAt).not.toBeNull();
  });

  it('on the call stands on the case from its first moment, closed or not', () => {
    const referral = { ...agency, hours: 'Monday to Friday 8 to 4' };
    expect(open({ referral })).toMatchObject({ referral, state: 'new', respondedAt: null });
    const closed = open({ referral, answeredNow: { disposition: 'RESOLVED', closingNote: 'The County does this' } });
    expect(closed).toMatchObject({ referral, state: 'closed', isFirstContactResolution: true });
    expect(kinds(closed).slice(0, 4)).toEqual(['caseOpened', 'referred', 'responded', 'closed']);
  });

  it('only to an agency that is in the directory on that day', () => {
    const city = { ...CITY, agencies: CITY.agencies.map((one) => ({ ...one, until: '2026-11-15' })) };
    const decision = decide(open(), command('case.refer', { agency, note: '' }), { catalogue: city, actor: findStaff(CITY, 'agent') ?? null });
    expect(decision).toMatchObject({ ok: false, reason: 'unknownAgency' });
  });
});

describe('a department that takes no cases any more', () => {
  it('is given neither a case nor a task', () => {
    const city = { ...CITY, departments: CITY.departments.map((one) => ({ ...one, isActive: one.code !== 'WATER' })) };
    const given = (type: CommandType, args: unknown): Decision => decide(open(), command(type, args), { catalogue: city, actor: findStaff(CITY, 'agent') ?? null });
    expect(given('case.transfer', { departmentCode: 'WATER', seenDepartmentCode: open().departmentCode, reason: '' })).toMatchObject({ reason: 'unknownDepartment' });
    expect(given('case.addTask', { taskId: OTHER_ID, title: 'Dig', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: null })).toMatchObject({ reason: 'unknownDepartment' });
  });
});

describe('closing', () => {
  it('by whoever took it, within the hour, is a first-contact resolution', () => {
    expect(run(open(), command('case.close', CLOSING, later(HOUR_MS / 2))).isFirstContactResolution).toBe(true);
    expect(run(open(), command('case.close', CLOSING, { userId: 'agent2' })).isFirstContactResolution).toBe(false);
    expect(run(open(), command('case.close', { ...CLOSING, isFirstContact: false }, later(HOUR_MS / 2))).isFirstContactResolution).toBe(false);
    expect(run(open(), command('case.close', { ...CLOSING, isFirstContact: true }, { userId: 'agent2' })).isFirstContactResolution).toBe(false);
    expect(run(open(), command('case.close', CLOSING, later(2 * HOUR_MS))).isFirstContactResolution).toBe(false);
  });

  it('RC-6: a long repair says when progress is to be reported next, from each report on', () => {
    const current = open({ isMajorRepair: true });
    expect(current.nextProgressBy).toBe(Date.UTC(2026, 11, 1, 22)); // ten business days, Thanksgiving passed over
    const reported = run(current, command('case.addProgressNote', { text: 'Half is in' }, later(DAY_MS)));
    expect(reported.nextProgressBy).toBe(Date.UTC(2026, 11, 2, 22));
  });
});

describe('AS-2: standing in', () => {
  it('lets a colleague do what the absent one may', () => {
    const current = open({ serviceCode: 'MAIN_BREAK', location: { text: '5 Elm Street', unit: '', point: null } });
    const given = command('case.addProgressNote', { text: 'x' }, { userId: 'streets' });
    const [actor, head] = [findStaff(CITY, 'streets') ?? null, findStaff(CITY, 'water.head')];
    expect(decide(current, given, { catalogue: CITY, actor })).toMatchObject({ reason: 'notPermitted' });
    expect(decide(current, given, { catalogue: CITY, actor, actsFor: head ? [head] : [] }).ok).toBe(true);
  });
});
