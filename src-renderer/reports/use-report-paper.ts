import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { MonthlyReport, ReportTrend } from '../../src-shared/reports/monthly-report.ts';
import { reportCsv } from '../../src-shared/reports/report-csv.ts';
import { reportHtml } from '../../src-shared/reports/report-html.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { reportFileName } from '../../src-shared/reports/report-words.ts';
import type { ReportSource } from '../../src-shared/protocol/data-rpc/report-views.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { type Paper, type PaperDocument, usePaper } from '../paper/use-paper.ts';
import type { ShownReport } from './use-report.ts';

export interface ReportPaper {
  readonly paper: Paper;
  /** Null: not all of it has been counted yet. */
  readonly document: PaperDocument | null;
  readonly savePdf: () => void;
  readonly saveCsv: () => void;
}

const TITLE = t`monthly report`;

/** Ways of the shown report out of the window. The CSV needs no charts, so it can be saved before they are counted. */
export function useReportPaper(shown: ShownReport | null): ReportPaper {
  const [catalogue, staff] = [useCatalogue(), useStaff()];
  const paper = usePaper();
  const trend = shown?.trend ?? (shown?.trendProblem == null ? null : []);
  const document = shown && trend && documentOf({ ...shown, trend, catalogue, printedBy: staff.name });
  return {
    paper,
    document,
    savePdf: () => {
      if (document) void paper.savePdf(document);
    },
    saveCsv: () => {
      if (shown) void paper.saveText({ text: reportCsv(shown.report, catalogue), title: TITLE, suggestedName: reportFileName(shown.report), extension: 'csv' });
    },
  };
}

interface Printed {
  readonly report: MonthlyReport;
  readonly trend: ReportTrend;
  readonly source: ReportSource;
  readonly catalogue: Catalogue;
  readonly printedBy: string;
}

function documentOf({ report, trend, source, catalogue, printedBy }: Printed): PaperDocument {
  const now = utcMs(Date.now());
  const note = t`Made by ${printedBy} on ${exactMoment(now, now, catalogue.city.timeZone)}.`;
  return {
    title: TITLE,
    suggestedName: reportFileName(report),
    pageFooter: `${catalogue.city.name} · ${monthName(report.month)}`,
    html: (paper) => reportHtml(report, { catalogue, paper, trend, note, source: [source.sentence, ...source.missing].join(' ') }),
  };
}
