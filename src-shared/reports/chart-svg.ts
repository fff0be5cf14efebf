/** A bar chart as a piece of inline SVG for paper: no script, no fonts of its own, and two series that a photocopy still tells apart. */
import { escapeHtml } from '../receipt/receipt-html.ts';
import { type BarChart, type BarLayout, chartInWords, type ChartBox, layOutBars } from './bar-layout.ts';
import { countText } from './figure-words.ts';

const BOXES: Record<BarChart['direction'], ChartBox> = {
  up: { width: 520, height: 190, left: 40, bottom: 24, top: 16 },
  across: { width: 520, height: 0, left: 170, bottom: 36, top: 4 },
};
const FILLS = ['#1d3f73', '#c3cfe2'] as const;
const STROKE = '#1d3f73';
/** Above this many standing bars the values would run into each other. */
const MOST_VALUES = 26;
const LONGEST_LABEL = 32;

/** A figure with its heading and legend; the chart says in words what it shows. */
export function chartSvg(chart: BarChart): string {
  const box = BOXES[chart.direction];
  const layout = layOutBars(chart, box);
  const legend = chart.series.map(({ name }, index) => `<span><i style="background:${FILLS[index] ?? STROKE}"></i>${escapeHtml(name)}</span>`).join('');
  const drawn = `${ticks(layout, box)}${bars(layout, chart.direction)}${labels(layout, chart.direction)}`;
  const svg = `<svg viewBox="0 0 ${box.width} ${short(layout.height)}" role="img" aria-label="${escapeHtml(chartInWords(chart))}">${drawn}</svg>`;
  return `<figure><figcaption>${escapeHtml(chart.title)}<span class="legend" aria-hidden="true">${legend}</span></figcaption>${svg}</figure>`;
}

function ticks({ ticks: all }: BarLayout, { left, width }: ChartBox): string {
  return all.map(({ value, y }) => `<line x1="${left}" x2="${width}" y1="${short(y)}" y2="${short(y)}" class="tick"/><text x="${left - 6}" y="${short(y + 3)}" class="end">${countText(value)}</text>`).join('');
}

function bars({ bars: all }: BarLayout, direction: BarChart['direction']): string {
  const hasValues = direction === 'across' || all.length <= MOST_VALUES;
  return all
    .map((bar) => {
      const { series, value, x, y, width, height } = bar;
      const rect = `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${FILLS[series] ?? STROKE}" stroke="${STROKE}" stroke-width=".6"/>`;
      const [textX, textY, looks] = direction === 'up' ? [x + width / 2, y - 3, 'value'] : [x + width + 4, y + height - 2, 'beside'];
      return hasValues ? `${rect}<text x="${short(textX)}" y="${short(textY)}" class="${looks}">${countText(value)}</text>` : rect;
    })
    .join('');
}

function labels({ labels: all }: BarLayout, direction: BarChart['direction']): string {
  return all.map(({ text, x, y }) => `<text x="${short(x)}" y="${short(y)}" class="${direction === 'up' ? 'middle' : 'end'}">${escapeHtml(text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text)}</text>`).join('');
}

function short(length: number): string {
  return String(Math.round(length * 10) / 10);
}
