import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentOfAccused, maySeeAfterwards, mayShowDraft, misconductOf, sealOfDraft } from './complaint-of-draft.ts';
import { catalogue, draftWith } from './fixtures.ts';

const member = (id: string, roles: readonly string[], departmentCode: string) => ({ id, name: id, title: '', roles, departmentCodes: [departmentCode], email: '', isSuperUser: false, isPerson: true, isActive: true });
const city = Catalogue.parse({
  ...catalogue,
  departments: catalogue.departments.map((one) => ({ ...one, headStaffId: one.code === 'CLERK' ? 'clerk.head' : 'streets.head' })),
  staff: [member('clerk.head', ['departmentHead'], 'CLERK'), member('streets.head', ['departmentHead'], 'STREETS'), member('worker', ['departmentStaff'], 'STREETS'), member('hr', ['hr'], 'CLERK'), member('a.rivera', ['agent'], 'CLERK')],
});
const about = (accusedId: string, more = {}) => draftWith({ serviceCode: 'HOURS', kind: 'complaint', complaintAbout: 'conduct', accusedText: accusedId, accusedId, alleged: 'Shouted', ...more });

describe('a complaint about conduct', () => {
  it('says whose head is above the person where the case is with another department', () => {
    expect(sealOfDraft(about('worker'), city)?.supervisorStaffId).toBe('clerk.head');
    expect(departmentOfAccused(about('worker'), city)).toBe('STREETS');
    expect(departmentOfAccused(about('worker', { departmentCode: 'STREETS' }), city)).toBeNull();
    expect(departmentOfAccused(about('clerk.head'), city)).toBeNull(); // of that department, and told to Human Resources
    expect(departmentOfAccused(about('worker', { accusedText: '', accusedId: null }), city)).toBeNull();
  });

  it('is its taker’s alone, and is not theirs any more once it is taken', () => {
    expect(misconductOf(about('worker'), city)).toEqual({ accusedStaffId: 'worker', reason: 'Shouted' });
    expect([mayShowDraft(about('worker'), 'a.rivera', city), mayShowDraft(about('worker'), 'worker', city)]).toEqual([true, false]);
    expect(maySeeAfterwards(about('worker'), city)).toBe(false);
    expect(maySeeAfterwards({ ...about('worker'), complaintAbout: 'service' }, city)).toBe(true);
  });
});
