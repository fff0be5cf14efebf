import { create } from 'zustand';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { FigureName, Grouping } from '../../src-shared/reports/figure-key.ts';
import { monthAt, monthsLater, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { departmentsOffered } from './departments-offered.ts';

/** What is shown and where the person is in it; kept while other screens are shown. */
export interface ReportsState {
  /** Whose report it is: another person begins anew. */
  readonly ownerId: string | null;
  readonly month: ReportMonth;
  readonly withoutSealed: boolean;
  /** Of this department only; null: of all the person may read. */
  readonly departmentCode: string | null;
  /** What the screen was opened with last. */
  readonly openedBy: OpenedWith | null;
  /** The report as it was mailed instead of one that is counted now. */
  readonly isKept: boolean;
  readonly grouping: Grouping;
  /** The figure whose cases are listed; null: the report itself. */
  readonly figure: FigureName | null;
  /** Where the last figure was opened from, to return to. */
  readonly openedFrom: { readonly figure: FigureName; readonly origin: string } | null;
  /** The line of that list the cursor is on. */
  readonly cursor: number;
}

function begin(ownerId: string | null, timeZone: string): ReportsState {
  const finished = monthsLater(monthAt(utcMs(Date.now()), timeZone), -1);
  return { ownerId, month: finished, withoutSealed: false, departmentCode: null, openedBy: null, isKept: false, grouping: 'department', figure: null, openedFrom: null, cursor: 0 };
}

export const useReportsStore = create<ReportsState>(() => begin(null, 'UTC'));

/** What a link opens the screen with. */
export interface OpenedWith {
  readonly month?: ReportMonth;
  readonly departmentCode?: string | null;
}

/**
 * Called before the screen is shown: keeps the report of the same person, begins with the last finished month for another. A link opens its
 * month and department once: whoever comes back from a case finds the list as they left it.
 */
export function openReportsFor(staff: Staff, catalogue: Catalogue, asked: OpenedWith): void {
  const { ownerId, openedBy } = useReportsStore.getState();
  if (ownerId !== staff.id) useReportsStore.setState(begin(staff.id, catalogue.city.timeZone));
  else if (openedBy === asked) return;
  useReportsStore.setState({ openedBy: asked });
  const { month, departmentCode = null } = asked;
  const isOffered = departmentCode !== null && departmentsOffered(staff, catalogue).includes(departmentCode);
  if (month !== undefined) askReport({ month, departmentCode: isOffered ? departmentCode : null });
}

/** Another month or department, with or without sealed cases, as sent or as counted now. */
export function askReport(asked: Partial<Pick<ReportsState, 'month' | 'withoutSealed' | 'departmentCode' | 'isKept'>>): void {
  const isOther = asked.month !== undefined || asked.departmentCode !== undefined;
  useReportsStore.setState((before) => ({ ...asked, isKept: asked.isKept ?? (!isOther && before.isKept), figure: null, openedFrom: null, cursor: 0 }));
}

/** Lists the cases behind a figure; `origin` names what it was opened from. */
export function openFigure(figure: FigureName, origin: string): void {
  useReportsStore.setState({ figure, openedFrom: { figure, origin }, cursor: 0 });
}

/** Back to the report, at the figure the list was of. */
export function closeFigure(): void {
  useReportsStore.setState({ figure: null });
}

export function moveInList(cursor: number): void {
  useReportsStore.setState({ cursor });
}

export function chooseGrouping(grouping: Grouping): void {
  useReportsStore.setState({ grouping });
}
