import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { GridTemplate } from '../../ui/case-grid/case-grid.tsx';
import type { GridColumn } from '../../ui/case-grid/columns.tsx';
import type { ChosenColumn } from '../queue-habits.ts';

/** By column, in rem: the least there is of it, and its share of the room beyond. */
const WIDTHS: Readonly<Record<string, number>> = { request: 11, place: 9, department: 8.5, due: 9.5, sync: 7.5, citizen: 8, assignee: 8 };
const USUAL = 7;
/** The number of a case is never narrower than it needs. */
const NUMBER_WIDTH = 10.5;
const FACTORS: Readonly<Record<ChosenColumn['width'], number>> = { narrow: 0.7, normal: 1, wide: 1.7 };

/** The columns somebody has chosen, in their order; the number always heads the row. A column that is not there any more is passed over. */
export function chosenColumns(all: readonly GridColumn<CaseRow>[], chosen: readonly ChosenColumn[]): readonly GridColumn<CaseRow>[] {
  const others = chosen.flatMap(({ id }) => (id === 'case' ? [] : all.filter((column) => column.id === id)));
  return [...all.filter(({ id }) => id === 'case'), ...others];
}

/** Widths of those columns, as a grid template, and what they need together: a narrower list is scrolled to the side. */
export function templateOf(columns: readonly GridColumn<CaseRow>[], chosen: readonly ChosenColumn[]): GridTemplate {
  const widths = columns.map(({ id }) => (id === 'case' ? NUMBER_WIDTH : (WIDTHS[id] ?? USUAL) * FACTORS[chosen.find((one) => one.id === id)?.width ?? 'normal']));
  const template = columns.map(({ id }, at) => (id === 'case' ? `${NUMBER_WIDTH}rem` : `minmax(${(widths[at] ?? USUAL).toFixed(2)}rem, ${(widths[at] ?? USUAL).toFixed(2)}fr)`)).join(' ');
  const gaps = columns.length + 2;
  return { columns: template, leastWidth: `${(widths.reduce((sum, width) => sum + width, 0) + gaps).toFixed(2)}rem` };
}
