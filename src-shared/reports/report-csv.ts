/** The report for spreadsheets: one line a figure, every group, with the earlier months beside it. */
import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { BYTE_ORDER_MARK, csvLine, type CsvValue } from '../util/csv.ts';
import { HOUR_MS } from '../util/time.ts';
import type { Figure } from './figure.ts';
import { GROUPINGS, type GroupKey, groupOf, WHOLE } from './figure-key.ts';
import { CHAPTER_LABELS, MEASURE_KEYS, MEASURES, type MeasureKey } from './measure.ts';
import { figureIn, type MonthlyReport } from './monthly-report.ts';
import { GROUPING_LABELS, groupName, groupsOf } from './report-tables.ts';

export const REPORT_CSV_COLUMNS = [t`Month`, t`Grouping`, t`Code`, t`Group`, t`Chapter`, t`Figure`, t`Value`, t`Unit`, t`Counted`, t`Month before`, t`Same month a year before`, t`How this is counted`] as const;

/** A figure of a time has four lines. */
interface Aspect {
  readonly name: string;
  readonly unit: string;
  readonly value: (figure: Figure) => number | null;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

const ASPECTS: Record<(typeof MEASURES)[MeasureKey]['shape'], readonly Aspect[]> = {
  count: [{ name: '', unit: '', value: ({ n }) => n }],
  share: [{ name: '', unit: t`percent`, value: ({ n, hits = 0 }) => (n === 0 ? null : Math.round((hits / n) * 10_000) / 100) }],
  rating: [{ name: '', unit: t`rating 1 to 5`, value: ({ n, sum = 0 }) => (n === 0 ? null : Math.round((sum / n) * 100) / 100) }],
  time: [
    { name: t`median`, unit: t`hours`, value: ({ n, times }) => (n === 0 || !times ? null : tenths(times.medianMs / HOUR_MS)) },
    { name: t`90th percentile`, unit: t`hours`, value: ({ n, times }) => (n === 0 || !times ? null : tenths(times.p90Ms / HOUR_MS)) },
    { name: t`median`, unit: t`business days`, value: ({ n, times }) => (n === 0 || !times ? null : times.medianDays) },
    { name: t`90th percentile`, unit: t`business days`, value: ({ n, times }) => (n === 0 || !times ? null : times.p90Days) },
  ],
};

/** With a byte order mark, so that Excel reads it as UTF-8; no text in it can be taken for a formula. */
export function reportCsv(report: MonthlyReport, catalogue: Catalogue): string {
  const groups = [WHOLE, ...GROUPINGS.flatMap((grouping) => groupsOf(report.figures, grouping, catalogue))];
  const lines = groups.flatMap((group) => MEASURE_KEYS.flatMap((measure) => figureLines(report, group, measure, catalogue)));
  return BYTE_ORDER_MARK + [csvLine(REPORT_CSV_COLUMNS), ...lines].join('');
}

/** A group's figure that was nothing in all three months has no line; of the whole every figure has one. */
function figureLines(report: MonthlyReport, group: GroupKey, measure: MeasureKey, catalogue: Catalogue): readonly string[] {
  const [now, before, year] = [report.figures, report.monthBefore, report.yearBefore].map((period) => period && figureIn(period, group, measure));
  if (group !== WHOLE && !now && !before && !year) return [];
  const { label, chapter, shape, howCounted, unit } = MEASURES[measure];
  const of = groupOf(group);
  return ASPECTS[shape].map(({ name, unit: measuredIn, value }) => {
    const valueOf = (figure: Figure | null | undefined, isKnown: boolean): CsvValue => (figure ? value(figure) : isKnown && shape === 'count' ? 0 : null);
    return csvLine([
      ...[report.month, of === null ? t`All` : GROUPING_LABELS[of.grouping], of?.code ?? null, groupName(catalogue, group), CHAPTER_LABELS[chapter]],
      ...[name === '' ? label : `${label}, ${name}`, valueOf(now, true), measuredIn === '' ? `${unit}s` : measuredIn, now?.n ?? 0],
      ...[valueOf(before, report.monthBefore !== null), valueOf(year, report.yearBefore !== null), group === WHOLE ? howCounted : null],
    ]);
  });
}
