import { expect, it } from 'vitest';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { groupedLines } from './group-lines.ts';

// Safe: only ids are read.
const rows = ['a', 'b', 'c'].map((caseId) => ({ caseId }) as CaseRow);
const groups = ['WATER', 'PARKS', 'CODE', 'WASTE'].map((key) => ({ key, count: 2, isMore: false }));
const grouped = { groups, labelOf: (key: string) => key, groupKeys: ['WATER', 'WATER', 'PARKS'] };
const idsOf = (more: { readonly closedGroups: readonly string[]; readonly hasMore: boolean }) => groupedLines(rows, { ...grouped, ...more }).lines.map(({ caseId }) => caseId as string);

it('puts heads above their cases, and none above cases that have not come', () => {
  expect(idsOf({ closedGroups: [], hasMore: true })).toEqual(['group:WATER', 'a', 'b', 'group:PARKS', 'c']);
  expect(idsOf({ closedGroups: ['CODE'], hasMore: true })).toEqual(['group:WATER', 'a', 'b', 'group:PARKS', 'c', 'group:CODE']);
  expect(idsOf({ closedGroups: [], hasMore: false }).slice(-2)).toEqual(['group:CODE', 'group:WASTE']);
});

it('shows the heads of folded groups alone, and says how many cases they have', () => {
  const { lines, heads } = groupedLines([], { ...grouped, groupKeys: [], closedGroups: ['WATER', 'PARKS', 'CODE', 'WASTE'], hasMore: false });
  expect(lines).toHaveLength(4);
  expect(heads.get('group:WATER')).toEqual({ key: 'WATER', label: 'WATER', countWords: '2 cases', isOpen: false });
});
