import { expect, it } from 'vitest';
import type { GridColumn } from '../../ui/case-grid/columns.tsx';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { chosenColumns, templateOf } from './columns-chosen.ts';

const all: readonly GridColumn<CaseRow>[] = ['case', 'request', 'due', 'channel'].map((id) => ({ id, header: id, cell: () => null }));

it('shows what was chosen in its order, the number first, and passes over what is gone', () => {
  const chosen = [{ id: 'channel', width: 'narrow' }, { id: 'gone', width: 'wide' }, { id: 'request', width: 'wide' }] as const;
  const columns = chosenColumns(all, chosen);
  expect(columns.map(({ id }) => id)).toEqual(['case', 'channel', 'request']);
  expect(templateOf(columns, chosen)).toEqual({ columns: '10.5rem minmax(4.90rem, 4.90fr) minmax(18.70rem, 18.70fr)', leastWidth: '39.10rem' });
});
