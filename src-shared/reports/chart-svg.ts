/** A bar chart as a piece of inline SVG for paper: no script, no fonts of its own, and two series that a photocopy still tells apart. */
import { escapeHtml } from '../receipt/receipt-html.ts';
import { type BarChart, type BarLayout, chartInWords, type ChartBox, layOutBars } from './bar-layout.ts';
import { countText } from './figure-words.ts';

const BOX: ChartBox = { width: 520, height: 190, left: 40, bottom: 34, top: 16 };
const FILLS = ['#1d3f73', '#c3cfe2'] as const;
const STROKE = '#1d3f73';
/** Above this many bars the values would run into each other. */
const MOST_VALUES = 26;
const LONGEST_LABEL = 14;

/** A figure with its heading and legend; the chart says in words what it shows. */
export function chartSvg(chart: BarChart): string {
  const layout = layOutBars(chart, BOX);
  const legend = chart.series.map(({ name }, index) => `<span><i style="background:${FILLS[index] ?? STROKE}"></i>${escapeHtml(name)}</span>`).join('');
  const svg = `<svg viewBox="0 0 ${BOX.width} ${BOX.height}" role="img" aria-label="${escapeHtml(chartInWords(chart))}">${ticks(layout)}${bars(layout)}${labels(layout)}</svg>`;
  return `<figure><figcaption>${escapeHtml(chart.title)}<span class="legend" aria-hidden="true">${legend}</span></figcaption>${svg}</figure>`;
}

function ticks({ ticks: all }: BarLayout): string {
  return all.map(({ value, y }) => `<line x1="${BOX.left}" x2="${BOX.width}" y1="${short(y)}" y2="${short(y)}" class="tick"/><text x="${BOX.left - 6}" y="${short(y + 3)}" class="end">${countText(value)}</text>`).join('');
}

function bars({ bars: all }: BarLayout): string {
  const hasValues = all.length <= MOST_VALUES;
  return all
    .map(({ series, value, x, y, width, height }) => {
      const number = hasValues ? `<text x="${short(x + width / 2)}" y="${short(y - 3)}" class="value">${countText(value)}</text>` : '';
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${FILLS[series] ?? STROKE}" stroke="${STROKE}" stroke-width=".6"/>${number}`;
    })
    .join('');
}

function labels({ labels: all, base }: BarLayout): string {
  const isTight = all.some(({ text }) => text.length > 7) && all.length > 6;
  return all
    .map(({ text, x }) => {
      const shown = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
      const turn = isTight ? ` transform="rotate(-24 ${short(x)} ${base + 12})" class="end"` : ' class="middle"';
      return `<text x="${short(x)}" y="${base + 12}"${turn}>${escapeHtml(shown)}</text>`;
    })
    .join('');
}

function short(length: number): string {
  return String(Math.round(length * 10) / 10);
}
