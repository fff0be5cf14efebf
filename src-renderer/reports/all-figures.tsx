import type { ReactElement } from 'react';
import { type FigureName, type GroupKey, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { changeOf, figureDetail, figureText, NO_FIGURE } from '../../src-shared/reports/figure-words.ts';
import { type Chapter, CHAPTER_LABELS, CHAPTERS, MEASURES, type MeasureKey } from '../../src-shared/reports/measure.ts';
import { figureIn, type MonthlyReport, type PeriodFigures } from '../../src-shared/reports/monthly-report.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { measuresOfChapter } from '../../src-shared/reports/report-tables.ts';
import { Panel } from '../ui/panel.tsx';
import { type FigureCell, FigureGrid, type FigureRow } from './figure-grid.tsx';

export interface FiguresProps {
  readonly report: MonthlyReport;
  readonly onOpen: (figure: FigureName, origin: string) => void;
}

/** Every figure of the whole, chapter by chapter, with the earlier months; each says how it is counted. */
export function AllFigures({ report, onOpen }: FiguresProps): ReactElement {
  return (
    <div className="chapters">
      {CHAPTERS.map((chapter) => (
        <Panel key={chapter} title={CHAPTER_LABELS[chapter]}>
          <FigureGrid label={CHAPTER_LABELS[chapter]} columns={columnsOf(report)} rows={rowsOf(report, chapter)} onOpen={onOpen} />
        </Panel>
      ))}
    </div>
  );
}

function earlierOf({ monthBefore, yearBefore }: MonthlyReport): readonly PeriodFigures[] {
  return [monthBefore, yearBefore].filter((period) => period !== null);
}

function columnsOf(report: MonthlyReport): readonly string[] {
  const earlier = earlierOf(report).flatMap(({ month }) => (report.isRunning ? [monthName(month)] : [monthName(month), `Change on ${monthName(month)}`]));
  return ['Figure', `${monthName(report.month)}${report.isRunning ? ' so far' : ''}`, ...earlier];
}

function rowsOf(report: MonthlyReport, chapter: Chapter): readonly FigureRow[] {
  return measuresOfChapter(chapter).map((measure) => ({
    key: measure,
    name: MEASURES[measure].label,
    head: <Definition measure={measure} />,
    cells: [figureCell(report.figures, measure, WHOLE), ...earlierOf(report).flatMap((period) => earlierCells(report, measure, period))],
  }));
}

function earlierCells({ figures, isRunning }: MonthlyReport, measure: MeasureKey, period: PeriodFigures): readonly FigureCell[] {
  const before: FigureCell = { text: figureText(measure, figureIn(period, WHOLE, measure)), figure: null };
  if (isRunning) return [before];
  const change = changeOf(measure, figureIn(figures, WHOLE, measure), figureIn(period, WHOLE, measure));
  return [before, { text: change?.text ?? NO_FIGURE, figure: null, tone: change?.isGood == null ? null : change.isGood ? 'good' : 'bad' }];
}

/** A figure of a group as a cell that opens its cases, where there are any. */
export function figureCell(period: PeriodFigures, measure: MeasureKey, group: GroupKey, hasDetail = true): FigureCell {
  const figure = figureIn(period, group, measure);
  const isOpen = figure !== null && figure.n > 0;
  return { text: figureText(measure, figure), detail: hasDetail ? figureDetail(measure, figure) : '', figure: isOpen ? { month: period.month, measure, group } : null };
}

/** The name of a figure, which unfolds to how it is counted. */
function Definition({ measure }: { readonly measure: MeasureKey }): ReactElement {
  return (
    <details className="definition">
      <summary title="How this is counted">{MEASURES[measure].label}</summary>
      <p>
        <strong>How this is counted.</strong> {MEASURES[measure].howCounted}
      </p>
    </details>
  );
}
