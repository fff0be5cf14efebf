import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { overdueListCsv } from '../../../src-shared/overdue/overdue-list-csv.ts';
import { overdueListHtml } from '../../../src-shared/overdue/overdue-list-html.ts';
import { type OverdueList, overdueList } from '../../../src-shared/overdue/overdue-list.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { PrinterDialog } from '../../paper/printer-dialog.tsx';
import { type PaperDocument, usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { fetchWholeList } from './fetch-whole-list.ts';

export interface PrintListDialogProps {
  /** Null: all departments. */
  readonly departmentCode: string | null;
  readonly onClose: () => void;
}

const TITLE = 'overdue list';

/** The list of what is overdue now, for paper, as PDF or for a spreadsheet. Needs no network. */
export function PrintListDialog({ departmentCode, onClose }: PrintListDialogProps): ReactElement {
  const paper = usePaper();
  const [isPrinting, setPrinting] = useState(false);
  const { list, error } = useList(departmentCode);
  const document = useListDocument(list);
  const isReady = list !== null && list.groups.length > 0;
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) printButton.current?.focus();
  }, [isReady]);
  if (isPrinting && document) return <PrinterDialog document={document} paper={paper} onClose={onClose} />;
  async function saveCsv(whole: OverdueList, { suggestedName }: PaperDocument): Promise<void> {
    if (await paper.saveText({ text: overdueListCsv(whole), title: TITLE, suggestedName, extension: 'csv' })) onClose();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        Cancel
      </Button>
      <Button onPress={() => list && document && void saveCsv(list, document)} isDisabled={!isReady} isPending={paper.isBusy}>
        Save as CSV
      </Button>
      <Button onPress={() => document && void paper.savePdf(document).then((isSaved) => isSaved && onClose())} isDisabled={!isReady} isPending={paper.isBusy}>
        Save as PDF
      </Button>
      <Button type="submit" look="primary" icon="printer" isDisabled={!isReady} buttonRef={printButton}>
        Print
      </Button>
    </>
  );
  return (
    <Dialog title="Print list" isOpen onClose={onClose} onSubmit={() => isReady && setPrinting(true)} footer={footer} size="medium">
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {error && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      {list === null ? !error && <p className="muted">Putting the list together …</p> : <ListWords list={list} />}
    </Dialog>
  );
}

function ListWords({ list }: { readonly list: OverdueList }): ReactElement {
  return (
    <div role="status">
      <p>
        <strong>{list.title}</strong>
      </p>
      <p className="number">{`${list.summary}${list.groups.length === 0 ? '' : ` · as of ${list.asOf}`}`}</p>
      {list.cutLine !== null && <p>{list.cutLine}</p>}
      {list.groups.length > 0 && <p className="muted">On a sheet laid across, by department, the longest late first. It names no citizen.</p>}
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
  const note = `Printed ${list.asOf} by ${name}. Late is counted in working time.`;
  return {
    title: TITLE,
    suggestedName: fileName(list),
    pageFooter: `${list.title} · as of ${list.asOf} · printed by ${name}`.slice(0, 200),
    isLandscape: true,
    html: (sheet) => overdueListHtml(list, { paper: sheet, note }),
  };
}

/** Letters, digits, spaces and dashes only, whatever a department is called. */
function fileName({ title, asOf }: OverdueList): string {
  return `${title} ${asOf}`.replaceAll(/[^\p{L}\p{N} ]+/gu, ' ').replaceAll(/ +/g, ' ').trim().slice(0, 110);
}
