import { describe, expect, it } from 'vitest';
import { SMALL_CITY as city } from '../../../src-shared/testing/small-city.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { ESCALATIONS_FORM } from '../describe/escalations.ts';
import { whoIsTold } from './who-is-told.ts';

const rule = { ...ESCALATIONS_FORM.blank, code: 'R', name: 'Rule' };
const headed = { ...city, departments: city.departments.map((one) => (one.code === 'WATER' ? { ...one, headStaffId: StaffId.parse('water.head') } : one)) };

describe('who would be told', () => {
  it('is named by department, and where the place is empty who is told instead', () => {
    expect(whoIsTold(rule, headed)).toEqual(['Told at once: the head of the department.', 'WATER: water.head.', 'STREETS and HR have no head: there the City Manager’s office is told.']);
    expect(whoIsTold({ ...rule, departmentCode: 'WATER', afterAmount: 2, afterUnit: 'businessDays' }, headed)).toEqual(['Told 2 business days after the promise was missed: the head of the department.', 'WATER: water.head.']);
  });

  it('is a certain person by name', () => {
    expect(whoIsTold({ ...rule, target: { to: 'person', staffId: 'water.head' }, isActive: false }, city)).toEqual(['Would be told at once: water.head.']);
  });

  it('says when nobody is there', () => {
    expect(whoIsTold({ ...rule, target: { to: 'cityManager' } }, city).at(-1)).toContain('nobody is told');
    expect(whoIsTold({ ...rule, target: { to: 'person', staffId: '' } }, city)).toEqual([]);
  });
});
