import { describe, expect, it } from 'vitest';
import type { Case } from '../domain/case-document.ts';
import { must } from '../util/assert.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import { measuresOf } from './case-measures.ts';
import type { MeasureKey } from './measure.ts';
import { type Occurrence, tellOccurrences } from './occurrences.ts';
import { periodUntil, ReportMonth } from './report-month.ts';
import { BUSY_CITY } from './testing/random-histories.ts';
import { CLOSED, told, toldCase, TOLD_ZONE } from './testing/told-case.ts';
import { openWorkingDays } from './working-days.ts';

const count = openWorkingDays(must(BUSY_CITY.calendars[0], 'the small city has a calendar'));
const LATER = told('2027-06-01 00:00');

/** What a case is counted for in a month, as `measure department`, those of a share with `yes` or `no`. */
function countedFor(current: Case, month: string, now = LATER): readonly string[] {
  const shown = occurrencesOf(current, month, now).map(({ measure, departmentCode, isHit }) => `${measure} ${departmentCode}${isHit === undefined ? '' : isHit ? ' yes' : ' no'}`);
  return shown.toSorted();
}

function measured(current: Case, month: string, measure: MeasureKey) {
  return occurrencesOf(current, month, LATER).filter((one) => one.measure === measure);
}

function occurrencesOf(current: Case, month: string, now: UtcMs): readonly Occurrence[] {
  const found: Occurrence[] = [];
  tellOccurrences(measuresOf(current, now), must(periodUntil(ReportMonth.parse(month), TOLD_ZONE, now), 'the month has begun'), count, (one) => found.push(one));
  return found;
}

describe('a month of the city', () => {
  it('begins with its first midnight and ends before the next', () => {
    const last = toldCase({ received: '2026-10-31 23:59' });
    const first = toldCase({ received: '2026-11-01 00:00' });
    expect([last, first].map((one) => countedFor(one, '2026-10').includes('received STREETS'))).toEqual([true, false]);
    expect([last, first].map((one) => countedFor(one, '2026-11').includes('received STREETS'))).toEqual([false, true]);
    expect([last, first].map((one) => countedFor(one, '2026-11').includes('openAtStart STREETS'))).toEqual([true, false]);
  });

  it('takes a letter by the day it reached the city, also when it was typed in the month after', () => {
    const letter = toldCase({ received: '2026-10-30 09:00', entered: '2026-11-02 10:00', opened: { channel: 'letter' } });
    expect(countedFor(letter, '2026-10')).toEqual(['firstContact STREETS no', 'openAtEnd STREETS', 'received STREETS']);
    expect(countedFor(letter, '2026-11')).toEqual(['openAtEnd STREETS', 'openAtStart STREETS']);
  });
});

