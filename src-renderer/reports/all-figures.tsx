import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { type FigureName, type GroupKey, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { changeOf, figureDetail, figureText, NO_FIGURE } from '../../src-shared/reports/figure-words.ts';
import { type Chapter, CHAPTER_LABELS, CHAPTERS, MEASURES, type MeasureKey } from '../../src-shared/reports/measure.ts';
import { figureIn, type MonthlyReport, type PeriodFigures } from '../../src-shared/reports/monthly-report.ts';
import type { ReportChanges } from '../../src-shared/reports/report-changes.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { measuresOfChapter } from '../../src-shared/reports/report-tables.ts';
import { dayOf } from '../../src-shared/util/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useNow } from '../ui/use-now.ts';
import { type FigureCell, FigureGrid, type FigureRow } from './figure-grid.tsx';
import { keptLabel } from './kept-words.ts';
import type { SentReport } from './use-report.ts';

export interface FiguresProps {
  readonly report: MonthlyReport;
  readonly onOpen: (figure: FigureName, origin: string) => void;
}

interface AllFiguresProps extends FiguresProps {
  readonly sent: SentReport | null;
}

/** Every figure of the whole, chapter by chapter, with what was sent where it differs and the earlier months; each says how it is counted. */
export function AllFigures({ report, sent, onOpen }: AllFiguresProps): ReactElement {
  const now = useNow();
  const differing = sent?.changes?.whole.length ? { ...sent, changes: sent.changes, on: `${keptLabel(sent)} ${dayOf(sent.at, now, report.timeZone)}` } : null;
  return (
    <div className="chapters">
      {CHAPTERS.map((chapter) => (
        <Panel key={chapter} title={CHAPTER_LABELS[chapter]}>
          <FigureGrid label={CHAPTER_LABELS[chapter]} columns={columnsOf(report, differing)} rows={rowsOf(report, chapter, differing)} onOpen={onOpen} />
        </Panel>
      ))}
    </div>
  );
}

function earlierOf({ monthBefore, yearBefore }: MonthlyReport): readonly PeriodFigures[] {
  return [monthBefore, yearBefore].filter((period) => period !== null);
}

/** What was sent, when some of it is no longer so. */
interface Differing {
  /** `As sent Mon 2 Nov`. */
  readonly on: string;
  readonly report: MonthlyReport;
  readonly changes: ReportChanges;
}

function columnsOf(report: MonthlyReport, sent: Differing | null): readonly string[] {
  const earlier = earlierOf(report).flatMap(({ month }) => (report.isRunning ? [monthName(month)] : [monthName(month), t`Change on ${monthName(month)}`]));
  return [t`Figure`, `${monthName(report.month)}${report.isRunning ? t` so far` : ''}`, ...(sent === null ? [] : [sent.on]), ...earlier];
}

function rowsOf(report: MonthlyReport, chapter: Chapter, sent: Differing | null): readonly FigureRow[] {
  return measuresOfChapter(chapter).map((measure) => ({
    key: measure,
    name: MEASURES[measure].label,
    head: <Definition measure={measure} />,
    cells: [figureCell(report.figures, measure, WHOLE), ...sentCells(sent, measure), ...earlierOf(report).flatMap((period) => earlierCells(report, measure, period))],
  }));
}

function sentCells(sent: Differing | null, measure: MeasureKey): readonly FigureCell[] {
  if (sent === null) return [];
  const figure = figureIn(sent.report.figures, WHOLE, measure);
  const hasChanged = sent.changes.whole.some((change) => change.measure === measure);
  return [{ text: figureText(measure, figure), detail: hasChanged ? t`changed since` : '', figure: null }];
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
      <summary title={t`How this is counted`}>{MEASURES[measure].label}</summary>
      <p>
        <strong>{t`How this is counted.`}</strong> {MEASURES[measure].howCounted}
      </p>
    </details>
  );
}
