import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { overdueListCsv } from '../../../src-shared/overdue/overdue-list-csv.ts';
import { overdueListHtml } from '../../../src-shared/overdue/overdue-list-html.ts';
import { type OverdueList, overdueList } from '../../../src-shared/overdue/overdue-list.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { ListPaperDialog } from '../../paper/list-paper-dialog.tsx';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { fetchWholeList } from './fetch-whole-list.ts';

export interface PrintListDialogProps {
  /** Null: all departments. */
  readonly departmentCode: string | null;
  readonly onClose: () => void;
}

/** The list of what is overdue now, for paper, as PDF or for a spreadsheet. Needs no network. */
export function PrintListDialog({ departmentCode, onClose }: PrintListDialogProps): ReactElement {
  const { list, error } = useList(departmentCode);
  const document = useListDocument(list);
  return (
    <ListPaperDialog title={t`Print list`} size="medium" document={document} csv={() => (list ? overdueListCsv(list) : '')} isEmpty={list === null || list.groups.length === 0} error={error} onClose={onClose}>
      {list && <ListWords list={list} />}
    </ListPaperDialog>
  );
}

function ListWords({ list }: { readonly list: OverdueList }): ReactElement {
  return (
    <div role="status">
      <p>
        <strong>{list.title}</strong>
      </p>
      <p className="number">{list.groups.length === 0 ? list.summary : t`${list.summary} · as of ${list.asOf}`}</p>
      {list.cutLine !== null && <p>{list.cutLine}</p>}
      {list.groups.length > 0 && <p className="muted">{t`On a sheet laid across, by department, the longest late first. It names no citizen.`}</p>}
    </div>
  );
}

function useList(departmentCode: string | null): { readonly list: OverdueList | null; readonly error: Error | null } {
  const catalogue = useCatalogue();
  // As it is when the dialog opens: a paper does not change while it is looked at.
  const { data, error } = useQuery({ queryKey: ['overdueList', departmentCode], queryFn: ({ signal }) => fetchWholeList(departmentCode, signal), staleTime: Infinity, gcTime: 0 });
  return { list: data ? overdueList(data.rows, { catalogue, asOf: data.asOf, departmentCode, total: data.total }) : null, error };
}

function useListDocument(list: OverdueList | null): PaperDocument | null {
  const { name } = useStaff();
  if (list === null) return null;
  const note = t`Printed ${list.asOf} by ${name}. Late is counted in working time.`;
  return {
    title: t`overdue list`,
    suggestedName: fileName(list),
    pageFooter: t`${list.title} · as of ${list.asOf} · printed by ${name}`.slice(0, 200),
    isLandscape: true,
    html: (sheet) => overdueListHtml(list, { paper: sheet, note }),
  };
}

/** Letters, digits, spaces and dashes only, whatever a department is called. */
function fileName({ title, asOf }: OverdueList): string {
  return `${title} ${asOf}`.replaceAll(/[^\p{L}\p{N} ]+/gu, ' ').replaceAll(/ +/g, ' ').trim().slice(0, 110);
}