describe('closed', () => {
  const twice = toldCase({
    received: '2026-10-02 09:00',
    facts: [
      { at: '2026-10-05 09:00', ...CLOSED },
      { at: '2026-10-20 09:00', kind: 'reopened', reason: 'It is there again' },
      { at: '2026-10-21 09:00', kind: 'transferred', fromDepartmentCode: 'STREETS', toDepartmentCode: 'WATER', reason: '', isMisrouted: true },
      { at: '2026-11-04 09:00', ...CLOSED },
    ],
  });

  it('counts each closing, under the department that had the case', () => {
    expect(countedFor(twice, '2026-10')).toEqual(
      ['closed STREETS', 'firstContact STREETS no', 'misrouted STREETS', 'openAtEnd WATER', 'received STREETS', 'reopened STREETS', 'resolutionTime STREETS', 'transferred STREETS'],
    );
    expect(countedFor(twice, '2026-11')).toEqual(['closed WATER', 'openAtStart WATER', 'resolutionTime WATER']);
    expect(measured(twice, '2026-10', 'resolutionTime').map(({ elapsedMs, workingDays }) => [elapsedMs, workingDays])).toEqual([[72 * 3_600_000, 1]]);
  });

  it('is not said of a merge, which is counted apart, nor of its undoing', () => {
    const merged = toldCase({
      received: '2026-10-02 09:00',
      facts: [
        { at: '2026-10-03 09:00', kind: 'merged', intoCaseId: '00000000-0000-4000-8000-00000000000a', intoTrackingNumber: '1000000009', reason: '' },
        { at: '2026-11-03 09:00', kind: 'unmerged', fromCaseId: '00000000-0000-4000-8000-00000000000a', fromTrackingNumber: '1000000009', reason: 'Another hole' },
      ].map((fact) => ({ ...fact, ...numbersOf(fact) })),
    });
    expect(countedFor(merged, '2026-10')).toEqual(['firstContact STREETS no', 'merged STREETS', 'received STREETS']);
    expect(countedFor(merged, '2026-11')).toEqual(['openAtEnd STREETS', 'unmerged STREETS']);
  });

  it('by an offline workstation that told of it after a later transfer counts from that transfer on', () => {
    const late = toldCase({
      received: '2026-10-02 09:00',
      opened: { respondBy: told('2026-10-05 09:00') },
      facts: [{ at: '2026-11-01 08:00', kind: 'transferred', fromDepartmentCode: 'STREETS', toDepartmentCode: 'WATER', reason: '' }, { at: '2026-10-31 20:00', ...CLOSED }],
    });
    expect(countedFor(late, '2026-10')).toEqual(['answeredInTime STREETS no', 'firstContact STREETS no', 'openAtEnd STREETS', 'received STREETS', 'stillLate STREETS']);
    expect(countedFor(late, '2026-11')).toEqual(['closed WATER', 'openAtStart STREETS', 'resolutionTime WATER', 'transferred STREETS']);
  });

  it('at first contact is no long time, and does not hold when the case is opened again', () => {
    const answered = (more: readonly { at: string; kind: string }[]) =>
      toldCase({ received: '2026-10-02 09:00', facts: [{ at: '2026-10-02 09:00', kind: 'responded' }, { at: '2026-10-02 09:00', ...CLOSED, isFirstContactResolution: true }, ...more] });
    expect(countedFor(answered([]), '2026-10')).toEqual(['closed STREETS', 'firstContact STREETS yes', 'received STREETS']);
    const again = [{ at: '2026-10-30 09:00', kind: 'reopened', reason: 'Not so' }];
    expect(countedFor(answered(again), '2026-10')).toContain('firstContact STREETS no');
    expect(countedFor(answered([{ at: '2026-11-30 09:00', kind: 'reopened', reason: 'Not so' } as never]), '2026-10')).toContain('firstContact STREETS yes');
  });
});

