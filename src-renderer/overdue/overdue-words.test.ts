import { describe, expect, it } from 'vitest';
import type { BoardCounts, BoardRow } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { numberOfCase } from '../../src-shared/testing/case-maker.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { refusedLine } from '../app/bulk/result-words.ts';
import { firstDepartment } from './overdue-store.ts';
import { countWords, departmentChoices, groupLines } from './overdue-words.ts';

const NOW = utcMs(1_795_000_000_000);
const COUNTS: BoardCounts = { overdue: 23, unassigned: 9, oldestFrom: utcMs(NOW - 12 * DAY_MS), dueSoon: 1, wasOverdue: 0, groups: { STREETS: 2, '': 1 }, asOf: NOW };

/** A row of which only what words are made of is there. */
function row(departmentCode: string, assigneeId: string | null, n = 1): BoardRow {
  return { trackingNumber: numberOfCase(n), entry: { departmentCode, assigneeId: assigneeId === null ? null : StaffId.parse(assigneeId), clock: 'respond' } } as BoardRow; // safe: nothing else is read here
}

it('counts above the list', () => {
  expect(countWords(COUNTS)).toBe('23 overdue · 9 unassigned · oldest 12 days');
  expect(countWords({ ...COUNTS, overdue: 0, oldestFrom: null })).toBe('Nothing is overdue');
});

it('offers the person’s own departments first, then all, then the others by name', () => {
  expect(departmentChoices(SMALL_CITY, ['WATER']).map(({ label }) => label)).toEqual(['WATER', 'All departments', 'HR', 'STREETS']);
});

describe('the first board', () => {
  const departments = SMALL_CITY.departments.map((one) => ({ ...one, headStaffId: one.code === 'STREETS' ? StaffId.parse('boss') : null }));
  it.each([
    ['boss', 'departmentHead', ['WATER', 'STREETS'], 'STREETS'],
    ['streets', 'departmentStaff', ['STREETS'], 'STREETS'],
    ['agent', 'agent', ['CUSTOMER'], null],
    ['manager', 'cityManager', [], null],
  ] as const)('of %s (%s) is that of %s: %s', (id, role, departmentCodes, code) => {
    expect(firstDepartment({ id: StaffId.parse(id), roles: [role], departmentCodes: [...departmentCodes] }, { departments })).toBe(code);
  });
});

describe('groups', () => {
  const rows = [row('STREETS', null), row('STREETS', 'agent'), row('WATER', 'agent')];
  const lines = (sort: Parameters<typeof groupLines>[1]) => [...groupLines(rows, sort, { catalogue: SMALL_CITY, groups: COUNTS.groups })];

  it('begin with a line that names them, with how many there are where that is known', () => {
    expect(lines('department')).toEqual([[0, 'STREETS · 2'], [2, 'WATER']]);
    expect(lines('owner')).toEqual([[0, 'Unassigned · 1'], [1, 'agent']]);
    expect(lines('promise')).toEqual([[0, 'Answer']]);
  });

  it('are none where the longest late come first', () => {
    expect(lines('age')).toEqual([]);
  });
});

it('says each reason once, with the cases it holds for', () => {
  const refused = [1, 2, 3, 4, 5].map((n) => ({ row: row('WATER', null, n), sentence: n === 5 ? 'Ask your department head.' : 'The case is closed.' }));
  expect(refusedLine({ refused })).toMatch(/^5 cases stay as they were: The case is closed\. \(\S+, \S+, \S+ and 1 more\) Ask your department head\. \(\S+\)$/);
  expect(refusedLine({ refused: [] })).toBeNull();
});
