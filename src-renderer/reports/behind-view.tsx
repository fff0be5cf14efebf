import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type FigureName, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { countText, plural } from '../../src-shared/reports/figure-words.ts';
import { MEASURES } from '../../src-shared/reports/measure.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { groupName } from '../../src-shared/reports/report-tables.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { type ReportCounted, reportQueries } from '../data/reports.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { BehindGrid } from './behind-grid.tsx';
import { closeFigure, moveInList, useReportsStore } from './reports-store.ts';

const SCOPE = { id: 'reportCases', title: t`Cases behind a figure` };

/** The cases a figure was counted from, and no others, with how it is counted. */
export function BehindView({ figure, counted }: { readonly figure: FigureName; readonly counted: ReportCounted }): ReactElement {
  const [catalogue, staff] = [useCatalogue(), useStaff()];
  const cursor = useReportsStore((state) => state.cursor);
  const { data, error, refetch } = useQuery(reportQueries.casesBehind(staff.id, figure, counted));
  const back = closeFigure;
  useActions(SCOPE, [{ id: 'reports.back', label: t`Back to the report`, run: back }]);
  const { label, howCounted, unit } = MEASURES[figure.measure];
  const group = figure.group === WHOLE ? '' : `, ${groupName(catalogue, figure.group)}`;
  const problem = error ? dataErrorSentence(error) : data?.ok === false ? data.sentence : null;
  const found = data?.ok ? data : null;
  return (
    <section className="behind" aria-labelledby="behind-title">
      <header className="page-header">
        <div>
          <h1 id="behind-title">{`${label}, ${monthName(figure.month)}${group}`}</h1>
          <p className="muted behind-how">{howCounted}</p>
        </div>
        <Button onPress={back} keyHint="Esc">
          {t`Back to the report`}
        </Button>
      </header>
      <p role="status" aria-label={t`Number of entries`} className="number">
        {found === null ? '' : countLine(found.entries.length, found.count, unit, new Set(found.entries.map(({ caseId }) => caseId)).size)}
      </p>
      {problem !== null && <ErrorNote actions={<Button onPress={() => void refetch()}>{t`Try again`}</Button>}>{problem}</ErrorNote>}
      {found === null && problem === null && <p className="muted">{t`Looking for the cases …`}</p>}
      {found !== null && found.entries.length === 0 && <EmptyState icon="list" title={t`No cases`}>{t`Nothing was counted here, or what was has changed since.`}</EmptyState>}
      {found !== null && found.entries.length > 0 && (
        <div className="behind-list">
          <BehindGrid measure={figure.measure} entries={found.entries} cursor={cursor} onCursor={moveInList} onOpen={({ caseId }) => goTo({ screen: 'case', caseId })} onLeave={back} />
        </div>
      )}
    </section>
  );
}

/** `31 promises of 28 cases`; `412 cases`; `the first 5,000 of 12,400 cases`. */
export function countLine(shown: number, count: number, unit: string, cases: number): string {
  const all = `${countText(count)} ${plural(unit, count)}`;
  if (shown < count) return t`The first ${countText(shown)} of ${all}. A department, service or channel has fewer.`;
  return cases === count ? all : t`${all} of ${countText(cases)} ${plural('case', cases)}`;
}
