import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { ReactElement } from 'react';
import { findNeighborhood, staffName } from '../../src-shared/catalogue/lookup.ts';
import type { CommunityFigures, NeighborhoodFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { showCases, showContributorsOf, useCommunityStore } from './community-store.ts';
import { nameOf, NEIGHBORHOOD_COLUMNS, neighborhoodRows, totalOf } from './community-words.ts';
import { Figure, FigureTable } from './figure-table.tsx';

const HEADERS = [{ text: t`Neighborhood` }, { text: t`Liaison` }, ...NEIGHBORHOOD_COLUMNS.map(({ header }) => ({ text: header, isNumber: true })), { text: t`Contributors`, isNumber: true }];

/** Each part of the city, whose it is, and what is going on there. */
export function NeighborhoodsTab({ figures }: { readonly figures: CommunityFigures }): ReactElement {
  const catalogue = useCatalogue();
  const rows = neighborhoodRows(catalogue, figures.neighborhoods);
  if (catalogue.neighborhoods.length === 0) {
    return <EmptyState title={t`No neighborhoods yet`}>{t`An administrator names them and their liaisons in Administration (F9), Neighborhoods.`}</EmptyState>;
  }
  const total = totalOf(rows);
  return (
    <FigureTable label={t`Neighborhoods`} headers={HEADERS}>
      <tbody>
        {rows.map((row) => (
          <NeighborhoodRow key={row.code ?? ''} row={row} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t`All`}</th>
          <td />
          {NEIGHBORHOOD_COLUMNS.map(({ figure }) => (
            <td key={figure} className="number figure-cell">
              {wholeNumber(total[figure])}
            </td>
          ))}
          <td className="number figure-cell">{wholeNumber(total.contributors)}</td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

function NeighborhoodRow({ row }: { readonly row: NeighborhoodFigures }): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const { shown } = useCommunityStore();
  const name = nameOf(catalogue, row.code);
  const liaison = row.code === null ? null : (findNeighborhood(catalogue, row.code)?.liaisonStaffId ?? null);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {row.code !== null && (liaison === null ? <span className="muted">{t`Nobody`}</span> : staffName(catalogue, liaison))}
        {liaison === staff.id && <StatusPill tone="info" label={t`You`} />}
      </td>
      {NEIGHBORHOOD_COLUMNS.map(({ figure, title }) => (
        <Figure
          key={figure}
          count={row[figure]}
          label={title(name)}
          isAlarming={figure === 'overdue'}
          isShown={shown?.question.of === 'neighborhood' && shown.question.code === row.code && shown.question.figure === figure}
          onPress={() => showCases({ question: { of: 'neighborhood', code: row.code, figure }, title: title(name) })}
        />
      ))}
      <Figure count={row.contributors} label={t`Contributors: ${name}`} isShown={false} onPress={() => showContributorsOf(row.code)} />
    </tr>
  );
}
