import { describe, expect, it } from 'vitest';
import { findStaff } from '../catalogue/lookup.ts';
import { command, judge, openedCase, run } from '../testing/case-maker.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { StaffId } from '../util/ids.ts';
import { maySettle, mayReceive } from './attention.ts';
import { visibleOfOpening } from './sealing.ts';
import { must } from '../util/assert.ts';

const staff = (id: string) => must(findStaff(SMALL_CITY, id), id);

describe('a sealed case', () => {
  it('is not shown to whoever stands in for somebody who sees it', () => {
    const sealed = run(openedCase(), command('case.seal', { accusedStaffId: null, reason: 'x' }));
    const note = command('case.addNote', { text: 'y' }, { userId: 'streets' });
    expect(judge(sealed, note, { actsFor: [staff('hr')] })).toMatchObject({ reason: 'notPermitted' });
    expect(judge(sealed, { ...note, userId: StaffId.parse('hr') }).ok).toBe(true);
  });
});

describe('an opening that had no effect', () => {
  const opening = { kind: 'complaint', serviceCode: 'QUESTION', departmentCode: 'WATER', isSealed: false, misconduct: { accusedStaffId: StaffId.parse('water.head'), reason: 'Rude' } };
  const entry = { author: staff('agent'), holderId: null, about: visibleOfOpening(opening, SMALL_CITY), since: 0 as never, isDeferred: false };

  it('is as sealed as the case would be: not for the accused, nor for administrators, also in Needs attention', () => {
    expect(entry.about).toMatchObject({ isSealed: true, seal: { accusedStaffId: 'water.head', keptBy: 'HR' } });
    expect([maySettle(staff('water.head'), entry), maySettle(staff('admin'), entry), maySettle(staff('agent'), entry)]).toEqual([false, false, true]);
    expect([mayReceive(staff('water.head'), entry), mayReceive(staff('hr'), entry)]).toEqual([false, true]);
  });
});
