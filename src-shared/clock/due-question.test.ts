import { describe, expect, it } from 'vitest';
import type { Case } from '../domain/case-document.ts';
import type { Fact } from '../domain/fact.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import { dueQuestionAt, ruleVersionAt } from './due-question.ts';

const OPENED = 1_790_000_000_000;
const hour = (hours: number): UtcMs => utcMs(OPENED + hours * HOUR_MS);

const opened = { receivedAt: hour(-100), channel: 'letter', serviceCode: 'POTHOLE', kind: 'serviceRequest', catalogueVersion: 4 };

/** A case as far as a question looks at it; `history` after its opening. */
function caseOf(...history: readonly (readonly [hours: number, fact: Record<string, unknown>])[]): Case {
  const facts = [{ kind: 'caseOpened', at: hour(0), opened }, ...history.map(([hours, fact]) => ({ at: hour(hours), by: 'a.rivera', ...fact }))];
  return { ...opened, catalogueVersion: 9, history: facts as unknown as Fact[] } as unknown as Case; // safe: nothing else is read
}

const hold = { kind: 'putOnHold', reasonCode: 'CITIZEN', pauses: ['resolve'] };
const pausesOf = (current: Case, asOf: number) => dueQuestionAt(current, hour(asOf)).pauses.map(({ from, to }) => [(from - OPENED) / HOUR_MS, to === null ? null : (to - OPENED) / HOUR_MS]);
const changed = (field: string, to: unknown) => ({ kind: 'fieldsEdited', changes: [{ field, from: null, to }, { field: 'description', from: '', to: 'A hole' }] });

describe('what was known of a case', () => {
  it('before it was typed is what its first entry says', () => {
    expect(dueQuestionAt(caseOf([2, changed('channel', 'fax')]), hour(-50))).toEqual({ receivedAt: hour(-100), channel: 'letter', serviceCode: 'POTHOLE', kind: 'serviceRequest', pauses: [] });
  });

  it('changes with each edit, and only with those of that time', () => {
    const current = caseOf([2, changed('receivedAt', hour(-120))], [4, changed('serviceCode', 'SIDEWALK')], [6, changed('receivedAt', hour(-110))]);
    const known = [1, 2, 5, 6].map((at) => dueQuestionAt(current, hour(at)));
    expect(known.map(({ receivedAt, serviceCode }) => [(receivedAt - OPENED) / HOUR_MS, serviceCode])).toEqual([[-100, 'POTHOLE'], [-120, 'POTHOLE'], [-120, 'SIDEWALK'], [-110, 'SIDEWALK']]);
    expect(known[0]).not.toHaveProperty('description');
  });

  it('is a hold that goes on until it is resumed', () => {
    const current = caseOf([3, hold], [8, { kind: 'resumed' }]);
    expect([2, 3, 7, 8, 50].map((at) => pausesOf(current, at))).toEqual([[], [[3, null]], [[3, null]], [[3, 8]], [[3, 8]]]);
    expect(dueQuestionAt(current, hour(9)).pauses[0]).toMatchObject({ reasonCode: 'CITIZEN', by: 'a.rivera', clocks: ['resolve'] });
  });

  it.each(['transferred', 'closed'])('is no hold any more once the case was %s; reopening does not bring it back', (kind) => {
    expect(pausesOf(caseOf([3, hold], [8, { kind }], [12, { kind: 'reopened' }]), 20)).toEqual([[3, 8]]);
  });

  it('keeps each of several holds, and ends one that another took the place of', () => {
    expect(pausesOf(caseOf([3, hold], [5, hold], [8, { kind: 'closed' }], [12, { kind: 'reopened' }], [13, hold]), 20)).toEqual([[3, 5], [5, 8], [13, null]]);
  });

  it('takes an undone merge for none', () => {
    const current = caseOf([3, hold], [8, { kind: 'merged' }], [12, { kind: 'unmerged' }], [14, { kind: 'resumed' }]);
    expect([10, 13, 20].map((at) => pausesOf(current, at))).toEqual([[[3, 8]], [[3, null]], [[3, 14]]]);
  });

  it('has no pause of less than nothing where the clocks of two workstations differ', () => {
    expect(pausesOf(caseOf([5, hold], [4, { kind: 'resumed' }]), 20)).toEqual([[5, 5]]);
  });

  it('is of the version it was received with, until the dates were set anew', () => {
    const current = caseOf([6, { kind: 'dueDatesSet', catalogueVersion: 7 }], [8, { kind: 'dueDatesSet', catalogueVersion: 9 }]);
    expect([-5, 5, 6, 9].map((at) => ruleVersionAt(current, hour(at)))).toEqual([4, 4, 7, 9]);
  });
});
