import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { type FigureName, figureKey, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { changeOf, figureShortDetail, figureText } from '../../src-shared/reports/figure-words.ts';
import { MEASURES, type MeasureKey } from '../../src-shared/reports/measure.ts';
import { figureIn, type MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { HEADLINES } from '../../src-shared/reports/report-tables.ts';

const ORIGIN = t`The month in short`;

/** What a reader wants to know first, each with its change; each opens its cases. */
export function Headlines({ report, onOpen }: { readonly report: MonthlyReport; readonly onOpen: (figure: FigureName, origin: string) => void }): ReactElement {
  return (
    <ul className="headlines" aria-label={ORIGIN}>
      {HEADLINES.map((measure) => (
        <li key={measure}>
          <Headline measure={measure} report={report} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

interface HeadlineProps {
  readonly measure: MeasureKey;
  readonly report: MonthlyReport;
  readonly onOpen: (figure: FigureName, origin: string) => void;
}

function Headline({ measure, report, onOpen }: HeadlineProps): ReactElement {
  const { figures, month } = report;
  const figure = figureIn(figures, WHOLE, measure);
  const { words, tone } = comparison(report, measure);
  const name: FigureName = { month, measure, group: WHOLE };
  return (
    <button type="button" className="headline" onClick={() => onOpen(name, ORIGIN)} title={MEASURES[measure].howCounted} data-figure={figureKey(name)} data-origin={ORIGIN}>
      <span className="headline-label">{MEASURES[measure].label}</span>
      <span className="headline-figure number">{figureText(measure, figure)}</span>
      <span className="headline-detail number">{figureShortDetail(measure, figure)}</span>
      <span className="headline-change number" data-tone={tone ?? undefined}>
        {words}
      </span>
    </button>
  );
}

/** While a month is running its figures are not held against a whole one. */
function comparison({ figures, monthBefore, isRunning }: MonthlyReport, measure: MeasureKey): { readonly words: string; readonly tone: 'good' | 'bad' | null } {
  if (monthBefore === null) return { words: '', tone: null };
  const before = figureIn(monthBefore, WHOLE, measure);
  const name = monthName(monthBefore.month);
  if (isRunning) return { words: `${name}: ${figureText(measure, before)}`, tone: null };
  const change = changeOf(measure, figureIn(figures, WHOLE, measure), before);
  if (change === null) return { words: '', tone: null };
  return { words: t`${change.text} on ${name}`, tone: change.isGood === null ? null : change.isGood ? 'good' : 'bad' };
}
