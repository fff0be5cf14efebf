import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useId } from 'react';
import { type Grouping, GROUPINGS, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { figureText } from '../../src-shared/reports/figure-words.ts';
import { MEASURES, type MeasureKey } from '../../src-shared/reports/measure.ts';
import { figureIn, type PeriodFigures } from '../../src-shared/reports/monthly-report.ts';
import { GROUP_TABLES, GROUPING_LABELS, groupName, groupsOf, shortLabel } from '../../src-shared/reports/report-tables.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { figureCell, type FiguresProps } from './all-figures.tsx';
import { type FigureCell, FigureGrid, type FigureRow } from './figure-grid.tsx';
import { chooseGrouping, useReportsStore } from './reports-store.ts';

const TABS = GROUPINGS.map((value) => ({ value, label: t`By ${GROUPING_LABELS[value].toLowerCase()}` }));

/** The same figures for each department, service or channel; the last line is the whole. */
export function GroupFigures({ report, onOpen }: FiguresProps): ReactElement {
  const grouping = useReportsStore((state) => state.grouping);
  const panelId = useId();
  return (
    <Panel title={t`Who, what and how`} actions={<Tabs<Grouping> label={t`Figures by`} tabs={TABS} value={grouping} onChange={chooseGrouping} panelId={panelId} />}>
      <div role="tabpanel" id={panelId} aria-label={t`By ${GROUPING_LABELS[grouping].toLowerCase()}`} className="group-tables">
        {GROUP_TABLES.map(({ title, measures }) => (
          <GroupTable key={`${grouping} ${title}`} report={report} grouping={grouping} title={title} measures={measures} onOpen={onOpen} />
        ))}
      </div>
    </Panel>
  );
}

interface GroupTableProps extends FiguresProps {
  readonly grouping: Grouping;
  readonly title: string;
  readonly measures: readonly MeasureKey[];
}

function GroupTable({ report, grouping, title, measures, onOpen }: GroupTableProps): ReactElement {
  const catalogue = useCatalogue();
  const groups = groupsOf(report.figures, grouping, catalogue);
  if (groups.length === 0) return <p className="muted">{t`Nothing was counted.`}</p>;
  const rows = [...groups, WHOLE].map((group): FigureRow => {
    const name = groupName(catalogue, group);
    return { key: group, name, head: name, cells: measures.map((measure) => groupCell(report.figures, measure, group)), isWhole: group === WHOLE };
  });
  return (
    <section className="group-table">
      <h3>{title}</h3>
      <FigureGrid label={t`${title} by ${GROUPING_LABELS[grouping].toLowerCase()}`} columns={[GROUPING_LABELS[grouping], ...measures.map(shortLabel)]} rows={rows} onOpen={onOpen} />
    </section>
  );
}

/** Columns are narrow: of a time the median, and the 90th percentile under it; of a share how many of how many. */
function groupCell(period: PeriodFigures, measure: MeasureKey, group: string): FigureCell {
  const { shape } = MEASURES[measure];
  const cell = figureCell(period, measure, group, shape === 'share');
  const times = figureIn(period, group, measure)?.times;
  if (shape !== 'time' || !times) return cell;
  const p90 = figureText(measure, { n: 1, times: { ...times, medianMs: times.p90Ms } });
  return cell.figure === null ? cell : { ...cell, detail: t`90th ${p90}` };
}
