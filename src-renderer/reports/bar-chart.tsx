import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useId } from 'react';
import { type BarChart, type BarLayout, type ChartBox, chartInWords, layOutBars } from '../../src-shared/reports/bar-layout.ts';
import { countText } from '../../src-shared/reports/figure-words.ts';

const BOXES: Record<BarChart['direction'], ChartBox> = {
  up: { width: 640, height: 220, left: 44, bottom: 28, top: 18 },
  across: { width: 640, height: 0, left: 200, bottom: 44, top: 4 },
};
/** Above this many standing bars the values would run into each other. */
const MOST_VALUES = 26;
const LONGEST_LABEL = 32;

/** Bars, their legend, and the same figures as a table for whoever wants to read them. */
export function BarChartView({ chart }: { readonly chart: BarChart }): ReactElement {
  const id = useId();
  const box = BOXES[chart.direction];
  const layout = layOutBars(chart, box);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <span id={id} className="chart-title">
          {chart.title}
        </span>
        <span className="chart-legend" aria-hidden="true">
          {chart.series.map(({ name }, index) => (
            <span key={name}>
              <svg viewBox="0 0 10 10" width="0.75em" height="0.75em">
                <rect width="10" height="10" className={`bar bar-${index}`} />
              </svg>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <svg className="chart-drawing" viewBox={`0 0 ${box.width} ${layout.height}`} role="img" aria-label={chartInWords(chart)}>
        <Ticks layout={layout} box={box} />
        <Bars layout={layout} chart={chart} />
        <Labels layout={layout} direction={chart.direction} />
      </svg>
      <details className="chart-table">
        <summary>{t`As a table`}</summary>
        <ChartTable chart={chart} />
      </details>
    </figure>
  );
}

function Ticks({ layout, box }: { readonly layout: BarLayout; readonly box: ChartBox }): ReactElement {
  return (
    <g>
      {layout.ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={box.left} x2={box.width} y1={y} y2={y} className="chart-tick" />
          <text x={box.left - 6} y={y + 4} textAnchor="end">
            {countText(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bars({ layout, chart }: { readonly layout: BarLayout; readonly chart: BarChart }): ReactElement {
  const isUp = chart.direction === 'up';
  const hasValues = !isUp || layout.bars.length <= MOST_VALUES;
  return (
    <g>
      {layout.bars.map(({ series, label, value, x, y, width, height }) => (
        <g key={`${series} ${label}`}>
          <rect x={x} y={y} width={width} height={height} className={`bar bar-${series}`}>
            <title>{`${label}: ${countText(value)} ${chart.series[series]?.name.toLowerCase() ?? ''}`}</title>
          </rect>
          {hasValues && (
            <text x={isUp ? x + width / 2 : x + width + 5} y={isUp ? y - 4 : y + height - 1} textAnchor={isUp ? 'middle' : 'start'} className="chart-value">
              {countText(value)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Labels({ layout, direction }: { readonly layout: BarLayout; readonly direction: BarChart['direction'] }): ReactElement {
  return (
    <g>
      {layout.labels.map(({ text, x, y }) => (
        <text key={text} x={x} y={y} textAnchor={direction === 'up' ? 'middle' : 'end'}>
          {text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text}
        </text>
      ))}
    </g>
  );
}

function ChartTable({ chart: { labels, series } }: { readonly chart: BarChart }): ReactElement {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <td />
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, at) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map(({ name, values }) => (
              <td key={name} className="number">
                {values[at] === null || values[at] === undefined ? t`not known` : countText(values[at])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
