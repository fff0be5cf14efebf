/** The monthly report as one self-contained page for paper, PDF and mail: tables with captions and headers, charts as inline SVG, no script. */
import { staffSheet } from '../paper/staff-sheet.ts';
import { t, tFor } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import { chartSvg } from './chart-svg.ts';
import { GROUPINGS, type GroupKey, type Grouping, WHOLE } from './figure-key.ts';
import { changeOf, figureDetail, figureShortDetail, figureText, NO_FIGURE } from './figure-words.ts';
import { CHAPTER_LABELS, CHAPTERS, MEASURE_KEYS, MEASURES, type MeasureKey } from './measure.ts';
import { figureIn, type MonthlyReport, type PeriodFigures, type ReportTrend } from './monthly-report.ts';
import { reportCharts } from './report-charts.ts';
import { monthName } from './report-month.ts';
import { reportStyles } from './report-styles.ts';
import { GROUP_TABLES, GROUPING_LABELS, groupName, groupsOf, HEADLINES, measuresOfChapter, shortLabel } from './report-tables.ts';
import { reportTitle, scopeLine, sourceLine } from './report-words.ts';

export interface ReportHtmlOptions {
  readonly trend: ReportTrend;
  readonly catalogue: Catalogue;
  readonly paper: 'letter' | 'a4';
  /** Where the figures were counted, as a sentence. */
  readonly source: string;
  /** The last line: who printed it and when, or why it was sent. */
  readonly note: string;
  /** Where the report opens at a workstation, in a mail; without it there is no link. */
  readonly link?: string;
}

export function reportHtml(report: MonthlyReport, options: ReportHtmlOptions): string {
  const { catalogue, paper, note, link } = options;
  const title = reportTitle(report);
  const body = [
    `<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(`${catalogue.city.name} · ${scopeLine(report, catalogue)}`)}</p><p class="meta">${escapeHtml(`${sourceLine(report)} ${options.source}`)}</p>${link === undefined ? '' : `<p><a href="${escapeHtml(link)}">${t`Open this report at a workstation`}</a>${t`, with the cases behind each figure`}</p>`}</header><main>`,
    headlines(report),
    `<section class="charts" aria-label="${t`Charts`}">${reportCharts(report, options.trend, catalogue).map(chartSvg).join('')}</section>`,
    `<h2>${t`All figures`}</h2>${allFigures(report)}`,
    ...GROUPINGS.map((grouping) => groupTables(report, grouping, catalogue)),
    `<h2>${t`How this is counted`}</h2>${definitions()}`,
    `</main><footer>${escapeHtml(note)}</footer>`,
  ];
  return staffSheet({ title: `${title}, ${catalogue.city.name}`, styles: reportStyles(paper), body });
}

function headlines(report: MonthlyReport): string {
  const items = HEADLINES.map((measure) => {
    const figure = figureIn(report.figures, WHOLE, measure);
    const change = comparison(report, measure);
    return `<li>${escapeHtml(MEASURES[measure].label)}<strong>${escapeHtml(figureText(measure, figure))}</strong><small>${escapeHtml(figureShortDetail(measure, figure))}</small><small>${escapeHtml(change)}</small></li>`;
  });
  return `<ul class="headlines">${items.join('')}</ul>`;
}

/** `+12 on September 2026`; while a month is running, what the month before was. */
function comparison({ figures, monthBefore, isRunning }: MonthlyReport, measure: MeasureKey): string {
  if (monthBefore === null) return '';
  const before = figureIn(monthBefore, WHOLE, measure);
  const name = monthName(monthBefore.month);
  if (isRunning) return t`all of ${name}: ${figureText(measure, before)}`;
  const change = changeOf(measure, figureIn(figures, WHOLE, measure), before);
  return change === null ? '' : t`${change.text} on ${name}`;
}

function allFigures(report: MonthlyReport): string {
  const { figures, monthBefore, yearBefore, isRunning } = report;
  const earlier = [monthBefore, yearBefore].filter((period) => period !== null);
  const heads = [t`Figure`, `${monthName(figures.month)}${isRunning ? t` so far` : ''}`, ...earlier.flatMap(({ month }) => (isRunning ? [monthName(month)] : [monthName(month), tFor('noun')`Change`]))];
  const rows = CHAPTERS.flatMap((chapter) => [
    `<tr class="chapter"><th scope="rowgroup" colspan="${heads.length}">${CHAPTER_LABELS[chapter]}</th></tr>`,
    ...measuresOfChapter(chapter).map((measure) => {
      const cells = earlier.flatMap((period) => [figureCell(measure, period), ...(isRunning ? [] : [`<td>${escapeHtml(changeOf(measure, figureIn(figures, WHOLE, measure), figureIn(period, WHOLE, measure))?.text ?? NO_FIGURE)}</td>`])]);
      return `<tr><th scope="row">${escapeHtml(MEASURES[measure].label)}</th>${figureCell(measure, figures)}${cells.join('')}</tr>`;
    }),
  ]);
  return table('', heads, rows);
}

function figureCell(measure: MeasureKey, period: PeriodFigures, group: GroupKey = WHOLE): string {
  const figure = figureIn(period, group, measure);
  const detail = figureDetail(measure, figure);
  return `<td>${escapeHtml(figureText(measure, figure))}${detail === '' ? '' : `<small>${escapeHtml(detail)}</small>`}</td>`;
}

function groupTables(report: MonthlyReport, grouping: Grouping, catalogue: Catalogue): string {
  const groups = groupsOf(report.figures, grouping, catalogue);
  const heading = `<h2>${t`By ${GROUPING_LABELS[grouping].toLowerCase()}`}</h2>`;
  if (groups.length === 0) return `${heading}<p>${t`Nothing was counted.`}</p>`;
  const tables = GROUP_TABLES.map(({ title, measures }) => {
    const row = (group: GroupKey, name: string, looks = ''): string => `<tr${looks}><th scope="row">${escapeHtml(name)}</th>${measures.map((measure) => groupCell(measure, report.figures, group)).join('')}</tr>`;
    const rows = [...groups.map((group) => row(group, groupName(catalogue, group))), row(WHOLE, t`All`, ' class="whole"')];
    return table(title, [GROUPING_LABELS[grouping], ...measures.map(shortLabel)], rows);
  });
  return heading + tables.join('');
}

/** Narrow columns: of a time only the median and the 90th percentile. */
function groupCell(measure: MeasureKey, period: PeriodFigures, group: GroupKey): string {
  const figure = figureIn(period, group, measure);
  const { shape } = MEASURES[measure];
  const under = shape === 'time' && figure?.times ? t`90th ${figureText(measure, { ...figure, times: { ...figure.times, medianMs: figure.times.p90Ms } })}` : shape === 'share' ? figureDetail(measure, figure) : '';
  return `<td>${escapeHtml(figureText(measure, figure))}${under === '' ? '' : `<small>${escapeHtml(under)}</small>`}</td>`;
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return `<table>${caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function definitions(): string {
  return `<dl class="how">${MEASURE_KEYS.map((measure) => `<div><dt>${escapeHtml(MEASURES[measure].label)}</dt><dd>${escapeHtml(MEASURES[measure].howCounted)}</dd></div>`).join('')}</dl>`;
}
