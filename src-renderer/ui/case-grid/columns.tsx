import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { CHANNEL_LABELS, CLOCK_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CaseRow, CaseSyncState } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { STATE_TONES, SYNC_WORDS } from '../case-words.ts';
import { rowDueWords } from '../due-words.ts';
import { Icon } from '../icon.tsx';
import { exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import { StatusPill } from '../status-pill.tsx';

/** What a cell needs besides its row: names for codes, and the time. */
export interface GridSurroundings {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
  /** Names of colleagues who have a case open right now, by case. */
  readonly colleagues?: ReadonlyMap<string, readonly string[]>;
}

const NOBODY: readonly string[] = [];

export const gridFeatures = tableFeatures({});
const helper = createColumnHelper<typeof gridFeatures, CaseRow>();

/**
 * Columns of two lines each: the fact on the first, what belongs to it, quieter, on the second.
 *
 * Their widths are in case-grid.css. Where there is little room, the last column gives its place to a mark beside the state, and the
 * received date stands under the due date.
 */
export function createColumns({ catalogue, now, colleagues }: GridSurroundings) {
  const { timeZone } = catalogue.city;
  const serviceName = new Map(catalogue.services.map(({ code, name }) => [code, name]));
  const departmentName = new Map(catalogue.departments.map(({ code, name }) => [code, name]));
  const staffName = new Map(catalogue.staff.map(({ id, name }) => [id, name]));
  return helper.columns([
    helper.display({ id: 'case', header: 'Number', cell: ({ row }) => <CaseCell row={row.original} colleagues={colleagues?.get(row.original.caseId) ?? NOBODY} /> }),
    helper.display({
      id: 'request',
      header: 'Service',
      cell: ({ row }) => <TwoLines first={serviceName.get(row.original.serviceCode) ?? row.original.serviceCode} second={row.original.summary || 'No description'} />,
    }),
    helper.display({
      id: 'place',
      header: 'Location',
      cell: ({ row }) => <TwoLines first={row.original.locationText || 'No location'} second={citizenLine(row.original)} />,
    }),
    helper.display({
      id: 'department',
      header: 'Department',
      cell: ({ row }) => (
        <TwoLines
          first={departmentName.get(row.original.departmentCode) ?? row.original.departmentCode}
          second={row.original.assigneeId === null ? 'Unassigned' : (staffName.get(row.original.assigneeId) ?? row.original.assigneeId)}
        />
      ),
    }),
    helper.display({
      id: 'received',
      header: 'Received',
      cell: ({ row }) => (
        <TwoLines
          first={relativeMoment(row.original.receivedAt, now, timeZone)}
          second={exactMoment(row.original.receivedAt, now, timeZone)}
          isNumber
        />
      ),
    }),
    helper.display({ id: 'due', header: 'Due', cell: ({ row }) => <DueCell row={row.original} now={now} timeZone={timeZone} /> }),
    helper.display({ id: 'sync', header: 'Saved', cell: ({ row }) => <SyncMark syncState={row.original.syncState} /> }),
  ]);
}

function citizenLine({ requesterName, channel, coReporterCount }: CaseRow): string {
  const others = coReporterCount > 0 ? ` and ${coReporterCount} more` : '';
  return `${requesterName || 'Anonymous'}${others} · ${CHANNEL_LABELS[channel]}`;
}

function TwoLines({ first, second, isNumber = false }: { readonly first: string; readonly second: string; readonly isNumber?: boolean }): ReactElement {
  return (
    <div className={isNumber ? 'grid-lines number' : 'grid-lines'}>
      <div className="grid-line" title={first}>
        {first}
      </div>
      <div className="grid-line muted" title={second}>
        {second}
      </div>
    </div>
  );
}

function CaseCell({ row, colleagues }: { readonly row: CaseRow; readonly colleagues: readonly string[] }): ReactElement {
  return (
    <div className="grid-lines">
      <div className="grid-line grid-number number">{formatTrackingNumber(row.trackingNumber)}</div>
      <div className="grid-line grid-pills">
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        {row.isSealed && <StatusPill tone="danger" icon="lock" label="Sealed" />}
        <SyncMark syncState={row.syncState} isBesideState />
        {colleagues.length > 0 && <PresentMark names={colleagues} />}
      </div>
    </div>
  );
}

function DueCell({ row, now, timeZone }: { readonly row: CaseRow; readonly now: UtcMs; readonly timeZone: string }): ReactElement {
  const { text, tone } = rowDueWords(row, now, timeZone);
  const exact = row.dueAt === null || row.dueClock === null ? '' : `${CLOCK_LABELS[row.dueClock]} · ${exactMoment(row.dueAt, now, timeZone)}`;
  return (
    <div className="grid-lines number">
      <div className="grid-line">
        <StatusPill tone={tone} label={text} />
      </div>
      <div className="grid-line muted grid-due-exact" title={exact}>
        {exact}
      </div>
      <div className="grid-line muted grid-due-received">{`received ${relativeMoment(row.receivedAt, now, timeZone)}`}</div>
    </div>
  );
}

/** A colleague is on the case: a figure and how many; their names for the pointer and for assistive technology. */
function PresentMark({ names }: { readonly names: readonly string[] }): ReactElement {
  const words = `${names.join(', ')} on this case now`;
  return (
    <span className="grid-present" title={words}>
      <Icon name="person" />
      <span aria-hidden="true">{names.length > 1 ? names.length : ''}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

interface SyncMarkProps {
  readonly syncState: CaseSyncState;
  /** Where there is little room: the word of the ordinary case, `Confirmed`, is then for assistive technology only. */
  readonly isBesideState?: boolean;
}

function SyncMark({ syncState, isBesideState = false }: SyncMarkProps): ReactElement {
  const { label, tone, icon } = SYNC_WORDS[syncState];
  const isQuiet = isBesideState && syncState === 'confirmed';
  return (
    <span className="grid-sync" data-tone={tone} data-beside-state={isBesideState || undefined}>
      <Icon name={icon} />
      <span className={isQuiet ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
