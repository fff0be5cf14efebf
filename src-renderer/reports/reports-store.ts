import { create } from 'zustand';
import type { FigureName, Grouping } from '../../src-shared/reports/figure-key.ts';
import { monthAt, monthsLater, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import { utcMs } from '../../src-shared/util/time.ts';

/** What is shown and where the person is in it; kept while other screens are shown. */
export interface ReportsState {
  /** Whose report it is: another person begins anew. */
  readonly ownerId: string | null;
  readonly month: ReportMonth;
  readonly withoutSealed: boolean;
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
  return { ownerId, month: finished, withoutSealed: false, isKept: false, grouping: 'department', figure: null, openedFrom: null, cursor: 0 };
}

export const useReportsStore = create<ReportsState>(() => begin(null, 'UTC'));

/** Called before the screen is shown: keeps the report of the same person, begins with the last finished month for another. */
export function openReportsFor(staffId: string, timeZone: string, month: ReportMonth | undefined): void {
  const isSame = useReportsStore.getState().ownerId === staffId;
  if (!isSame) useReportsStore.setState(begin(staffId, timeZone));
  if (month !== undefined) askReport({ month });
}

/** Another month, with or without sealed cases, as mailed or as known now. */
export function askReport(asked: Partial<Pick<ReportsState, 'month' | 'withoutSealed' | 'isKept'>>): void {
  useReportsStore.setState((before) => ({ ...asked, isKept: asked.isKept ?? (asked.month === undefined && before.isKept), figure: null, openedFrom: null, cursor: 0 }));
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
