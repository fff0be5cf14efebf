import { t } from '../language/language.ts';

/** Where the bars of a chart stand: numbers only, for the screen and for paper alike. Lengths are the chart's own units. */

export interface BarSeries {
  readonly name: string;
  /** One for each label; null: not known, no bar. */
  readonly values: readonly (number | null)[];
}

export interface BarChart {
  readonly title: string;
  /** `up`: bars stand side by side, for months. `across`: they lie one under the other, for names. */
  readonly direction: 'up' | 'across';
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
}

export interface Bar {
  readonly series: number;
  readonly label: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly value: number;
  readonly y: number;
}

export interface BarLayout {
  readonly bars: readonly Bar[];
  /** Of bars that stand, the middle under them; of bars that lie, the right end of the label before them. */
  readonly labels: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** None for bars that lie: each has its value beside it. */
  readonly ticks: readonly Tick[];
  /** Where the bars begin. */
  readonly base: number;
  readonly height: number;
}

export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** Room for the numbers at the left, for labels below, for values above the highest bar. */
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
}

/** Share of a label's place that its bars fill. */
const FILL = 0.72;
const MOST_TICKS = 4;

export function layOutBars(chart: BarChart, box: ChartBox): BarLayout {
  return chart.direction === 'up' ? layOutColumns(chart, box) : layOutRows(chart, box);
}

/** Units a bar that lies is high, and what stands between two labels' bars. */
const ROW_HEIGHT = 11;
const ROW_GAP = 7;

/** As high as its labels need; `box.height` is left aside, and `box.bottom` is the room for the values at the right. */
function layOutRows({ labels, series }: BarChart, { width, left, bottom, top }: ChartBox): BarLayout {
  const highest = highestOf(series);
  const scale = (width - left - bottom) / highest;
  const place = series.length * ROW_HEIGHT + ROW_GAP;
  const bars = series.flatMap(({ values }, index) =>
    values.flatMap((value, at): Bar[] => {
      const y = top + at * place + index * ROW_HEIGHT;
      return value === null ? [] : [{ series: index, label: labels[at] ?? '', value, x: left, y, width: value * scale, height: ROW_HEIGHT - 1 }];
    }),
  );
  const height = top + labels.length * place;
  return { bars, ticks: [], base: left, height, labels: labels.map((text, at) => ({ text, x: left - 6, y: top + at * place + (series.length * ROW_HEIGHT) / 2 + 3 })) };
}

function layOutColumns({ labels, series }: BarChart, { width, height, left, bottom, top }: ChartBox): BarLayout {
  const base = height - bottom;
  const highest = highestOf(series);
  const step = tickStep(highest);
  const scale = (base - top) / (Math.ceil(highest / step) * step);
  const place = (width - left) / Math.max(1, labels.length);
  const barWidth = (place * FILL) / Math.max(1, series.length);
  const bars = series.flatMap(({ values }, index) =>
    values.flatMap((value, at): Bar[] => {
      if (value === null) return [];
      const x = left + at * place + (place * (1 - FILL)) / 2 + index * barWidth;
      return [{ series: index, label: labels[at] ?? '', value, x, y: base - value * scale, width: barWidth, height: value * scale }];
    }),
  );
  const ticks = Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => ({ value: index * step, y: base - index * step * scale }));
  return { bars, ticks, base, height, labels: labels.map((text, at) => ({ text, x: left + (at + 0.5) * place, y: base + 16 })) };
}

function highestOf(series: readonly BarSeries[]): number {
  return Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

/** 1, 2 or 5 times a power of ten, so that there are few ticks, and whole ones. */
export function tickStep(highest: number): number {
  const rough = highest / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return Math.max(1, step * power);
}

/** The chart in words, for those who do not see it: `Received: Oct 25 412, Nov 25 398 …`. */
export function chartInWords({ title, labels, series }: BarChart): string {
  const lines = series.map(({ name, values }) => `${name}: ${values.map((value, at) => `${labels[at] ?? ''} ${value === null ? t`not known` : value}`).join(', ')}.`);
  return `${title}. ${lines.join(' ')}`;
}
