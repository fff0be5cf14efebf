import { t } from '../../src-shared/language/language.ts';
import type { RefObject } from 'react';
import { monthAt, monthsLater } from '../../src-shared/reports/report-month.ts';
import { useCatalogue } from '../app/workplace.tsx';
import type { Action } from '../app/keymap/action.ts';
import { useNow } from '../ui/use-now.ts';
import { askReport, useReportsStore } from './reports-store.ts';
import type { ReportPaper } from './use-report-paper.ts';

type Name = 'month' | 'department' | 'earlier' | 'later' | 'countAgain' | 'saveCsv' | 'savePdf' | 'print';
export type ReportsActions = { readonly [N in Name]: Action };

export interface ReportsActionsOptions {
  readonly monthField: RefObject<HTMLSelectElement | null>;
  readonly departmentField: RefObject<HTMLSelectElement | null>;
  readonly reportPaper: ReportPaper;
  readonly hasReport: boolean;
  readonly onCountAgain: () => void;
  readonly onPrint: () => void;
}

/** What can be done with the report, each by a key. */
export function useReportsActions({ monthField, departmentField, reportPaper, hasReport, onCountAgain, onPrint }: ReportsActionsOptions): ReportsActions {
  const { month } = useReportsStore();
  const { city } = useCatalogue();
  const running = monthAt(useNow(), city.timeZone);
  const hasPaper = reportPaper.document !== null;
  return {
    month: { id: 'reports.month', label: t`Choose the month`, run: () => monthField.current?.focus() },
    department: { id: 'reports.department', label: t`Choose the department`, run: () => departmentField.current?.focus() },
    earlier: { id: 'reports.earlier', label: t`Month before`, run: () => askReport({ month: monthsLater(month, -1) }) },
    later: { id: 'reports.later', label: t`Month after`, run: () => askReport({ month: monthsLater(month, 1) }), isEnabled: month < running },
    countAgain: { id: 'reports.countAgain', label: t`Count again`, run: onCountAgain },
    saveCsv: { id: 'reports.saveCsv', label: t`Save as CSV`, run: reportPaper.saveCsv, isEnabled: hasReport },
    savePdf: { id: 'reports.savePdf', label: t`Save as PDF`, run: reportPaper.savePdf, isEnabled: hasPaper },
    print: { id: 'reports.print', label: t`Print`, run: onPrint, isEnabled: hasPaper },
  };
}
