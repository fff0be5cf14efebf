import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { CLOCK_LABELS } from '../../src-shared/domain/labels.ts';
import { BOARD_SORTS, BOARD_TABS, type BoardCounts, type BoardRow, type BoardSort, type BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { durationWords } from '../../src-shared/util/moment.ts';
import type { Choice } from '../ui/select.tsx';

export const TAB_LABELS: Record<BoardTab, string> = { overdue: t`Overdue`, dueSoon: t`Due soon`, wasOverdue: t`Was overdue` };

const SORT_LABELS: Record<BoardSort, string> = { age: t`Longest late first`, department: t`By department`, owner: t`By owner`, promise: t`By promise` };
export const SORT_CHOICES: readonly Choice<BoardSort>[] = BOARD_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }));

export const ALL_DEPARTMENTS = 'all';

/** The person's own departments first, then all the others by name. */
export function departmentChoices(catalogue: Catalogue, own: readonly string[]): readonly Choice<string>[] {
  const choice = ({ code, name }: { readonly code: string; readonly name: string }): Choice<string> => ({ value: code, label: name });
  const byName = catalogue.departments.toSorted((a, b) => a.name.localeCompare(b.name));
  const [mine, others] = [byName.filter(({ code }) => own.includes(code)), byName.filter(({ code }) => !own.includes(code))];
  return [...mine.map(choice), { value: ALL_DEPARTMENTS, label: t`All departments` }, ...others.map(choice)];
}

/** `23 overdue · 9 unassigned · oldest 12 days`. */
export function countWords({ overdue, unassigned, oldestFrom, asOf }: BoardCounts): string {
  if (overdue === 0 || oldestFrom === null) return t`Nothing is overdue`;
  const count = (many: number): string => wholeNumber(many);
  return t`${count(overdue)} overdue · ${count(unassigned)} unassigned · oldest ${durationWords(asOf - oldestFrom)}`;
}

/** What a row's group is called; null where the list has no groups. */
export function groupOf({ entry }: BoardRow, sort: BoardSort, catalogue: Catalogue): { readonly key: string; readonly label: string } | null {
  switch (sort) {
    case 'age':
      return null;
    case 'department':
      return { key: entry.departmentCode, label: departmentName(catalogue, entry.departmentCode) };
    case 'owner':
      return entry.assigneeId === null ? { key: '', label: t`Unassigned` } : { key: entry.assigneeId, label: staffName(catalogue, entry.assigneeId) };
    case 'promise':
      return { key: entry.clock, label: CLOCK_LABELS[entry.clock] };
  }
}

/** A line above the first row of each group, with how many there are. */
export function groupLines(rows: readonly BoardRow[], sort: BoardSort, { catalogue, groups }: { readonly catalogue: Catalogue; readonly groups: BoardCounts['groups'] }): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  let before: string | null = null;
  rows.forEach((row, index) => {
    const group = groupOf(row, sort, catalogue);
    if (group === null || group.key === before) return;
    before = group.key;
    const count = groups[group.key];
    lines.set(index, count === undefined ? group.label : `${group.label} · ${wholeNumber(count)}`);
  });
  return lines;
}

export const TABS = BOARD_TABS.map((value) => ({ value, label: TAB_LABELS[value] }));
