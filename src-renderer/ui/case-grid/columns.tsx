import { t } from '../../../src-shared/language/language.ts';
import type { ReactNode } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { CHANNEL_LABELS, KIND_LABELS } from '../../../src-shared/domain/labels.ts';
import { exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { CaseCell, citizenLine, DueCell, SyncMark, TwoLines } from './cells.tsx';

/** One column of a grid of cases. `case` is the id of the one that heads each row. */
export interface GridColumn<Row extends CaseRow> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
}

/** What a cell needs besides its row: names for codes, and the time. */
export interface GridSurroundings {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
  /** Names of colleagues who have a case open right now, by case. */
  readonly colleagues?: ReadonlyMap<string, readonly string[]>;
}

const NOBODY: readonly string[] = [];

/**
 * The columns of the queue, of two lines each: the fact on the first, what belongs to it, quieter, on the second.
 *
 * Their widths are in case-grid.css. Where there is little room, the last column gives its place to a mark beside the state, and the
 * received date stands under the due date.
 */
export function createCaseColumns({ catalogue, now, colleagues }: GridSurroundings): readonly GridColumn<CaseRow>[] {
  const { timeZone } = catalogue.city;
  const serviceName = new Map(catalogue.services.map(({ code, name }) => [code, name]));
  const departmentName = new Map(catalogue.departments.map(({ code, name }) => [code, name]));
  const staffName = new Map(catalogue.staff.map(({ id, name }) => [id, name]));
  return [
    { id: 'case', header: t`Number`, cell: (row) => <CaseCell row={row} colleagues={colleagues?.get(row.caseId) ?? NOBODY} /> },
    { id: 'request', header: t`Service`, cell: (row) => <TwoLines first={serviceName.get(row.serviceCode) ?? row.serviceCode} second={row.summary || (row.isSealed ? t`Sealed: open it to read it` : t`No description`)} /> },
    { id: 'place', header: t`Location`, cell: (row) => <TwoLines first={row.locationText || (row.isSealed ? t`Sealed` : t`No location`)} second={citizenLine(row)} /> },
    {
      id: 'department',
      header: t`Department`,
      cell: ({ departmentCode, assigneeId }) => (
        <TwoLines first={departmentName.get(departmentCode) ?? departmentCode} second={assigneeId === null ? t`Unassigned` : (staffName.get(assigneeId) ?? assigneeId)} />
      ),
    },
    {
      id: 'received',
      header: t`Received`,
      cell: ({ receivedAt }) => <TwoLines first={relativeMoment(receivedAt, now, timeZone)} second={exactMoment(receivedAt, now, timeZone)} isNumber />,
    },
    { id: 'due', header: t`Due`, cell: (row) => <DueCell row={row} now={now} timeZone={timeZone} /> },
    { id: 'sync', header: t`Saved`, cell: ({ syncState }) => <SyncMark syncState={syncState} /> },
  ];
}

/** Columns that are shown to those who choose them: each fact by itself, and what the others leave out. */
export function createFurtherColumns({ catalogue, now }: GridSurroundings): readonly GridColumn<CaseRow>[] {
  const { timeZone } = catalogue.city;
  const staffName = new Map(catalogue.staff.map(({ id, name }) => [id, name]));
  const moment = (at: UtcMs | null): ReactNode => (at === null ? <span className="muted">–</span> : <TwoLines first={relativeMoment(at, now, timeZone)} second={exactMoment(at, now, timeZone)} isNumber />);
  const word = (text: string): ReactNode => (
    <div className="grid-line" title={text}>
      {text}
    </div>
  );
  return [
    { id: 'assignee', header: t`Assigned to`, cell: ({ assigneeId }) => word(assigneeId === null ? t`Unassigned` : (staffName.get(assigneeId) ?? assigneeId)) },
    { id: 'citizen', header: t`Citizen`, cell: (row) => word(row.isSealed ? t`Sealed` : row.requesterName || t`Anonymous`) },
    { id: 'channel', header: t`Channel`, cell: ({ channel }) => word(CHANNEL_LABELS[channel]) },
    { id: 'kind', header: t`Kind of case`, cell: ({ kind }) => word(KIND_LABELS[kind]) },
    { id: 'answered', header: t`Answered`, cell: ({ respondedAt }) => moment(respondedAt) },
    { id: 'closed', header: t`Closed`, cell: ({ closedAt }) => moment(closedAt) },
  ];
}