describe('promises', () => {
  const due = told('2026-10-05 09:00');
  const opened = { respondBy: due };
  const missed = { at: '2026-10-05 09:00', kind: 'wentOverdue', clock: 'respond', taskId: null, due, departmentCode: 'STREETS', assigneeId: null };

  it('missed stay missed when the case is closed, and are late until then', () => {
    const current = toldCase({ received: '2026-10-02 09:00', opened, facts: [missed, { at: '2026-11-05 09:00', ...CLOSED }] });
    expect(countedFor(current, '2026-10')).toEqual(['answeredInTime STREETS no', 'becameLate STREETS', 'firstContact STREETS no', 'missedAnswer STREETS', 'openAtEnd STREETS', 'received STREETS', 'stillLate STREETS']);
    expect(countedFor(current, '2026-11')).toEqual(['closed STREETS', 'openAtStart STREETS', 'resolutionTime STREETS']);
  });

  it('count as missed before anybody has noticed, at the moment of the report and not before', () => {
    const current = toldCase({ received: '2026-10-02 09:00', opened });
    expect(countedFor(current, '2026-10', told('2026-10-05 12:00'))).toEqual(expect.arrayContaining(['becameLate STREETS', 'stillLate STREETS', 'answeredInTime STREETS no']));
    const before = countedFor(current, '2026-10', utcMs(due - 1));
    expect(before).toEqual(['firstContact STREETS no', 'openAtEnd STREETS', 'received STREETS']);
  });

  it('kept by a workstation that was offline were never missed', () => {
    const facts = [missed, { at: '2026-10-05 09:00', kind: 'responded' }, { at: '2026-10-07 09:00', kind: 'overdueWithdrawn', clock: 'respond', taskId: null, due }];
    const current = toldCase({ received: '2026-10-02 09:00', opened, facts });
    expect(countedFor(current, '2026-10')).toEqual(['answeredInTime STREETS yes', 'firstContact STREETS no', 'openAtEnd STREETS', 'received STREETS', 'responseTime STREETS']);
  });

  it('whose clock stands still are neither late nor due', () => {
    const hold = { at: '2026-10-04 09:00', kind: 'putOnHold', reasonCode: 'CITIZEN', note: '', until: null, pauses: ['respond'] };
    expect(countedFor(toldCase({ received: '2026-10-02 09:00', opened, facts: [hold] }), '2026-10')).toEqual(['firstContact STREETS no', 'openAtEnd STREETS', 'received STREETS']);
  });

  it('that had run out in an earlier system are not counted as missed here, but are late from the day the case came', () => {
    const source = { system: 'old', id: '1', flags: [], importedAt: told('2026-10-20 09:00') };
    const imported = toldCase({ received: '2026-09-02 09:00', opened: { respondBy: told('2026-09-05 09:00'), source } });
    expect(countedFor(imported, '2026-09')).toEqual(['openAtEnd STREETS', 'received STREETS']);
    expect(countedFor(imported, '2026-10')).toEqual(['openAtEnd STREETS', 'openAtStart STREETS', 'stillLate STREETS']);
  });

  it('of a task are counted under its department, and make a complaint overdue', () => {
    const task = { taskId: '00000000-0000-4000-8000-00000000000b', title: 'Look', departmentCode: 'WATER', assigneeId: null, after: null, withinBusinessDays: 1, dueBy: due };
    const current = toldCase({ received: '2026-10-02 09:00', opened: { kind: 'complaint' }, facts: [{ at: '2026-10-02 10:00', kind: 'taskAdded', ...task }] });
    expect(countedFor(current, '2026-10')).toEqual(
      ['becameLate WATER', 'complaintsOutstanding STREETS', 'complaintsOverdue STREETS', 'complaintsReceived STREETS', 'firstContact STREETS no', 'missedTask WATER', 'openAtEnd STREETS', 'received STREETS', 'stillLate WATER'],
    );
  });
});

describe('surveys', () => {
  it('count each answer when it was given, and what the department owed for a low one', () => {
    const number = toldCase({ received: '2026-10-02 09:00' }).trackingNumber;
    const current = toldCase({
      received: '2026-10-02 09:00',
      facts: [
        { at: '2026-10-05 09:00', ...CLOSED },
        { at: '2026-10-05 09:00', kind: 'surveyOffered', method: 'phone' },
        { at: '2026-10-06 09:00', kind: 'surveyAnswered', trackingNumber: number, rating: 2, comment: '', method: 'phone' },
        { at: '2026-10-06 09:00', kind: 'followUpOpened', departmentCode: 'STREETS', dueBy: told('2026-10-08 17:00'), rating: 2 },
        { at: '2026-11-06 09:00', kind: 'followUpClosed', note: 'Called' },
        { at: '2026-11-07 09:00', kind: 'reviewed', verdict: 'complete', note: '' },
      ],
    });
    const surveys = (month: string) => countedFor(current, month).filter((one) => /survey|followUp|stillLate|becameLate|found/.test(one));
    expect(surveys('2026-10')).toEqual(['followUpsOpened STREETS', 'stillLate STREETS', 'surveyGood STREETS no', 'surveyRating STREETS', 'surveysOffered STREETS']);
    expect(surveys('2026-11')).toEqual(['followUpsClosed STREETS', 'foundComplete STREETS yes']);
  });
});

/** Tracking numbers carry a check digit. */
function numbersOf(fact: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { trackingNumber } = toldCase({ received: '2026-01-01 09:00' });
  return 'intoTrackingNumber' in fact ? { intoTrackingNumber: trackingNumber } : { fromTrackingNumber: trackingNumber };
}
