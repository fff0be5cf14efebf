import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { monthAt, monthName } from '../../src-shared/reports/report-month.ts';
import { figureKey, WHOLE } from '../../src-shared/reports/figure-key.ts';
import type { MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { reportCharts } from '../../src-shared/reports/report-charts.ts';
import { scopeLine, sourceLine } from '../../src-shared/reports/report-words.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { PrinterDialog } from '../paper/printer-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { AllFigures } from './all-figures.tsx';
import { BarChartView } from './bar-chart.tsx';
import { BehindView } from './behind-view.tsx';
import { GroupFigures } from './group-figures.tsx';
import { Headlines } from './headlines.tsx';
import { ReportActions, ReportToolbar } from './report-toolbar.tsx';
import { SinceSent } from './since-sent.tsx';
import { askReport, type OpenedWith, openFigure, openReportsFor, useReportsStore } from './reports-store.ts';
import { type ReportState, type ShownReport, useReport } from './use-report.ts';
import { useReportPaper } from './use-report-paper.ts';
import { useReportsActions } from './use-reports-actions.ts';
import './reports.css';

const SCOPE = { id: 'reports', title: t`Reports` };

/** The monthly report, and the cases behind each of its figures. `asked`: what it is opened at; without a month, as it was left. */
export function ReportsScreen({ asked }: { readonly asked: OpenedWith }): ReactElement {
  useOpened(asked);
  const figure = useReportsStore((state) => state.figure);
  const state = useReport();
  return figure !== null && state.shown !== null ? <BehindView figure={figure} counted={state.shown.counted} /> : <ReportView state={state} />;
}

/** Opens the report that is asked for before the store is read, and again when a link asks for another. */
function useOpened(asked: OpenedWith): void {
  const [staff, catalogue] = [useStaff(), useCatalogue()];
  useState(() => openReportsFor(staff, catalogue, asked));
  useLayoutEffect(() => openReportsFor(staff, catalogue, asked), [staff, catalogue, asked]);
}

function ReportView({ state }: { readonly state: ReportState }): ReactElement {
  const { shown, isCounting, problem, isRefused, kept, countAgain } = state;
  const [isPrinting, setPrinting] = useState(false);
  const monthField = useRef<HTMLSelectElement>(null);
  const departmentField = useRef<HTMLSelectElement>(null);
  const reportPaper = useReportPaper(shown);
  const { paper, document } = reportPaper;
  const actions = useReportsActions({ monthField, departmentField, reportPaper, hasReport: shown !== null, onCountAgain: countAgain, onPrint: () => setPrinting(true) });
  useActions(SCOPE, isRefused ? [] : Object.values(actions));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => (figureToReturnTo() ?? heading.current)?.focus(), []);
  return (
    <section className="page reports" aria-labelledby="reports-title">
      <header className="page-header">
        <h1 id="reports-title" ref={heading} tabIndex={-1}>
          {t`Monthly report`}
        </h1>
        {!isRefused && <ReportActions actions={actions} />}
      </header>
      {!isRefused && <ReportToolbar actions={actions} monthField={monthField} departmentField={departmentField} kept={kept} />}
      {paper.problem !== null && !isPrinting && <ErrorNote>{paper.problem}</ErrorNote>}
      {problem !== null && (isRefused ? <EmptyState icon="chart" title={t`This report is for others`}>{problem}</EmptyState> : <ErrorNote actions={<Button onPress={countAgain}>{t`Try again`}</Button>}>{problem}</ErrorNote>)}
      <p role="status" className="muted reports-counting">
        {isCounting && shown === null ? t`Counting …` : ''}
      </p>
      {shown !== null && <Report shown={shown} />}
      {isPrinting && document !== null && <PrinterDialog document={document} paper={paper} onClose={() => setPrinting(false)} />}
    </section>
  );
}

/** The button of the figure whose list was left. */
function figureToReturnTo(): HTMLElement | null {
  const { openedFrom } = useReportsStore.getState();
  if (openedFrom === null) return null;
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
  return buttons.find(({ dataset }) => dataset['figure'] === figureKey(openedFrom.figure) && dataset['origin'] === openedFrom.origin) ?? null;
}

function Report({ shown }: { readonly shown: ShownReport }): ReactElement {
  const { report, source } = shown;
  const catalogue = useCatalogue();
  return (
    <>
      <div className="reports-about">
        <p>
          <strong>{`${monthName(report.month)}${report.isRunning ? t` so far` : ''}`}</strong>
          {` · ${scopeLine(report, catalogue)}`}
        </p>
        <p className="muted">{`${sourceLine(report)} ${source.sentence}`}</p>
      </div>
      {source.missing.map((sentence) => (
        <Note key={sentence} tone="warning">
          {sentence}
        </Note>
      ))}
      <SinceSent shown={shown} />
      {report.figures.groups[WHOLE] === undefined ? <NothingCounted report={report} /> : <Figures shown={shown} />}
    </>
  );
}

function Figures({ shown: { report, trend, trendProblem, sent } }: { readonly shown: ShownReport }): ReactElement {
  const catalogue = useCatalogue();
  return (
    <>
      <Headlines report={report} onOpen={openFigure} />
      {trendProblem !== null && <Note tone="warning">{t`The months before could not be counted. ${trendProblem}`}</Note>}
      {trend === null && trendProblem === null && <p className="muted">{t`Counting the months before, for the charts …`}</p>}
      {trend !== null && (
        <div className="charts" role="group" aria-label={t`Charts`}>
          {reportCharts(report, trend, catalogue).map((chart) => (
            <BarChartView key={chart.title} chart={chart} />
          ))}
        </div>
      )}
      <AllFigures report={report} sent={sent} onOpen={openFigure} />
      <GroupFigures report={report} onOpen={openFigure} />
    </>
  );
}

/** As in the first month of a city. */
function NothingCounted({ report: { month, timeZone } }: { readonly report: MonthlyReport }): ReactElement {
  const running = monthAt(useNow(), timeZone);
  const action = month < running && (
    <Button look="primary" onPress={() => askReport({ month: running })}>
      {t`Show ${monthName(running)} so far`}
    </Button>
  );
  return (
    <EmptyState icon="chart" title={t`Nothing happened in ${monthName(month)}`} action={action}>
      {t`No case was received, open, closed or late in that month.`}
    </EmptyState>
  );
}
