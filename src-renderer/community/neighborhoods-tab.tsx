import type { ReactElement } from 'react';
import { findNeighborhood, staffName } from '../../src-shared/catalogue/lookup.ts';
import type { CommunityFigures, NeighborhoodFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { showCases, showContributorsOf, useCommunityStore } from './community-store.ts';
import { nameOf, NEIGHBORHOOD_COLUMNS, neighborhoodRows, totalOf } from './community-words.ts';
import { Figure, FigureTable } from './figure-table.tsx';

const HEADERS = [{ text: 'Neighborhood' }, { text: 'Liaison' }, ...NEIGHBORHOOD_COLUMNS.map(({ header }) => ({ text: header, isNumber: true })), { text: 'Contributors', isNumber: true }];

/** Each part of the city, whose it is, and what is going on there. */
export function NeighborhoodsTab({ figures }: { readonly figures: CommunityFigures }): ReactElement {
  const catalogue = useCatalogue();
  const rows = neighborhoodRows(catalogue, figures.neighborhoods);
  if (catalogue.neighborhoods.length === 0) {
    return <EmptyState title="No neighborhoods yet">An administrator names them and their liaisons in Administration (F9), Neighborhoods.</EmptyState>;
  }
  const total = totalOf(rows);
  return (
    <FigureTable label="Neighborhoods" headers={HEADERS}>
      <tbody>
        {rows.map((row) => (
          <NeighborhoodRow key={row.code ?? ''} row={row} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <td />
          {NEIGHBORHOOD_COLUMNS.map(({ figure }) => (
            <td key={figure} className="number figure-cell">
              {total[figure].toLocaleString('en-US')}
            </td>
          ))}
          <td className="number figure-cell">{total.contributors.toLocaleString('en-US')}</td>
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
        {row.code !== null && (liaison === null ? <span className="muted">Nobody</span> : staffName(catalogue, liaison))}
        {liaison === staff.id && <StatusPill tone="info" label="You" />}
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
      <Figure count={row.contributors} label={`Contributors: ${name}`} isShown={false} onPress={() => showContributorsOf(row.code)} />
    </tr>
  );
}
