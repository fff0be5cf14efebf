import type { ReactElement } from 'react';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { LettersDialog } from '../letters/bulk/letters-dialog.tsx';
import type { QueueQuery } from '../data/queries.ts';
import type { GridColumn } from '../ui/case-grid/columns.tsx';
import { BulkDialog } from './bulk/bulk-dialog.tsx';
import { CloseManyDialog } from './bulk/close-many-dialog.tsx';
import { ColumnsDialog } from './columns/columns-dialog.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { questionNow } from './queue-store.ts';
import { VIEW_LABELS } from './queue-words.ts';
import { SurveyListDialog } from './survey-list-dialog.tsx';
import type { Bulk } from './use-bulk.ts';
import { useHabits } from './use-habits.ts';
import type { QueueActions, QueuePart } from './use-queue-actions.ts';
import { ManageViewsDialog } from './views/manage-views-dialog.tsx';
import { SaveViewDialog } from './views/save-view-dialog.tsx';
import type { SavedViews } from './views/use-saved-views.ts';

interface QueueDialogsProps {
  readonly part: QueuePart | null;
  readonly query: QueueQuery;
  readonly actions: QueueActions;
  readonly bulk: Bulk;
  readonly saved: SavedViews;
  readonly columns: { readonly all: readonly GridColumn<CaseRow>[]; readonly shown: readonly GridColumn<CaseRow>[] };
  readonly onClose: () => void;
}

/** Whatever of the queue stands over it. */
export function QueueDialogs({ part, query, actions, bulk, saved, columns, onClose }: QueueDialogsProps): ReactElement | null {
  const [habits, change] = useHabits();
  const name = [VIEW_LABELS[query.view], query.search.trim()].filter(Boolean).join(': ').slice(0, 80);
  const { open } = bulk;
  if (open?.kind === 'close') return <CloseManyDialog rows={open.rows} onDo={(toBodies, words) => bulk.run(open.rows, toBodies, words)} onClose={bulk.close} />;
  if (open !== null) return <BulkDialog kind={open.kind} rows={open.rows} onDo={(toBody, words) => bulk.run(open.rows, toBody, words)} onClose={bulk.close} />;
  if (actions.writing !== null) return <LettersDialog caseIds={actions.writing} onDone={actions.finishWriting} onClose={actions.stopWriting} />;
  switch (part) {
    case null:
      return null;
    case 'surveyList':
      return <SurveyListDialog onClose={onClose} />;
    case 'columns':
      return <ColumnsDialog all={columns.all.filter(({ id }) => id !== 'case')} chosen={columns.shown.filter(({ id }) => id !== 'case').map(({ id }) => habits.columns?.find((one) => one.id === id) ?? { id, width: 'normal' })} onChoose={(chosen) => change({ columns: chosen === null ? null : [...chosen] })} onClose={onClose} />;
    case 'export':
      return <ExportDialog query={query} columns={habits.columns === null ? null : columns.shown.map(({ id }) => id)} name={name} onClose={onClose} />;
    case 'manageViews':
      return <ManageViewsDialog saved={saved} onClose={onClose} />;
    case 'saveView':
      return <SaveViewDialog name={name} question={questionNow()} saved={saved} onClose={onClose} />;
  }
}
