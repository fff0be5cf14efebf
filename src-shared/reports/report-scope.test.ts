import { describe, expect, it } from 'vitest';
import type { Role, Staff } from '../catalogue/catalogue.ts';
import type { Case } from '../domain/case-document.ts';
import fc from 'fast-check';
import { must } from '../util/assert.ts';
import { StaffId } from '../util/ids.ts';
import { utcMs } from '../util/time.ts';
import { casesBehind } from './cases-behind.ts';
import { countReport } from './count-report.ts';
import { WHOLE } from './figure-key.ts';
import { MEASURE_KEYS } from './measure.ts';
import { ReportMonth } from './report-month.ts';
import { EVERYBODYS_REPORT, reportReaderOf, reportScopeOf, type ReportReader } from './report-scope.ts';
import { arbitraryCase, BUSY_CITY } from './testing/random-histories.ts';

const someone = (roles: readonly Role[], departmentCodes: readonly string[] = [], more: Partial<Staff> = {}): Staff => ({
  ...{ id: StaffId.parse('someone'), name: 'Someone', title: '', email: '', isSuperUser: false, isPerson: true, isActive: true },
  ...{ roles: [...roles], departmentCodes: [...departmentCodes] },
  ...more,
});

describe('who may read the report', () => {
  it.each([
    ['the City Manager’s office', someone(['cityManager']), { kind: 'city' }],
    ['the Commission', someone(['commission']), { kind: 'city' }],
    ['an administrator', someone(['administrator'], ['WATER']), { kind: 'city' }],
    ['a head, of their departments', someone(['departmentHead'], ['WATER']), { kind: 'departments', codes: ['WATER'] }],
    ['not a head of none', someone(['departmentHead']), null],
    ['not an agent', someone(['agent'], ['WATER']), null],
    ['not department staff', someone(['departmentStaff'], ['WATER']), null],
    ['not Human Resources', someone(['hr'], ['HR']), null],
    ['nobody who has left', someone(['cityManager'], [], { isActive: false }), null],
  ])('%s', (_name, staff, scope) => {
    expect(reportScopeOf(staff)).toEqual(scope);
  });
});

describe('sealed cases', () => {
  const cases = fc.sample(arbitraryCase(false), { numRuns: 300, seed: 7 });
  const sealed = cases.filter(({ isSealed }) => isSealed);
  const question = (reader: ReportReader) => ({
    ...{ month: ReportMonth.parse('2026-10'), asOf: utcMs(Date.UTC(2027, 5, 1)), timeZone: 'America/New_York', calendar: must(BUSY_CITY.calendars[0], 'it has one') },
    ...{ reader, wholeSince: null },
  });
  function figuresFor(reader: ReportReader, of: readonly Case[]): unknown {
    const counting = countReport(question(reader));
    for (const current of of) counting.add(current);
    return counting.report().figures.groups;
  }
  function namedFor(reader: ReportReader): ReadonlySet<string> {
    const lists = MEASURE_KEYS.flatMap((measure) => {
      const behind = casesBehind({ month: ReportMonth.parse('2026-10'), measure, group: WHOLE }, question(reader));
      for (const current of cases) behind.add(current);
      return behind.entries().map(({ caseId }) => String(caseId));
    });
    return new Set(lists);
  }
  const readerOf = (staff: Staff, withoutSealed = false): ReportReader => must(reportReaderOf(staff, withoutSealed), 'may read it');

  it('are counted and listed for those who may see them', () => {
    const manager = readerOf(someone(['cityManager']));
    const counted = cases.filter((current) => current.seal?.accusedStaffId !== 'someone');
    expect(figuresFor(manager, cases)).toEqual(figuresFor({ ...manager, mayCount: () => true }, counted));
    expect([...namedFor(manager)].some((id) => sealed.some((current) => current.id === id))).toBe(true);
  });

  it('leave no trace in any figure or list of the others, nor in the report that is mailed', () => {
    const open = cases.filter(({ isSealed }) => !isSealed);
    const others = [readerOf(someone(['commission'])), readerOf(someone(['administrator'])), readerOf(someone(['cityManager']), true), EVERYBODYS_REPORT];
    for (const reader of others) {
      expect(figuresFor(reader, cases)).toEqual(figuresFor(reader, open));
      expect([...namedFor(reader)].filter((id) => sealed.some((current) => current.id === id))).toEqual([]);
    }
    expect(sealed.length).toBeGreaterThan(10);
  });

  it('about a person are never in that person’s report, whatever their role', () => {
    const accused = sealed.map((current) => ({ ...current, seal: { at: current.receivedAt, by: StaffId.parse('hr'), reason: '', accusedStaffId: StaffId.parse('someone'), supervisorStaffId: null, keptBy: 'STREETS' } }));
    const reader = readerOf(someone(['cityManager']));
    expect(figuresFor(reader, accused)).toEqual(figuresFor(reader, []));
  });
});
