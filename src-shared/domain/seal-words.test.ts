import { describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { StaffId } from '../util/ids.ts';
import { accusedWords, whoIsToldWords, whoSeesWords } from './seal-words.ts';
import { sealing } from './sealing.ts';
import { maySee } from './visibility.ts';

/** With a head of Water. */
const CITY = { ...SMALL_CITY, departments: SMALL_CITY.departments.map((department) => (department.code === 'WATER' ? { ...department, headStaffId: StaffId.parse('water.head') } : department)) };
const of = (accused: string | null) => sealing(CITY, 'WATER', { accusedStaffId: accused === null ? null : StaffId.parse(accused), reason: 'x' });
const name = (id: string): string => CITY.staff.find((member) => member.id === id)?.name ?? id;

describe('what a seal means, in words', () => {
  it('names who sees the case and who is told', () => {
    expect(whoSeesWords(of(null), CITY)).toBe(`Only ${name('water.head')}, Human Resources and the City Manager’s office will see this case.`);
    expect(whoIsToldWords(of(null), CITY)).toBe(`${name('water.head')} is told and takes it over.`);
    expect(accusedWords(of(null), CITY)).toBeNull();
  });

  it('never names the accused among those who see it', () => {
    const seal = of('water.head');
    expect(whoSeesWords(seal, CITY)).not.toContain(name('water.head'));
    expect(accusedWords(seal, CITY)).toBe(`${name('water.head')} will neither see it nor be told.`);
    expect(whoIsToldWords({ ...seal, supervisorStaffId: null }, CITY)).toContain('Human Resources');
  });

  it('names everybody by name or office whom the rule lets see it, and nobody else', () => {
    expect.hasAssertions();
    for (const accused of [null, ...CITY.staff.map(({ id }) => id)]) {
      const seal = of(accused);
      const words = whoSeesWords(seal, CITY);
      for (const member of CITY.staff.filter(({ isActive, isPerson }) => isActive && isPerson)) {
        const isOfOffice = member.roles.some((role) => role === 'hr' || role === 'cityManager');
        const sees = maySee(member, { departmentCode: 'WATER', isSealed: true, seal });
        if (!isOfOffice) expect([accused, member.id, words.includes(member.name)]).toEqual([accused, member.id, sees]);
      }
    }
  });
});
